import { DIALECTS } from "../bridge/dialects.ts";
import type { DialectSetting, SettingForm } from "../bridge/setting.ts";
import { message } from "../language/index.ts";
import type { ConfigSetting } from "./setting.ts";

/** The settings of one dialect; distributes over all of them. */
type Declared = (typeof DIALECTS)[number]["settings"];
type KeyOf<Each> = Each extends unknown ? keyof Each : never;
type ValueOf<Each, Name extends PropertyKey> = Each extends { readonly [Key in Name]: SettingForm<infer Out> }
  ? Out
  : never;
type EntryOf<Each> = Each extends unknown ? Each[keyof Each] : never;
type Expected = EntryOf<Declared>["expected"];

/** The settings that the dialects declare, those of dialects with a connection of their own first. */
export const DIALECT_SETTINGS = Object.fromEntries(
  [...DIALECTS]
    .sort((one, other) => Number(one.create !== null) - Number(other.create !== null))
    .flatMap(({ settings }) => Object.entries<DialectSetting<unknown, Expected>>(settings))
    .map(([name, setting]) => [name, inWords(setting)]),
) as { readonly [Name in KeyOf<Declared>]: ConfigSetting<ValueOf<Declared, Name>> };

function inWords({ expected, ...form }: DialectSetting<unknown, Expected>): ConfigSetting {
  return { ...form, expected: message(`expected.${expected}`) };
}
