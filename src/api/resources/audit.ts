import { z } from "zod";
import { type AuditEntry, type Home, JiaError, type Origin } from "../../home/index.ts";
import { type Language, message } from "../../language/index.ts";
import { requireDevice } from "../find-device.ts";
import { originJson, outcomeJson, timeJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { PagedList } from "../list.ts";
import { type AccessTable, defineResource, errorResponses, type Routes } from "../resource.ts";
import { NotedOutcomeBody, ValueBody } from "../schemas.ts";

/** Reads the audit, newest first; the store's repository implements it. */
export interface AuditSource {
  numbered(filter: {
    readonly device?: string;
    readonly origin?: Origin["kind"];
    readonly from?: number;
    readonly to?: number;
    readonly before?: { readonly at: number; readonly id: number };
    readonly limit?: number;
  }): Promise<readonly { readonly id: number; readonly entry: AuditEntry }[]>;
}

const Moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
export const ORIGINS = [
  "person",
  "conversation",
  "schedule",
  "scene",
  "api",
  "mcp",
] as const satisfies Origin["kind"][];

const EntryBody = z
  .object({
    at: z.string().meta({ description: "When it was asked for." }),
    origin: z.looseObject({
      kind: z.enum(ORIGINS),
      person: z.string().optional().meta({ description: "Id of the person, where it was known." }),
      stranger: z.literal(true).optional().meta({ description: "It was none of the people of the home." }),
      pin: z.literal(true).optional().meta({ description: "The right PIN came with it." }),
    }),
    said: z.string().optional().meta({ description: "What a person said, in a conversation." }),
    command: z.object({
      device: z.string(),
      properties: z.record(z.string(), ValueBody).optional(),
      action: z.string().optional(),
      in: z.array(ValueBody).optional(),
    }),
    outcomes: z.array(NotedOutcomeBody),
    ms: z.number().meta({ description: "Time until the last outcome; 0 without one." }),
  })
  .meta({ id: "AuditEntry" });

const LIST = new PagedList("entries", EntryBody, { key: ["number", "number"], standard: 100, most: 1_000 });

export const AuditBody = LIST.body();

const ACCESS = {
  "GET /api/audit": { who: "adults", scope: "admin" },
} as const satisfies AccessTable;

/** The audit: commands with their authors, times and outcomes. */
export const auditResource = defineResource({
  tag: "audit",
  access: ACCESS,
  routes: auditRoutes,
});

function auditRoutes({
  home,
  audit,
}: {
  readonly home: Home;
  readonly audit: AuditSource;
}): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/audit", {
      schema: {
        operationId: "listAudit",
        summary: "List all commands, newest first",
        querystring: LIST.query({
          device: z.string().max(200).optional().meta({ description: "Id or handle." }),
          origin: z.enum(ORIGINS).optional(),
          from: Moment.optional(),
          to: Moment.optional(),
        }),
        response: { 200: AuditBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { device, origin, from, to } = request.query;
        const wanted = LIST.wanted(request);
        const id = device === undefined ? undefined : (home.device(device)?.id ?? device);
        // A device that is gone is still found by its id; a name without any entry is an error.
        if (device !== undefined && id === device && (await audit.numbered({ device, limit: 1 })).length === 0) {
          requireDevice(home, device);
        }
        if (from !== undefined && to !== undefined && from > to) {
          throw new JiaError("invalid-request", { detail: message("api.fromAfterTo") });
        }
        const entries = await audit.numbered({
          limit: wanted.limit + 1,
          ...(wanted.after && { before: { at: Number(wanted.after[0]), id: Number(wanted.after[1]) } }),
          ...(id !== undefined && { device: id }),
          ...(origin !== undefined && { origin }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        });
        const page = LIST.cut(wanted, entries, ({ id, entry }) => [entry.at, id]);
        const language = replyLanguage(home, request.headers);
        return await LIST.sendPage(request, reply, page, ({ entry }) => entryJson(entry, home, language));
      },
    });
  };
}

function entryJson({ at, origin, command, outcomes, ms }: AuditEntry, home: Home, language: Language) {
  const device = home.device(command.device)?.handle ?? command.device;
  const said = origin.kind === "conversation" ? origin.text : undefined;
  return {
    at: timeJson(at),
    origin: originJson(origin),
    ...(said !== undefined && { said }),
    command:
      command.kind === "set"
        ? { device, properties: Object.fromEntries(command.properties.map(({ address, value }) => [address, value])) }
        : { device, action: command.action, in: [...command.in] },
    outcomes: outcomes.map((outcome) => outcomeJson(outcome, home, language)),
    ms,
  };
}
