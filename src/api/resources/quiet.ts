import { z } from "zod";
import type { Channels } from "../../people/notices/index.ts";
import type { ApiPeople } from "../asker.ts";
import { timeJson } from "../json.ts";
import { noticeReader } from "../notice-access.ts";
import { IsoMoment } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, type Routes } from "../resource.ts";

const Person = z
  .string()
  .min(1)
  .max(64)
  .optional()
  .meta({ description: "A person, by id, name or alias. Default: who asks, or everybody." });
const QuietBody = z
  .object({ until: z.string().nullable().meta({ description: "Nothing but alarms is sent before it; null: all is." }) })
  .meta({ id: "Quiet" });

const ACCESS = {
  "GET /api/notices/quiet": { who: "everyone", scope: "read" },
  "PUT /api/notices/quiet": { who: "everyone", scope: "configure" },
} as const satisfies AccessTable;

/** Quiet times: people who get only alarms for a while. */
export const quietResource = defineResource({
  tag: "notices",
  access: ACCESS,
  standsBy: ({ channels }) => channels.standsBy,
  routes: quietRoutes,
});

function quietRoutes({
  channels,
  people,
}: {
  readonly channels: Channels;
  readonly people: ApiPeople;
}): Routes<keyof typeof ACCESS> {
  const told = (person: string | null) => {
    const until = channels.quietUntil(person);
    return { until: until === null ? null : timeJson(until) };
  };
  return (app) => {
    app.route("GET /api/notices/quiet", {
      schema: {
        operationId: "getQuietTime",
        summary: "Tell until when nothing but alarms is sent",
        querystring: z.strictObject({ person: Person }),
        response: { 200: QuietBody, ...errorResponses },
      },
      handler: (request) => told(noticeReader(request, request.query.person, people)),
    });

    app.route("PUT /api/notices/quiet", {
      schema: {
        operationId: "setQuietTime",
        summary: "Send nothing but alarms until then",
        querystring: z.strictObject({ person: Person }),
        body: z.strictObject({ until: IsoMoment.nullable() }),
        response: { 200: QuietBody, ...errorResponses },
      },
      handler: async (request) => {
        const person = noticeReader(request, request.query.person, people);
        await channels.setQuietUntil(person, request.body.until);
        return told(person);
      },
    });
  };
}
