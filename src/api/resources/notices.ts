import { z } from "zod";
import { cleanText, type Home, JiaError, NOTICE_LEVELS } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { isFor, type Notice, type Notices } from "../../people/notices/index.ts";
import type { ApiPeople } from "../asker.ts";
import { sendExecution } from "../execution-status.ts";
import { requireDevice } from "../find-device.ts";
import { replyLanguage } from "../language.ts";
import { PagedList } from "../list.ts";
import { noticeReader } from "../notice-access.ts";
import { NoticeBody, noticeJson, UnreadBody } from "../notice-json.ts";
import { requestOrigin } from "../origin.ts";
import { IdParams, IsoMoment } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { commandResponses } from "../schemas.ts";
import { clientDisconnected } from "../stream.ts";

const YesNo = z.enum(["true", "false"]);
const Person = z
  .string()
  .min(1)
  .max(64)
  .optional()
  .meta({ description: "The person who reads, by id, name or alias. Default: who asks, or everybody." });

const LIST = new PagedList("notices", NoticeBody, { key: ["number", "string"], standard: 100, most: 1_000 });

const ListQuery = LIST.query({
  person: Person,
  unread: YesNo.optional().meta({ description: "true: only what that reader has not read." }),
  level: z.enum(NOTICE_LEVELS).optional().meta({ description: "This level and above." }),
  device: z.string().max(200).optional().meta({ description: "Id or handle." }),
  room: z.string().max(200).optional().meta({ description: "By id, name or alias." }),
  ended: YesNo.optional().meta({ description: "true: only what is over. false: only what is not." }),
  from: IsoMoment.optional(),
  to: IsoMoment.optional(),
});

const ListBody = LIST.body({ unread: UnreadBody });

const ReadBody = z
  .strictObject({
    ids: z.array(z.string().min(1).max(100)).min(1).max(1000).optional().meta({ description: "All when left out." }),
    person: Person,
  })
  .meta({ id: "ReadRequest" });

const ACCESS = {
  "GET /api/notices": { who: "everyone", scope: "read" },
  "GET /api/notices/unread": { who: "everyone", scope: "read" },
  "POST /api/notices/read": { who: "everyone", scope: "control" },
  "POST /api/notices/:id/act": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** The feed of what people should know. */
export const noticesResource = defineResource({
  tag: "notices",
  access: ACCESS,
  standsBy: ({ notices }) => notices.standsBy,
  routes: noticeRoutes,
});

function noticeRoutes({
  home,
  notices,
  people,
}: {
  readonly home: Home;
  readonly notices: Notices;
  readonly people: ApiPeople;
}): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/notices", {
      schema: {
        operationId: "listNotices",
        summary: "List notices, newest first",
        querystring: ListQuery,
        response: { 200: ListBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const language = replyLanguage(home, request.headers);
        const { person, unread, level, device, room, ended, from, to } = request.query;
        const reader = noticeReader(request, person, people);
        const found = notices.list({
          reader,
          limit: Number.POSITIVE_INFINITY,
          ...(unread === "true" && { unread: true }),
          ...(level !== undefined && { level }),
          ...(device !== undefined && { device: requireDevice(home, device).id }),
          ...(room !== undefined && { room: home.layout.roomNamed(room).id }),
          ...(ended !== undefined && { ended: ended === "true" }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        });
        const page = LIST.pageOf(request, found, ({ lastAt, id }) => [lastAt, id], "falling");
        const json = (notice: Notice) => noticeJson(notice, notices, reader, home, language);
        return await LIST.sendPage(request, reply, page, json, { unread: notices.unread(reader) });
      },
    });

    app.route("GET /api/notices/unread", {
      schema: {
        operationId: "countUnreadNotices",
        summary: "Count unread notices",
        querystring: z.strictObject({ person: Person }),
        response: { 200: UnreadBody, ...errorResponses },
      },
      handler: (request) => notices.unread(noticeReader(request, request.query.person, people)),
    });

    app.route("POST /api/notices/read", {
      schema: {
        operationId: "markNoticesRead",
        summary: "Mark notices as read",
        description: "What everybody has read is read by each person.",
        querystring: NoQuery,
        body: ReadBody,
        response: {
          200: z.object({ read: z.number().meta({ description: "How many were unread." }), unread: UnreadBody }),
          ...errorResponses,
        },
      },
      handler: async (request) => {
        const { body } = request;
        const reader = noticeReader(request, body.person, people);
        const read = await notices.markRead(body.ids ?? "all", reader);
        return { read, unread: notices.unread(reader) };
      },
    });

    app.route("POST /api/notices/:id/act", {
      schema: {
        operationId: "actOnNotice",
        summary: "Do what helps",
        description: "Runs the commands of the notice as the policy says. Statuses as for setting properties.",
        params: IdParams,
        querystring: NoQuery,
        body: z.strictObject({}).nullish(),
        response: commandResponses,
      },
      handler: async (request, reply) => {
        const { id } = request.params;
        const found = notices.get(id);
        // A notice for others does not exist for this person.
        if (found && !isFor(found, noticeReader(request, undefined, people))) {
          throw new JiaError("not-found", { what: message("notices.noticeNamed", { id: cleanText(id) }) });
        }
        const execution = await notices.act(id, requestOrigin(request), clientDisconnected(reply));
        return sendExecution(execution, home, request, reply);
      },
    });
  };
}
