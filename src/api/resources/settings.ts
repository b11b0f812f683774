import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Home, Phrase } from "../../home/index.ts";
import { type Language, textOf } from "../../language/index.ts";
import { replyLanguage } from "../language.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

/** A setting as it is shown. A secret has no value. */
export interface SettingView {
  readonly name: string;
  /** In use now. */
  readonly value: unknown;
  /** From the next start on. */
  readonly saved: unknown;
  readonly isSet: boolean;
  readonly default: unknown;
  readonly source: "flag" | "environment" | "file" | "default";
  /** The option, the variable or the file; null for a default. */
  readonly from: string | null;
  readonly secret: boolean;
  readonly about: Phrase;
  readonly expected: Phrase;
  /** JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly environment: string | null;
  readonly flag: string | null;
  readonly changes: "now" | "restart" | "file";
  readonly restartNeeded: boolean;
}

/** The settings of this Jia; `app/settings.ts` implements it. */
export interface SettingsPort {
  list(): readonly SettingView[];
  /** Writes settings; null brings back a default. @returns those that were given */
  change(changes: Readonly<Record<string, unknown>>): readonly SettingView[];
  /** @returns what restarts Jia */
  restart(): () => void;
}

const SettingBody = z
  .object({
    name: z.string().meta({ description: "Its place in jia.yaml.", examples: ["log.level"] }),
    value: z.unknown().meta({ description: "In use now. null for a secret." }),
    saved: z.unknown().meta({ description: "From the next start on. null for a secret." }),
    isSet: z.boolean().meta({ description: "Whether it has a value: all that is told of a secret." }),
    default: z.unknown(),
    source: z
      .enum(["flag", "environment", "file", "default"])
      .meta({ description: "An option wins over the environment, that over jia.yaml, and that over the default." }),
    from: z.string().nullable().meta({ description: "The option, the variable or the file." }),
    secret: z.boolean(),
    about: z.string().meta({ description: "What it is for, in the language of Accept-Language." }),
    expected: z.string().meta({ description: "What to give, in the language of Accept-Language." }),
    schema: z.record(z.string(), z.unknown()).meta({ description: "The type and the range, as JSON Schema." }),
    environment: z.string().nullable().meta({ description: "The variable that sets it." }),
    flag: z.string().nullable().meta({ description: "The option that sets it." }),
    changes: z
      .enum(["now", "restart", "file"])
      .meta({ description: "When a change by the API holds. file: it can be changed only in jia.yaml itself." }),
    restartNeeded: z.boolean().meta({ description: "Whether the next start has another value." }),
  })
  .meta({ id: "Setting" });

const ACCESS = {
  "GET /api/settings": { who: "adults", scope: "configure" },
  "PATCH /api/settings": { who: "proven", scope: "admin" },
  "POST /api/restart": { who: "proven", scope: "admin" },
} as const satisfies AccessTable;

/** The settings of jia.yaml. */
export const settingsResource = defineResource({ tag: "settings", access: ACCESS, routes: settingRoutes });

function settingRoutes({
  home,
  settings,
}: {
  readonly home: Home;
  readonly settings: SettingsPort;
}): Routes<keyof typeof ACCESS> {
  const languageOf = (request: FastifyRequest) => replyLanguage(home, request.headers);

  return (app) => {
    app.route("GET /api/settings", {
      schema: {
        operationId: "listSettings",
        summary: "List all settings",
        querystring: NoQuery,
        response: { 200: z.object({ settings: z.array(SettingBody), next: z.null() }), ...errorResponses },
      },
      handler: (request) => ({
        settings: settings.list().map((each) => settingJson(each, languageOf(request))),
        next: null,
      }),
    });

    app.route("PATCH /api/settings", {
      schema: {
        operationId: "updateSettings",
        summary: "Change settings",
        description:
          "Writes them into jia.yaml, and keeps its comments. All of them or none: what is not valid is named with what to give. " +
          "Those of `restartNeeded` hold after POST /api/restart.",
        querystring: NoQuery,
        body: z.strictObject({
          settings: z
            .record(z.string().max(100), z.unknown())
            .refine((given) => Object.keys(given).length > 0)
            .meta({
              description: "Values by name; null brings back the default.",
              examples: [{ "log.level": "info", "notices.minutes.door": null }],
            }),
        }),
        response: {
          200: z.object({ settings: z.array(SettingBody), restartNeeded: z.array(z.string()) }),
          ...errorResponses,
        },
      },
      handler: (request) => {
        const changed = settings.change(request.body.settings);
        return {
          settings: changed.map((each) => settingJson(each, languageOf(request))),
          restartNeeded: changed.filter((each) => each.restartNeeded).map(({ name }) => name),
        };
      },
    });

    app.route("POST /api/restart", {
      schema: {
        operationId: "restart",
        summary: "Restart Jia",
        description: "With the settings as they are now. /ready answers again after some seconds.",
        querystring: NoQuery,
        response: { 202: z.object({ restarting: z.literal(true) }), ...errorResponses },
      },
      handler: async (_request, reply) => {
        // The answer is sent before Jia stops.
        reply.raw.once("close", settings.restart());
        return await reply.code(202).header("connection", "close").send({ restarting: true });
      },
    });
  };
}

function settingJson({ about, expected, schema, ...shown }: SettingView, language: Language) {
  return { ...shown, about: textOf(about, language), expected: textOf(expected, language), schema: { ...schema } };
}
