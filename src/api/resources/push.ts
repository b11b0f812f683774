import { z } from "zod";
import { type Home, JiaError, NOTICE_LEVELS } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Channels } from "../../people/notices/index.ts";
import type { ApiPeople } from "../asker.ts";
import { ChannelBody, channelJson } from "../channel-json.ts";
import { created } from "../created.ts";
import { replyLanguage } from "../language.ts";
import { ChannelRights } from "../notice-access.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { patchOf } from "./channels.ts";

/** The identity whose public key browsers subscribe with. */
export interface PushIdentity {
  publicKey(): Promise<string>;
}

const Endpoint = z.url({ protocol: /^https?$/ }).max(2000);
const Key = z.string().regex(/^[\w+/=-]{10,200}$/);

const SubscribeBody = z
  .strictObject({
    endpoint: Endpoint,
    expirationTime: z.number().nullish(),
    keys: z.strictObject({ p256dh: Key, auth: Key }),
    name: z.string().trim().min(1).max(64).optional().meta({ description: "Default: the browser's own." }),
    person: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .meta({ description: "Whose browser it is. Default: who asks, or everybody." }),
    levels: z.array(z.enum(NOTICE_LEVELS)).min(1).max(3).optional(),
    quiet: z.string().max(20).optional(),
    quietAlarms: z.boolean().optional(),
  })
  .meta({ id: "PushSubscription", description: "What `PushSubscription.toJSON()` of a browser gives, and for whom." });

const ACCESS = {
  "GET /api/push/key": { who: "everyone", scope: "read" },
  "POST /api/push/subscriptions": { who: "everyone", scope: "configure" },
  "DELETE /api/push/subscriptions": { who: "everyone", scope: "configure" },
} as const satisfies AccessTable;

/** Browsers that want notices by web push: each subscription is a channel. */
export const pushResource = defineResource({
  tag: "channels",
  access: ACCESS,
  standsBy: ({ channels }) => channels.standsBy,
  routes: pushRoutes,
});

function pushRoutes({
  home,
  channels,
  push: identity,
  people,
}: {
  readonly home: Home;
  readonly channels: Channels;
  readonly push: PushIdentity;
  readonly people: ApiPeople;
}): Routes<keyof typeof ACCESS> {
  const rights = new ChannelRights(people);
  return (app) => {
    app.route("GET /api/push/key", {
      schema: {
        operationId: "getPushKey",
        summary: "Get the key that browsers subscribe with",
        description: "The `applicationServerKey` of `pushManager.subscribe`.",
        querystring: NoQuery,
        response: { 200: z.object({ key: z.string() }), ...errorResponses },
      },
      handler: async () => ({ key: await identity.publicKey() }),
    });

    app.route("POST /api/push/subscriptions", {
      schema: {
        operationId: "createPushSubscription",
        summary: "Subscribe a browser",
        description: "The same subscription again changes its channel.",
        querystring: NoQuery,
        body: SubscribeBody,
        response: { 200: ChannelBody, 201: ChannelBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { body, headers } = request;
        const { endpoint, keys, name, levels, quiet, quietAlarms } = body;
        const values = { endpoint, p256dh: urlSafe(keys.p256dh), auth: urlSafe(keys.auth) };
        const known = channels.holding("push", "endpoint", endpoint);
        if (known) rights.check(request, known);
        const person = body.person === undefined && known ? undefined : rights.personOf(request, body.person);
        const patch = patchOf({ person, levels, quiet, quietAlarms }, known?.quiet ?? null);
        const language = replyLanguage(home, headers);
        if (known) {
          const changed = await channels.change(known.id, { ...patch, values, ...(name !== undefined && { name }) });
          return reply.code(200).send(channelJson(changed, language));
        }
        const made = { way: "push", name: name ?? browserName(headers["user-agent"]), values, ...patch };
        const added = await channels.add(made);
        return created(reply, `/api/channels/${added.id}`, channelJson(added, language));
      },
    });

    app.route("DELETE /api/push/subscriptions", {
      schema: {
        operationId: "deletePushSubscription",
        summary: "Unsubscribe a browser",
        querystring: NoQuery,
        body: z.strictObject({ endpoint: Endpoint }),
        response: { 200: ChannelBody, ...errorResponses },
      },
      handler: async (request) => {
        const { body, headers } = request;
        const known = channels.holding("push", "endpoint", body.endpoint);
        if (!known) throw new JiaError("not-found", { what: message("channels.subscriptionNamed") });
        rights.check(request, known);
        return channelJson(await channels.remove(known.id), replyLanguage(home, headers));
      },
    });
  };
}

/** base64 as base64url: some browsers give the former. */
function urlSafe(key: string): string {
  return key.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg/, "Edge"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS/, "Mac"],
  [/Linux/, "Linux"],
];

/** The name of a browser by its User-Agent, as far as it is known: "Firefox Android". */
function browserName(agent = ""): string {
  const named = [BROWSERS, SYSTEMS].flatMap((names) => names.find(([pattern]) => pattern.test(agent))?.[1] ?? []);
  return named.join(" ") || "Browser";
}
