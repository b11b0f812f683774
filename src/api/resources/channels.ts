import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Home, JiaError, NOTICE_LEVELS } from "../../home/index.ts";
import { message, textOf } from "../../language/index.ts";
import { type ChannelInfo, type ChannelPatch, type Channels, quietHours } from "../../people/notices/index.ts";
import type { ApiPeople } from "../asker.ts";
import { ChannelBody, channelJson, WayBody, wayJson } from "../channel-json.ts";
import { created } from "../created.ts";
import { replyLanguage } from "../language.ts";
import { WholeList } from "../list.ts";
import { ChannelRights } from "../notice-access.ts";
import { IdParams } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

const Value = z.string().max(2000);
const Settings = {
  person: z
    .string()
    .min(1)
    .max(64)
    .nullable()
    .optional()
    .meta({ description: "A person, by id, name or alias; null: everybody." }),
  levels: z.array(z.enum(NOTICE_LEVELS)).min(1).max(3).optional(),
  quiet: z
    .string()
    .max(20)
    .nullable()
    .optional()
    .meta({ examples: ["22:00-07:00"] }),
  quietAlarms: z.boolean().optional(),
  enabled: z.boolean().optional(),
};

const AddBody = z
  .strictObject({
    id: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u)
      .optional(),
    way: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(64),
    ...Settings,
    values: z.record(z.string().max(40), Value).default({}).meta({ description: "Settings and secrets of the way." }),
  })
  .meta({
    id: "ChannelRequest",
    examples: [{ way: "ntfy", name: "Emma's phone", values: { topic: "family-5hT9w2" } }],
  });

const ChangeBody = z
  .strictObject({
    name: z.string().trim().min(1).max(64).optional(),
    ...Settings,
    values: z
      .record(z.string().max(40), Value.nullable())
      .optional()
      .meta({ description: "What is left out stays; null takes a value away." }),
  })
  .meta({ id: "ChannelChange" });

const TestBody = z.object({
  ok: z.boolean(),
  why: z.string().nullable().meta({ description: "Why it did not arrive." }),
});

const CHANNELS = new WholeList("channels", ChannelBody);
const WAYS = new WholeList("ways", WayBody);

const ACCESS = {
  "GET /api/channels": { who: "everyone", scope: "read" },
  "GET /api/channels/ways": { who: "everyone", scope: "read" },
  "POST /api/channels": { who: "everyone", scope: "configure" },
  "GET /api/channels/:id": { who: "everyone", scope: "read" },
  "PATCH /api/channels/:id": { who: "everyone", scope: "configure" },
  "DELETE /api/channels/:id": { who: "everyone", scope: "configure" },
  "POST /api/channels/:id/test": { who: "everyone", scope: "configure" },
} as const satisfies AccessTable;

/** Channels for notices. Secrets are taken and never given out. */
export const channelsResource = defineResource({
  tag: "channels",
  access: ACCESS,
  standsBy: ({ channels }) => channels.standsBy,
  routes: channelRoutes,
});

function channelRoutes({
  home,
  channels,
  people,
}: {
  readonly home: Home;
  readonly channels: Channels;
  readonly people: ApiPeople;
}): Routes<keyof typeof ACCESS> {
  const rights = new ChannelRights(people);
  /**
   * Finds a channel that the request may change.
   * @throws JiaError `not-found`, `forbidden`
   */
  const find = (request: FastifyRequest, id: string): ChannelInfo => {
    const found = channels.get(id);
    rights.check(request, found);
    return found;
  };
  const languageOf = ({ headers }: FastifyRequest) => replyLanguage(home, headers);
  const answers = { 200: ChannelBody, ...errorResponses };
  return (app) => {
    app.route("GET /api/channels", {
      schema: {
        operationId: "listChannels",
        summary: "List the ways by which notices are sent",
        querystring: CHANNELS.query(),
        response: { 200: CHANNELS.body(), ...errorResponses },
      },
      handler: (request, reply) => {
        const language = languageOf(request);
        const own = channels.list().filter((channel) => rights.has(request, channel));
        return CHANNELS.send(request, reply, own, (channel) => channelJson(channel, language));
      },
    });

    app.route("GET /api/channels/ways", {
      schema: {
        operationId: "listChannelWays",
        summary: "List the kinds of ways, with what each needs to know",
        querystring: WAYS.query(),
        response: { 200: WAYS.body(), ...errorResponses },
      },
      handler: (request, reply) => {
        const language = languageOf(request);
        return WAYS.send(request, reply, channels.ways, (way) => wayJson(way, language));
      },
    });

    app.route("POST /api/channels", {
      schema: {
        operationId: "createChannel",
        summary: "Add a way to send notices",
        querystring: NoQuery,
        body: AddBody,
        response: { 201: ChannelBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { id, way, name, values, person: named, ...rest } = request.body;
        if (channels.ways.find((each) => each.name === way)?.subscribed) {
          throw new JiaError("invalid-request", { detail: message("channels.onlySubscribed") });
        }
        const person = rights.personOf(request, named);
        const given = { ...(id !== undefined && { id }), way, name, values, ...patchOf({ ...rest, person }, null) };
        const made = await channels.add(given);
        return created(reply, `/api/channels/${made.id}`, channelJson(made, languageOf(request)));
      },
    });

    app.route("GET /api/channels/:id", {
      schema: {
        operationId: "getChannel",
        summary: "Get a channel",
        params: IdParams,
        querystring: NoQuery,
        response: answers,
      },
      handler: (request) => channelJson(find(request, request.params.id), languageOf(request)),
    });

    app.route("PATCH /api/channels/:id", {
      schema: {
        operationId: "updateChannel",
        summary: "Change a channel",
        params: IdParams,
        querystring: NoQuery,
        body: ChangeBody,
        response: answers,
      },
      handler: async (request) => {
        const { id } = request.params;
        const { name, values, person: named, ...rest } = request.body;
        const found = find(request, id);
        const person = named === undefined ? found.person : rights.personOf(request, named);
        const patch: ChannelPatch = {
          ...(name !== undefined && { name }),
          ...(values !== undefined && { values }),
          ...patchOf({ ...rest, ...(named !== undefined && { person }) }, found.quiet),
        };
        return channelJson(await channels.change(id, patch), languageOf(request));
      },
    });

    app.route("DELETE /api/channels/:id", {
      schema: {
        operationId: "deleteChannel",
        summary: "Remove a channel",
        params: IdParams,
        querystring: NoQuery,
        response: answers,
      },
      handler: async (request) =>
        channelJson(await channels.remove(find(request, request.params.id).id), languageOf(request)),
    });

    app.route("POST /api/channels/:id/test", {
      schema: {
        operationId: "testChannel",
        summary: "Send a test message by a channel",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: TestBody, ...errorResponses },
      },
      handler: async (request) => {
        const result = await channels.test(find(request, request.params.id).id, languageOf(request));
        return result.ok ? { ok: true, why: null } : { ok: false, why: textOf(result.why, languageOf(request)) };
      },
    });
  };
}

/**
 * The common fields of a new and a changed channel.
 * @throws JiaError `invalid-request` for invalid hours
 */
export function patchOf(
  { person, levels, quiet, quietAlarms, enabled }: z.output<z.ZodObject<typeof Settings>>,
  before: { readonly from: string; readonly to: string; readonly alarms: boolean } | null,
): Pick<ChannelPatch, "person" | "levels" | "quiet" | "enabled"> {
  const hours = quiet === undefined || quiet === null ? before : quietHours(quiet);
  if (typeof quiet === "string" && hours === null) {
    throw new JiaError("invalid-request", { detail: message("channels.needsHours") });
  }
  const changes = quiet !== undefined || quietAlarms !== undefined;
  const alarms = quietAlarms ?? before?.alarms ?? false;
  return {
    ...(person !== undefined && { person }),
    ...(levels !== undefined && { levels }),
    ...(changes && { quiet: quiet === null || hours === null ? null : { from: hours.from, to: hours.to, alarms } }),
    ...(enabled !== undefined && { enabled }),
  };
}
