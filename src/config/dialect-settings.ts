import { DIALECTS } from "../bridge/dialects.ts";
import type { BaseTopicSetting, DialectSetting, SettingForm } from "../bridge/setting.ts";
import type { Message } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { ConfigSetting } from "./setting.ts";

/** The settings of one dialect; distributes over all of them. */
type Declared = (typeof DIALECTS)[number]["settings"];
type KeyOf<Each> = Each extends unknown ? keyof Each : never;
type ValueOf<Each, Name extends PropertyKey> = Each extends { readonly [Key in Name]: SettingForm<infer Out> }
  ? Out
  : never;
type EntryOf<Each> = Each extends unknown ? Each[keyof Each] : never;
type BaseNameOf<Each> = Each extends unknown
  ? { [Name in keyof Each]: Each[Name] extends BaseTopicSetting ? Name : never }[keyof Each]
  : never;
type Expected = EntryOf<Declared>["expected"];

/** The settings that the dialects declare, those of dialects with a connection of their own first. */
export const DIALECT_SETTINGS = Object.fromEntries(
  [...DIALECTS]
    .sort((one, other) => Number(one.create !== null) - Number(other.create !== null))
    .flatMap(({ settings }) => Object.entries<DialectSetting<unknown, Expected>>(settings))
    .map(([name, setting]) => [name, inWords(setting)]),
) as { readonly [Name in KeyOf<Declared>]: ConfigSetting<ValueOf<Declared, Name>> };

/** Names of dialects for people, keyed by the setting with their base topic. */
const BASES: ReadonlyMap<string, string> = new Map(
  DIALECTS.flatMap(({ settings }) => Object.entries<DialectSetting | BaseTopicSetting>(settings)).flatMap(
    ([name, setting]) => ("baseOf" in setting ? [[name, setting.baseOf] as const] : []),
  ),
);

/** Whether a setting is the base topic of a dialect. */
export function isBaseTopic(name: string): name is BaseNameOf<Declared> {
  return BASES.has(name);
}

/** What the base topic of a dialect is for. */
export function baseTopicAbout(name: BaseNameOf<Declared>): Message {
  return message("config.baseTopic", { dialect: BASES.get(name) ?? name });
}

function inWords({ expected, ...form }: DialectSetting<unknown, Expected>): ConfigSetting {
  return { ...form, expected: message(`expected.${expected}`) };
}
