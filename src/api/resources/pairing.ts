import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Command, Device, Home, Phrase } from "../../home/index.ts";
import { type Language, textOf } from "../../language/index.ts";
import { sendExecution } from "../execution-status.ts";
import { timeJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { requestOrigin } from "../origin.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { commandResponses } from "../schemas.ts";
import { clientDisconnected } from "../stream.ts";

/** Networks that let new devices in, and who came. Times in milliseconds since the epoch. */
export interface PairingView {
  /** Until when a network is open, at the latest; null when none is. */
  readonly until: number | null;
  readonly gateways: readonly { readonly gateway: Device; readonly until: number | null }[];
  /** Dialects that cannot do it, with what to do instead. */
  readonly others: readonly { readonly dialect: string; readonly instead: Phrase }[];
  readonly found: readonly {
    readonly id: string;
    readonly name: string;
    readonly stage: "joined" | "asked" | "failed" | "known";
    readonly model: string | null;
    readonly at: number;
    /** null while it is no device of the home yet. */
    readonly device: Device | null;
    readonly suggestion: { readonly name: string | null; readonly room: string | null };
  }[];
}

/** Lets new devices in; `app/pairing.ts` implements it. */
export interface PairingPort {
  /** The commands that open networks. @throws JiaError `conflict` with what to do instead, `not-found` */
  opening(
    seconds: number,
    where: { readonly dialect: string | null; readonly room: string | null },
  ): readonly Command[];
  closing(): readonly Command[];
  view(language: Language): PairingView;
}

/** Longest time that a Zigbee network can be opened for. */
const MAX_SECONDS = 254;

export const PairingBody = z
  .object({
    until: z
      .string()
      .nullable()
      .meta({ description: "Until when new devices may join, at the latest; null: they may not." }),
    gateways: z.array(
      z.object({
        device: z.string().meta({ description: "The handle." }),
        dialect: z.string(),
        until: z.string().nullable(),
      }),
    ),
    others: z
      .array(z.object({ dialect: z.string(), instead: z.string() }))
      .meta({ description: "Where Jia cannot let devices in, with what to do instead." }),
    found: z.array(
      z.object({
        id: z.string(),
        device: z.string().nullable().meta({ description: "The handle; null while it is no device of the home yet." }),
        name: z.string().meta({ description: "What its gateway calls it." }),
        stage: z
          .enum(["joined", "asked", "failed", "known"])
          .meta({ description: "asked: its gateway asks it what it is. failed: it gave no answer. known: it did." }),
        model: z.string().nullable(),
        at: z.string(),
        suggestion: z.object({ name: z.string().nullable(), room: z.string().nullable() }),
      }),
    ),
  })
  .meta({ id: "Pairing" });

const ACCESS = {
  "GET /api/pairing": { who: "adults", scope: "read" },
  "POST /api/pairing": { who: "proven", scope: "configure" },
  "DELETE /api/pairing": { who: "adults", scope: "configure" },
} as const satisfies AccessTable;

/** New devices: the networks of gateways are opened for a while. */
export const pairingResource = defineResource({ tag: "pairing", access: ACCESS, routes: pairingRoutes });

function pairingRoutes({
  home,
  pairing,
}: {
  readonly home: Home;
  readonly pairing: PairingPort;
}): Routes<keyof typeof ACCESS> {
  const execute = async (commands: readonly Command[], request: FastifyRequest, reply: FastifyReply) => {
    const execution = await home.execute(commands, requestOrigin(request), { signal: clientDisconnected(reply) });
    return sendExecution(execution, home, request, reply);
  };

  return (app) => {
    app.route("GET /api/pairing", {
      schema: {
        operationId: "getPairing",
        summary: "Tell whether new devices may join, and which came",
        querystring: NoQuery,
        response: { 200: PairingBody, ...errorResponses },
      },
      handler: (request) => {
        const language = replyLanguage(home, request.headers);
        return pairingJson(pairing.view(language), language);
      },
    });

    app.route("POST /api/pairing", {
      schema: {
        operationId: "startPairing",
        summary: "Let new devices join for a while",
        description:
          "A command like any other: 202 when the policy wants a yes first (POST /api/confirmations/:id). The network closes by " +
          "itself, also when Jia ends. 409 with what to do instead where nothing can be opened.",
        querystring: NoQuery,
        body: z.strictObject({
          seconds: z.number().int().min(1).max(MAX_SECONDS).default(120),
          dialect: z.string().min(1).max(40).optional().meta({ description: "Only gateways of this dialect." }),
          room: z.string().min(1).max(200).optional().meta({
            description: "Where the new devices are, by id or name: the room that is suggested for them.",
          }),
        }),
        response: commandResponses,
      },
      handler: async (request, reply) => {
        const { seconds, dialect = null, room } = request.body;
        const place = room === undefined ? null : home.layout.roomNamed(room).id;
        return await execute(pairing.opening(seconds, { dialect, room: place }), request, reply);
      },
    });

    app.route("DELETE /api/pairing", {
      schema: {
        operationId: "stopPairing",
        summary: "Let no more devices join",
        querystring: NoQuery,
        response: commandResponses,
      },
      handler: (request, reply) => execute(pairing.closing(), request, reply),
    });

    function pairingJson(
      { until, gateways, others, found }: PairingView,
      language: Language,
    ): z.input<typeof PairingBody> {
      const time = (at: number | null): string | null => (at === null ? null : timeJson(at));
      return {
        until: time(until),
        gateways: gateways.map(({ gateway, until: end }) => ({
          ...{ device: gateway.handle, dialect: gateway.dialect, until: time(end) },
        })),
        others: others.map(({ dialect, instead }) => ({ dialect, instead: textOf(instead, language) })),
        found: found.map(({ id, name, stage, model, at, device, suggestion }) => ({
          ...{ id, name, stage, model, at: timeJson(at), suggestion },
          device: device?.handle ?? null,
        })),
      };
    }
  };
}
