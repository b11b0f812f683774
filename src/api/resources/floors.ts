import { z } from "zod";
import { type Floor, type Home, Queues } from "../../home/index.ts";
import { created } from "../created.ts";
import { contentVersion, requireMatch } from "../etag.ts";
import { WholeList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { inOrder, NameField, PART_FIELDS, PartParams, type Places, placeShown, requireChange } from "../places.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { FloorBody } from "../schemas.ts";

const LIST = new WholeList("floors", FloorBody);
const Draft = z
  .strictObject({
    name: NameField,
    aliases: PART_FIELDS.aliases.optional(),
    order: PART_FIELDS.order.optional(),
    icon: PART_FIELDS.icon.optional(),
  })
  .meta({ id: "FloorDraft", examples: [{ name: "Upstairs" }] });
const Edit = z
  .strictObject({
    name: NameField.nullable().optional(),
    aliases: PART_FIELDS.aliases.nullable().optional(),
    order: PART_FIELDS.order.nullable().optional(),
    icon: PART_FIELDS.icon.nullable().optional(),
  })
  .meta({ id: "FloorEdit", description: "As of a room.", examples: [{ name: "Top floor" }] });

const ACCESS = {
  "GET /api/floors": { who: "everyone", scope: "read" },
  "POST /api/floors": { who: "adults", scope: "configure" },
  "GET /api/floors/:id": { who: "everyone", scope: "read" },
  "PATCH /api/floors/:id": { who: "adults", scope: "configure" },
  "DELETE /api/floors/:id": { who: "adults", scope: "configure" },
} as const satisfies AccessTable;

/** The floors of the home. */
export const floorsResource = defineResource({ tag: "rooms", access: ACCESS, routes: floorRoutes });

/** A floor for JSON. */
export function floorJson(home: Home, floor: Floor) {
  const { id, name, aliases } = floor;
  return { id, name, aliases: [...aliases], ...placeShown(home, "floor", floor) };
}

function floorRoutes({ home, places }: { readonly home: Home; readonly places: Places }): Routes<keyof typeof ACCESS> {
  const json = (id: string) => floorJson(home, home.layout.floorNamed(id));
  /** Changes of a floor, one after another: none comes between the check of If-Match and its own. Keyed by id. */
  const changes = new Queues();

  return (app) => {
    app.route("GET /api/floors", {
      config: { polled: true },
      schema: {
        operationId: "listFloors",
        summary: "List floors",
        querystring: LIST.query(),
        response: { 200: LIST.body(), ...errorResponses },
      },
      handler: (request, reply) =>
        LIST.send(request, reply, inOrder(home.layout.floors), (floor: Floor) => floorJson(home, floor)),
    });

    app.route("POST /api/floors", {
      schema: {
        operationId: "createFloor",
        summary: "Make a floor",
        querystring: NoQuery,
        body: Draft,
        response: { 201: FloorBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const id = await places.make("floor", request.body, requestOrigin(request));
        return await created(reply, `/api/floors/${id}`, json(id));
      },
    });

    app.route("GET /api/floors/:id", {
      config: { polled: true },
      schema: {
        operationId: "getFloor",
        summary: "Get a floor",
        params: PartParams,
        querystring: NoQuery,
        response: { 200: FloorBody, ...errorResponses },
      },
      handler: (request) => {
        const floor = json(request.params.id);
        request.version = contentVersion(floor);
        return floor;
      },
    });

    app.route("PATCH /api/floors/:id", {
      config: { polled: true },
      schema: {
        operationId: "updateFloor",
        summary: "Rename a floor, and change how pages show it",
        params: PartParams,
        querystring: NoQuery,
        body: Edit,
        response: { 200: FloorBody, ...errorResponses },
      },
      handler: async (request) => {
        requireChange(request.body);
        const { id } = json(request.params.id);
        await changes.run(id, async () => {
          requireMatch(request, contentVersion(json(id)));
          await places.change("floor", id, request.body, requestOrigin(request));
        });
        const floor = json(id);
        request.version = contentVersion(floor);
        return floor;
      },
    });

    app.route("DELETE /api/floors/:id", {
      schema: {
        operationId: "deleteFloor",
        summary: "Delete a floor",
        description: "Only one without rooms that neither the home file nor a gateway describes: it would come back.",
        params: PartParams,
        querystring: NoQuery,
        response: { 200: z.object({ deleted: z.literal(true) }), ...errorResponses },
      },
      handler: async (request) => {
        const { id } = json(request.params.id);
        await changes.run(id, async () => {
          requireMatch(request, contentVersion(json(id)));
          await places.remove("floor", id, requestOrigin(request));
        });
        return { deleted: true as const };
      },
    });
  };
}
