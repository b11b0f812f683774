import { z } from "zod";
import { type Home, NOTICE_LEVELS } from "../../home/index.ts";
import type { Notices, Reader } from "../../people/notices/index.ts";
import { executionStatus } from "../execution-status.ts";
import { findDevice } from "../find-device.ts";
import { executionJson } from "../json.ts";
import { NoticeBody, noticeJson, UnreadBody } from "../notice-json.ts";
import { originOf } from "../origin.ts";
import { Id, Moment } from "../plan-schemas.ts";
import { errorResponses, NoQuery, type Routes } from "../plugin.ts";
import { readerLanguage } from "../reader.ts";
import { commandResponses } from "../schemas.ts";
import { clientGone } from "../stream.ts";

const YesNo = z.enum(["true", "false"]);
const Person = z
  .string()
  .min(1)
  .max(64)
  .optional()
  .meta({ description: "Id of the person who reads. Default: everybody." });

const ListQuery = z.strictObject({
  person: Person,
  unread: YesNo.optional().meta({ description: "true: only what that reader has not read." }),
  level: z.enum(NOTICE_LEVELS).optional().meta({ description: "This level and above." }),
  device: z.string().max(200).optional().meta({ description: "Id or handle." }),
  room: z.string().max(200).optional().meta({ description: "By id, name or alias." }),
  ended: YesNo.optional().meta({ description: "true: only what is over. false: only what is not." }),
  from: Moment.optional(),
  to: Moment.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

const ListBody = z.object({ notices: z.array(NoticeBody), unread: UnreadBody });

const ReadBody = z
  .strictObject({
    ids: z.array(z.string().min(1).max(100)).min(1).max(1000).optional().meta({ description: "All when left out." }),
    person: Person,
  })
  .meta({ id: "ReadRequest" });

/** The feed of what people should know. */
export function noticeRoutes(home: Home, notices: Notices): Routes {
  const readerOf = (person: string | undefined): Reader => person ?? null;
  return (app) => {
    app.route({
      method: "GET",
      url: "/api/notices",
      schema: {
        summary: "List notices, newest first",
        tags: ["notices"],
        querystring: ListQuery,
        response: { 200: ListBody, ...errorResponses },
      },
      handler: ({ query, headers }) => {
        const language = readerLanguage(home, headers);
        const { person, unread, level, device, room, ended, from, to, limit } = query;
        const reader = readerOf(person);
        const found = notices.list({
          reader,
          limit,
          ...(unread === "true" && { unread: true }),
          ...(level !== undefined && { level }),
          ...(device !== undefined && { device: findDevice(home, device).id }),
          ...(room !== undefined && { room: home.layout.roomNamed(room).id }),
          ...(ended !== undefined && { ended: ended === "true" }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        });
        return {
          notices: found.map((notice) => noticeJson(notice, notices, reader, home, language)),
          unread: notices.unread(reader),
        };
      },
    });

    app.route({
      method: "GET",
      url: "/api/notices/unread",
      schema: {
        summary: "Count unread notices",
        tags: ["notices"],
        querystring: z.strictObject({ person: Person }),
        response: { 200: UnreadBody, ...errorResponses },
      },
      handler: ({ query }) => notices.unread(readerOf(query.person)),
    });

    app.route({
      method: "POST",
      url: "/api/notices/read",
      schema: {
        summary: "Mark notices as read",
        description: "What everybody has read is read by each person.",
        tags: ["notices"],
        querystring: NoQuery,
        body: ReadBody,
        response: {
          200: z.object({ read: z.number().meta({ description: "How many were unread." }), unread: UnreadBody }),
          ...errorResponses,
        },
      },
      handler: async ({ body }) => {
        const reader = readerOf(body.person);
        const read = await notices.markRead(body.ids ?? "all", reader);
        return { read, unread: notices.unread(reader) };
      },
    });

    app.route({
      method: "POST",
      url: "/api/notices/:id/act",
      schema: {
        summary: "Do what helps",
        description: "Runs the commands of the notice as the policy says. Statuses as for setting properties.",
        tags: ["notices"],
        params: Id,
        querystring: NoQuery,
        body: z.strictObject({}).nullish(),
        response: commandResponses,
      },
      handler: async (request, reply) => {
        const language = readerLanguage(home, request.headers);
        const execution = await notices.act(request.params.id, originOf(request), clientGone(reply));
        const { status, error } = executionStatus(execution, home, language);
        return reply.code(status).send({ ...(error && { error }), ...executionJson(execution, home, language) });
      },
    });
  };
}
