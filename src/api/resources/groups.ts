import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type Command,
  cleanText,
  type DeviceGroup,
  type DeviceId,
  type Home,
  homeMessage,
  JiaError,
  type Origin,
  Queues,
} from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { created } from "../created.ts";
import { contentVersion, requireMatch } from "../etag.ts";
import { sendExecution } from "../execution-status.ts";
import { requireDevice } from "../find-device.ts";
import { WholeList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { inOrder, NameField, PART_FIELDS, PartParams, requireChange } from "../places.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { commandResponses, PropertiesBody } from "../schemas.ts";
import { clientDisconnected } from "../stream.ts";

/** What a person sets for a group; null takes it back, and what is left out stays. */
export interface GroupEdit {
  readonly name?: string | undefined;
  readonly aliases?: readonly string[] | null | undefined;
  readonly members?: readonly DeviceId[] | undefined;
  readonly order?: number | null | undefined;
  readonly icon?: string | null | undefined;
}

/** Stores the groups of devices that people make. */
export interface Groups {
  /**
   * @returns the id of the new group
   * @throws JiaError `conflict` for a name of a room, a device or another group, and when there are too many; `stands-by`
   */
  make(
    draft: GroupEdit & { readonly name: string; readonly members: readonly DeviceId[] },
    origin: Origin,
  ): Promise<string>;
  /** @throws JiaError `conflict` as of `make`, `not-found`, `stands-by` */
  change(id: string, edit: GroupEdit, origin: Origin): Promise<void>;
  /** @throws JiaError `stands-by` */
  remove(id: string, origin: Origin): Promise<void>;
}

const GroupBody = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    order: z.number().nullable().meta({ description: "Where it stands among others on a page, small numbers first." }),
    icon: z.string().nullable().meta({ description: "A name of Material Design Icons." }),
    devices: z.array(z.string()).meta({ description: "Handles of its members." }),
    missing: z.array(z.string()).meta({ description: "Ids of members that the home does not have now." }),
  })
  .meta({ id: "Group" });
const LIST = new WholeList("groups", GroupBody);
const Devices = z
  .array(z.string().min(1).max(200))
  .min(1)
  .max(500)
  .meta({ description: "Handles or ids of its members." });
const Draft = z
  .strictObject({
    name: NameField,
    aliases: PART_FIELDS.aliases.optional(),
    devices: Devices,
    order: PART_FIELDS.order.optional(),
    icon: PART_FIELDS.icon.optional(),
  })
  .meta({
    id: "GroupDraft",
    examples: [{ name: "Reading lights", devices: ["living-floor-lamp", "study-desk-lamp"] }],
  });
const Edit = z
  .strictObject({
    name: NameField.optional(),
    aliases: PART_FIELDS.aliases.nullable().optional(),
    devices: Devices.optional(),
    order: PART_FIELDS.order.nullable().optional(),
    icon: PART_FIELDS.icon.nullable().optional(),
  })
  .meta({
    id: "GroupEdit",
    description: "What is left out stays. null takes back what a person set.",
    examples: [{ name: "Evening lights" }],
  });

const ACCESS = {
  "GET /api/groups": { who: "everyone", scope: "read" },
  "POST /api/groups": { who: "adults", scope: "configure" },
  "GET /api/groups/:id": { who: "everyone", scope: "read" },
  "PATCH /api/groups/:id": { who: "adults", scope: "configure" },
  "DELETE /api/groups/:id": { who: "adults", scope: "configure" },
  "POST /api/groups/:id/properties": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** Groups of devices that people made. */
export const groupsResource = defineResource({ tag: "groups", access: ACCESS, routes: groupRoutes });

function groupRoutes({ home, groups }: { readonly home: Home; readonly groups: Groups }): Routes<keyof typeof ACCESS> {
  const find = (called: string): DeviceGroup => {
    const group = home.layout.findGroup(called);
    if (group) return group;
    throw new JiaError("not-found", { what: message("layout.groupNamed", { name: called }) });
  };
  const json = ({ id, name, aliases, members, order, icon }: DeviceGroup) => {
    const devices = members.flatMap((member) => home.device(member)?.handle ?? []);
    const missing = members.filter((member) => home.device(member) === undefined);
    return { id, name, aliases: [...aliases], order: order ?? null, icon: icon ?? null, devices, missing };
  };
  const memberIds = (devices: readonly string[]): DeviceId[] => [
    ...new Set(devices.map((device) => requireDevice(home, device).id)),
  ];
  /** Changes of a group, one after another: none comes between the check of If-Match and its own. Keyed by id. */
  const changes = new Queues();
  const changing = (request: FastifyRequest<{ Params: { id: string } }>, work: (id: string) => Promise<void>) => {
    const { id } = find(request.params.id);
    return changes.run(id, async () => {
      requireMatch(request, contentVersion(find(id)));
      await work(id);
      return id;
    });
  };

  return (app) => {
    app.route("GET /api/groups", {
      config: { polled: true },
      schema: {
        operationId: "listGroups",
        summary: "List the groups of devices that people made",
        querystring: LIST.query(),
        response: { 200: LIST.body(), ...errorResponses },
      },
      handler: (request, reply) => LIST.send(request, reply, inOrder(home.layout.groups), json),
    });

    app.route("POST /api/groups", {
      schema: {
        operationId: "createGroup",
        summary: "Make a group of devices",
        description: "Sentences that name it mean all its members.",
        querystring: NoQuery,
        body: Draft,
        response: { 201: GroupBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { devices, ...draft } = request.body;
        const id = await groups.make({ ...draft, members: memberIds(devices) }, requestOrigin(request));
        return await created(reply, `/api/groups/${id}`, json(find(id)));
      },
    });

    app.route("GET /api/groups/:id", {
      config: { polled: true },
      schema: {
        operationId: "getGroup",
        summary: "Get a group of devices",
        params: PartParams,
        querystring: NoQuery,
        response: { 200: GroupBody, ...errorResponses },
      },
      handler: (request) => {
        const group = find(request.params.id);
        request.version = contentVersion(group);
        return json(group);
      },
    });

    app.route("PATCH /api/groups/:id", {
      config: { polled: true },
      schema: {
        operationId: "updateGroup",
        summary: "Rename a group, change its devices, and how pages show it",
        params: PartParams,
        querystring: NoQuery,
        body: Edit,
        response: { 200: GroupBody, ...errorResponses },
      },
      handler: async (request) => {
        requireChange(request.body);
        const { devices, ...edit } = request.body;
        const members = devices && memberIds(devices);
        const id = await changing(request, (each) => groups.change(each, { ...edit, members }, requestOrigin(request)));
        request.version = contentVersion(find(id));
        return json(find(id));
      },
    });

    app.route("DELETE /api/groups/:id", {
      schema: {
        operationId: "deleteGroup",
        summary: "Delete a group",
        description: "Its devices stay.",
        params: PartParams,
        querystring: NoQuery,
        response: { 200: z.object({ deleted: z.literal(true) }), ...errorResponses },
      },
      handler: async (request) => {
        await changing(request, (id) => groups.remove(id, requestOrigin(request)));
        return { deleted: true as const };
      },
    });

    app.route("POST /api/groups/:id/properties", {
      schema: {
        operationId: "setGroupProperties",
        summary: "Set properties of all devices of a group",
        description:
          "One execution with all its members, as for a single device. A member that does not have a property is left out of it; " +
          "one that no member has is refused.",
        params: PartParams,
        querystring: NoQuery,
        body: PropertiesBody,
        response: commandResponses,
      },
      handler: async (request, reply) => {
        const { properties: given } = request.body;
        const properties = Array.isArray(given)
          ? given
          : Object.entries(given).map(([address, value]) => ({ address, value }));
        if (properties.length === 0) throw new JiaError("invalid-request", { detail: message("api.noProperties") });
        const group = find(request.params.id);
        const devices = group.members.flatMap((member) => home.device(member) ?? []);
        const unknown = properties.find(({ address }) => !devices.some(({ spec }) => spec.properties.has(address)));
        const known = [...new Set(devices.flatMap(({ spec }) => [...spec.properties.keys()]))];
        if (unknown)
          throw new JiaError("unknown-property", {
            device: group.name,
            address: cleanText(unknown.address),
            known: homeMessage("names", { shown: known.slice(0, 20), total: known.length }),
          });
        const commands = devices.flatMap(({ id, spec }): Command[] => {
          const own = properties.filter(({ address }) => spec.properties.has(address));
          return own.length === 0 ? [] : [{ kind: "set", device: id, properties: own }];
        });
        const options = { signal: clientDisconnected(reply) };
        return sendExecution(await home.execute(commands, requestOrigin(request), options), home, request, reply);
      },
    });
  };
}
