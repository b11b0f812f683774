import { z } from "zod";
import { NOTICE_LEVELS } from "../home/index.ts";
import { type Language, textOf } from "../language/index.ts";
import type { ChannelInfo, Channels } from "../people/notices/index.ts";
import { timeJson } from "./json.ts";

const Levels = z.array(z.enum(NOTICE_LEVELS));

export const ChannelBody = z
  .object({
    id: z.string(),
    way: z.string().meta({ examples: ["ntfy"] }),
    name: z.string(),
    person: z.string().nullable().meta({ description: "Id of the person it reaches; null: everybody." }),
    levels: Levels,
    quiet: z
      .string()
      .nullable()
      .meta({ description: "Hours without messages.", examples: ["22:00-07:00"] }),
    quietAlarms: z.boolean().meta({ description: "Alarms wait in these hours as well." }),
    enabled: z.boolean(),
    settings: z.record(z.string(), z.string()),
    secrets: z
      .array(z.string())
      .meta({ description: "Names of the secrets that are set. Their values are never told." }),
    host: z.string().meta({ description: "Where it leads." }),
    fromFile: z.boolean().meta({ description: "It stands in jia.yaml, and is changed there." }),
    failing: z
      .object({ since: z.string().nullable(), failures: z.number(), why: z.string() })
      .nullable()
      .meta({ description: "Messages in a row that did not arrive; null: none." }),
    workedAt: z.string().nullable(),
  })
  .meta({ id: "Channel" });

export const WayBody = z
  .object({
    name: z.string(),
    about: z.string(),
    subscribed: z.boolean().meta({ description: "A browser subscribes by itself: POST /api/push/subscriptions." }),
    fields: z.array(
      z.object({
        name: z.string(),
        about: z.string(),
        secret: z.boolean(),
        required: z.boolean(),
        default: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Way" });

/** A channel as JSON, without its secrets. */
export function channelJson(channel: ChannelInfo, language: Language) {
  const { id, way, name, person, levels, quiet, enabled, settings, secrets, host, fromFile, state } = channel;
  const { failures, failingSince, failure, workedAt } = state;
  return {
    id,
    way,
    name,
    person,
    levels: [...levels],
    quiet: quiet === null ? null : `${quiet.from}-${quiet.to}`,
    quietAlarms: quiet?.alarms ?? false,
    enabled,
    settings: { ...settings },
    secrets: [...secrets],
    host,
    fromFile,
    failing:
      failures === 0
        ? null
        : {
            since: failingSince === null ? null : timeJson(failingSince),
            failures,
            why: textOf(failure ?? "", language),
          },
    workedAt: workedAt === null ? null : timeJson(workedAt),
  };
}

/** A way to send notices as JSON, with the settings that it needs. */
export function wayJson({ name, about, fields, subscribed }: Channels["ways"][number], language: Language) {
  return {
    name,
    about: textOf(about, language),
    subscribed: subscribed === true,
    fields: fields.map((field) => ({
      name: field.name,
      about: textOf(field.about, language),
      secret: field.secret,
      required: field.required,
      default: field.default ?? null,
    })),
  };
}
