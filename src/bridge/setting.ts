import { z } from "zod";
import { isTopicName } from "../home/index.ts";

/** One setting of jia.yaml, without the words that explain it: those stand in the language packs, at `settings.<name>`. */
export interface SettingForm<Out = unknown> {
  /** What its value must be once read: from jia.yaml as it stands there, from a text by way of `fromText`. */
  readonly schema: z.ZodType<Out>;
  readonly default: Out;
  /** The environment variable. */
  readonly env?: string;
  /** Never printed. */
  readonly secret?: true;
  /** A path: relative to jia.yaml's folder there, to the current folder elsewhere. */
  readonly path?: true;
  /** Makes a value of the environment's or an option's text; the text itself when it is left out. */
  readonly fromText?: (text: string) => unknown;
}

/**
 * A setting of a dialect. `expected` names what to give, as `expected.<name>` of the language packs has it; what it is
 * for stands there at `settings.<name>`.
 */
export interface DialectSetting<Out = unknown, Expected extends string = string> extends SettingForm<Out> {
  readonly expected: Expected;
}

/** The values of a dialect's settings once they are read, keyed as in jia.yaml. */
export type SettingValues<Settings> = {
  readonly [Name in keyof Settings]: Settings[Name] extends SettingForm<infer Out> ? Out : never;
};

export function dialectSetting<Out, const Expected extends string>(
  setting: DialectSetting<Out, Expected>,
): DialectSetting<Out, Expected> {
  return setting;
}

/** A setting that needs no words of its own: the topic before all topics of a dialect. */
export interface BaseTopicSetting extends DialectSetting<string, "topic"> {
  /** The name of the dialect, as its makers write it. */
  readonly baseOf: string;
}

/**
 * The topic that all topics of a dialect begin with. The language packs have words for all of them.
 * @param baseOf the name of the dialect, as its makers write it: `Zigbee2MQTT`
 */
export function baseTopic(baseOf: string, byDefault: string): BaseTopicSetting {
  return { schema: topicName, default: byDefault, expected: "topic", baseOf };
}

export const port = z.int().min(0).max(65_535);
export const text = z.string().trim().min(1);
export const topicName = text.refine(isTopicName);
/** Ids are beyond what a number holds exactly, so that YAML's numbers are refused. */
export const digits = z.string().regex(/^\d{1,20}$/);

/** A text as the number that it spells; anything else stays text, for the schema to refuse. */
export function numberFromText(given: string): unknown {
  const value = Number(given);
  return given.trim() === "" || Number.isNaN(value) ? given : value;
}

/** A file named by an environment variable; none by default. */
export function fileSetting(env: string) {
  return dialectSetting({ schema: text.nullable(), default: null, env, path: true, expected: "file" });
}
