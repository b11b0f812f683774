import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Home, JiaError, Queues, type Room } from "../../home/index.ts";
import { created } from "../created.ts";
import { contentVersion, requireMatch } from "../etag.ts";
import { WholeList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { inOrder, NameField, PART_FIELDS, PartParams, type Places, placeShown, requireChange } from "../places.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { FloorBody, RoomBody } from "../schemas.ts";
import { floorJson } from "./floors.ts";

const LIST = new WholeList("rooms", RoomBody);

const FLOOR = z.string().max(200).meta({ description: 'Id, name or alias of its floor; "": none.' });
const Draft = z
  .strictObject({
    name: NameField,
    aliases: PART_FIELDS.aliases.optional(),
    floor: FLOOR.optional(),
    order: PART_FIELDS.order.optional(),
    icon: PART_FIELDS.icon.optional(),
  })
  .meta({ id: "RoomDraft", examples: [{ name: "Attic", aliases: ["loft"] }] });
const Edit = z
  .strictObject({
    name: NameField.nullable().optional(),
    aliases: PART_FIELDS.aliases.nullable().optional(),
    floor: FLOOR.nullable().optional(),
    order: PART_FIELDS.order.nullable().optional(),
    icon: PART_FIELDS.icon.nullable().optional(),
  })
  .meta({
    id: "RoomEdit",
    description: "What is left out stays. null takes back what a person set.",
    examples: [{ name: "Lounge", order: 1 }],
  });

const ACCESS = {
  "GET /api/rooms": { who: "everyone", scope: "read", byRoom: true },
  "POST /api/rooms": { who: "adults", scope: "configure" },
  "GET /api/rooms/:id": { who: "everyone", scope: "read", byRoom: true },
  "PATCH /api/rooms/:id": { who: "adults", scope: "configure" },
  "DELETE /api/rooms/:id": { who: "adults", scope: "configure" },
} as const satisfies AccessTable;

/** Rooms with the devices in each, and floors. */
export const roomsResource = defineResource({
  tag: "rooms",
  access: ACCESS,
  routes: roomRoutes,
});

function roomRoutes({ home, places }: { readonly home: Home; readonly places: Places }): Routes<keyof typeof ACCESS> {
  const seenBy = ({ identity }: FastifyRequest): Room[] => {
    const limits = identity?.rooms ?? null;
    return home.layout.rooms.filter(({ id }) => limits === null || limits.includes(id));
  };
  const find = (called: string, request: FastifyRequest): Room => {
    const room = home.layout.findRoom(called);
    if (room && seenBy(request).includes(room)) return room;
    const known = seenBy(request)
      .slice(0, 30)
      .map(({ name }) => name)
      .join(", ");
    throw new JiaError("unknown-room", { room: called, known });
  };
  const json = (room: Room, devices: readonly string[]) => {
    const { id, name, aliases, floor } = room;
    return { id, name, aliases: [...aliases], floor, ...placeShown(home, "room", room), devices: [...devices] };
  };
  const whole = (id: string) => {
    const room = home.layout.roomNamed(id);
    const inside = home.devices.filter((device) => device.room?.id === id).map(({ handle }) => handle);
    return json(room, inside);
  };
  const version = (room: Room): string => contentVersion(json(room, []));
  /** Changes of a room, one after another: none comes between the check of If-Match and its own. Keyed by id. */
  const changes = new Queues();

  return (app) => {
    app.route("GET /api/rooms", {
      config: { polled: true },
      schema: {
        operationId: "listRooms",
        summary: "List rooms and floors",
        querystring: LIST.query(),
        response: {
          200: LIST.body({
            home: z.string(),
            timezone: z.string().meta({ description: "The IANA time zone of the home." }),
            floors: z.array(FloorBody),
          }),
          ...errorResponses,
        },
      },
      handler: (request, reply) => {
        /** Handles, keyed by room id. */
        const handles = new Map<string, string[]>();
        for (const { room, handle } of home.devices) {
          if (room) handles.set(room.id, [...(handles.get(room.id) ?? []), handle]);
        }
        const roomJson = (room: Room) => json(room, handles.get(room.id) ?? []);
        return LIST.send(request, reply, inOrder(seenBy(request)), roomJson, {
          home: home.name,
          timezone: home.timezone,
          floors: inOrder(home.layout.floors).map((floor) => floorJson(home, floor)),
        });
      },
    });

    app.route("POST /api/rooms", {
      schema: {
        operationId: "createRoom",
        summary: "Make a room",
        querystring: NoQuery,
        body: Draft,
        response: { 201: RoomBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const id = await places.make("room", request.body, requestOrigin(request));
        return await created(reply, `/api/rooms/${id}`, whole(id));
      },
    });

    app.route("GET /api/rooms/:id", {
      config: { polled: true },
      schema: {
        operationId: "getRoom",
        summary: "Get a room with its devices",
        params: PartParams,
        querystring: NoQuery,
        response: { 200: RoomBody, ...errorResponses },
      },
      handler: (request) => {
        const room = find(request.params.id, request);
        request.version = version(room);
        return whole(room.id);
      },
    });

    app.route("PATCH /api/rooms/:id", {
      config: { polled: true },
      schema: {
        operationId: "updateRoom",
        summary: "Rename a room, put it on a floor, and change how pages show it",
        description:
          "What a person sets here wins over what the home file, a gateway and devices say, and stays when Jia starts again. " +
          "The room keeps its id. If-Match with the ETag of the room refuses a change when a person has set something else since.",
        params: PartParams,
        querystring: NoQuery,
        body: Edit,
        response: { 200: RoomBody, ...errorResponses },
      },
      handler: async (request) => {
        requireChange(request.body);
        const { id } = find(request.params.id, request);
        await changes.run(id, async () => {
          requireMatch(request, version(home.layout.roomNamed(id)));
          await places.change("room", id, request.body, requestOrigin(request));
        });
        request.version = version(home.layout.roomNamed(id));
        return whole(id);
      },
    });

    app.route("DELETE /api/rooms/:id", {
      schema: {
        operationId: "deleteRoom",
        summary: "Delete a room",
        description: "Only an empty one that neither the home file nor a gateway describes: it would come back.",
        params: PartParams,
        querystring: NoQuery,
        response: { 200: z.object({ deleted: z.literal(true) }), ...errorResponses },
      },
      handler: async (request) => {
        const { id } = find(request.params.id, request);
        await changes.run(id, async () => {
          requireMatch(request, version(home.layout.roomNamed(id)));
          await places.remove("room", id, requestOrigin(request));
        });
        return { deleted: true as const };
      },
    });
  };
}
