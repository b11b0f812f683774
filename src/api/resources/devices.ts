import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Clock, type Command, type Device, type Home, JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { DeviceAnswers } from "../device-answers.ts";
import { sendExecution } from "../execution-status.ts";
import { requireDevice } from "../find-device.ts";
import { IN_MEMORY, PagedList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { commandResponses, DeviceWithSpecBody, ListedDeviceBody, PropertiesBody, ValueBody } from "../schemas.ts";
import { clientDisconnected } from "../stream.ts";

const DeviceParams = z.strictObject({ id: z.string().min(1).max(200).meta({ description: "Id or handle." }) });
const ActionParams = z.strictObject({ ...DeviceParams.shape, action: z.string().min(1).max(200) });

const ActionBody = z
  .strictObject({ in: z.array(ValueBody).max(50).default([]) })
  .meta({ id: "Action", examples: [{ in: [] }] });

const LIST = new PagedList("devices", ListedDeviceBody, { key: ["string"], ...IN_MEMORY });

const ACCESS = {
  "GET /api/devices": { who: "everyone", scope: "read", byRoom: true },
  "GET /api/devices/:id": { who: "everyone", scope: "read", byRoom: true },
  "POST /api/devices/:id/properties": { who: "everyone", scope: "control", byRoom: true },
  "POST /api/devices/:id/actions/:action": { who: "everyone", scope: "control", byRoom: true },
} as const satisfies AccessTable;

/** Devices: list, look at, set, invoke. */
export const devicesResource = defineResource({
  tag: "devices",
  access: ACCESS,
  routes: deviceRoutes,
});

/** The devices that the identity of a request may see. */
function seenBy({ identity }: FastifyRequest, home: Home): Pick<Home, "device" | "devices"> {
  const rooms = identity?.rooms ?? null;
  if (rooms === null) return home;
  const isSeen = ({ room }: Device): boolean => room !== null && rooms.includes(room.id);
  return {
    devices: home.devices.filter(isSeen),
    device: (idOrHandle) => {
      const device = home.device(idOrHandle);
      return device && isSeen(device) ? device : undefined;
    },
  };
}

function deviceRoutes({ home, clock }: { readonly home: Home; readonly clock: Clock }): Routes<keyof typeof ACCESS> {
  const answers = new DeviceAnswers(home, clock);
  /** Of a token for some rooms, other devices are hidden, also in what an error lists. */
  const find = (idOrHandle: string, request: FastifyRequest): Device =>
    requireDevice(seenBy(request, home), idOrHandle);
  /** Sends one command with the request's origin, and answers with its outcomes. */
  const run = async (command: Command, request: FastifyRequest, reply: FastifyReply) => {
    const execution = await home.execute([command], requestOrigin(request), { signal: clientDisconnected(reply) });
    return sendExecution(execution, home, request, reply);
  };

  return (app) => {
    app.route("GET /api/devices", {
      schema: {
        operationId: "listDevices",
        summary: "List all devices with their state",
        querystring: LIST.query({
          room: z.string().max(200).optional().meta({ description: "Only this room, by id, name or alias." }),
          kind: z.string().max(100).optional().meta({ description: "Only this kind: light." }),
          floor: z.string().max(200).optional().meta({ description: "Only this floor, by id, name or alias." }),
          hidden: z.enum(["true", "false"]).optional().meta({ description: "Only hidden devices, or none of them." }),
          favourite: z.enum(["true", "false"]).optional().meta({ description: "Only favourites, or none of them." }),
          spec: z.enum(["true", "false"]).default("false").meta({ description: "true: with all that each can do." }),
        }),
        response: {
          200: LIST.body(),
          ...errorResponses,
        },
      },
      handler: (request, reply) =>
        answers.list(request, reply, JSON.stringify(request.identity?.rooms ?? null), () => {
          const { query } = request;
          const room = query.room === undefined ? undefined : home.layout.roomNamed(query.room);
          const floor = query.floor === undefined ? undefined : home.layout.floorNamed(query.floor);
          const devices = seenBy(request, home).devices.filter(
            (device) =>
              (room === undefined || device.room?.id === room.id) &&
              (floor === undefined || device.room?.floor === floor.id) &&
              (query.hidden === undefined || (device.override?.hidden ?? false) === (query.hidden === "true")) &&
              (query.favourite === undefined ||
                (device.override?.favourite ?? false) === (query.favourite === "true")) &&
              (query.kind === undefined || device.spec.kind === query.kind),
          );
          const page = LIST.pageOf(request, devices, ({ id }) => [id]);
          const next = LIST.link(request, reply, page.next);
          return { page, next, withSpec: query.spec === "true", fields: LIST.fields(request) };
        }),
    });

    app.route("GET /api/devices/:id", {
      schema: {
        operationId: "getDevice",
        summary: "Get a device with its spec and state",
        params: DeviceParams,
        querystring: NoQuery,
        response: { 200: DeviceWithSpecBody, ...errorResponses },
      },
      handler: (request, reply) => answers.one(request, reply, find(request.params.id, request)),
    });

    app.route("POST /api/devices/:id/properties", {
      schema: {
        operationId: "setProperties",
        summary: "Set properties",
        description:
          "Waits for the device. 200: every outcome is good · 202: the policy wants a yes first (confirmation) · 207: some " +
          "are good, see each · otherwise none is: 400 or 404 it does not fit the spec, 403 denied, 502 refused by the " +
          "device, 503 offline, 504 no answer in time; `error` names the first reason.",
        params: DeviceParams,
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
        return await run({ kind: "set", device: find(request.params.id, request).id, properties }, request, reply);
      },
    });

    app.route("POST /api/devices/:id/actions/:action", {
      schema: {
        operationId: "invokeAction",
        summary: "Invoke an action",
        description: "`in` holds its arguments in the order of the spec. Statuses as for setting properties.",
        params: ActionParams,
        querystring: NoQuery,
        body: ActionBody.nullish(),
        response: commandResponses,
      },
      handler: async (request, reply) => {
        const { id, action } = request.params;
        return await run(
          { kind: "invoke", device: find(id, request).id, action, in: request.body?.in ?? [] },
          request,
          reply,
        );
      },
    });
  };
}
