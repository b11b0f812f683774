import { z } from "zod";
import { NOTICE_LEVELS } from "../home/index.ts";
import { message } from "../language/index.ts";
import { quietHours } from "../people/notices/index.ts";
import { WATCH_NAMES, type WatchName } from "../people/notices/watch/index.ts";
import { configSetting, isUrl, SecretVariable, text } from "./setting.ts";

/** One notification channel in jia.yaml; a secret is given by the name of its environment variable. */
export const ChannelSetting = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u)
    .exactOptional(),
  name: z.string().trim().min(1).max(64),
  way: z.string().min(1).max(40),
  person: z.string().min(1).max(64).exactOptional(),
  levels: z.array(z.enum(NOTICE_LEVELS)).min(1).exactOptional(),
  /** `22:00-07:00` */
  quiet: z
    .string()
    .refine((hours) => quietHours(hours) !== null)
    .exactOptional(),
  /** Alarms wait in the quiet hours as well. */
  quietAlarms: z.boolean().exactOptional(),
  settings: z.record(z.string(), z.union([z.string(), z.number().transform(String)])).exactOptional(),
  secrets: z.record(z.string(), SecretVariable).exactOptional(),
});
export type ChannelSetting = z.output<typeof ChannelSetting>;

/** One switch for each watch. */
function watchSettings() {
  const on = configSetting({ schema: z.boolean(), default: true, expected: message("expected.trueOrFalse") });
  return Object.fromEntries(WATCH_NAMES.map((name) => [`notices.watch.${name}`, on])) as {
    readonly [Name in WatchName as `notices.watch.${Name}`]: typeof on;
  };
}

function minutes(usual: number) {
  return configSetting({
    schema: z.number().min(1).max(10_080),
    default: usual,
    expected: message("expected.minutes"),
  });
}

/** Settings for notices and their channels (docs/notices.md). */
export const NOTICE_SETTINGS = {
  "notices.link": configSetting({
    schema: text.refine((url) => isUrl(url, ["http", "https"])).nullable(),
    default: null,
    env: "JIA_LINK",
    expected: message("expected.link"),
  }),
  "notices.contact": configSetting({
    schema: text.regex(/^(?:mailto:[^@\s]+@[^@\s]+\.[^@\s]+|https:\/\/\S+)$/),
    default: "mailto:jia@example.com",
    expected: message("expected.contact"),
  }),
  ...watchSettings(),
  "notices.minutes.door": minutes(15),
  "notices.minutes.contact": minutes(60),
  "notices.minutes.offline": minutes(60),
  "notices.minutes.heat": minutes(30),
  "notices.channels": configSetting({
    schema: z.array(ChannelSetting),
    default: [],
    expected: message("expected.channels"),
  }),
} as const;
