import type { SpecSource } from "../home/index.ts";
import type { Dialect } from "./dialect.ts";
import type { DialectSetting, SettingValues } from "./setting.ts";

/** Reads the device out of a topic: its name there, "" for a topic about no device; null: not this dialect's topic. */
export type TopicReader = (topic: string) => string | null;

/** What a dialect is given besides its settings. */
export interface DialectParts {
  /** Where specs are found that devices do not bring with them. */
  readonly specs: SpecSource;
}

type Settings = Readonly<Record<string, DialectSetting>>;

/**
 * Everything that the rest of Jia knows of a dialect. Kept apart from its code, so that the command line reads the settings
 * without loading the dialects.
 */
export interface DialectDescriptor<Name extends string, Given extends Settings> {
  /** As in `Dialect.name`. */
  readonly name: Name;
  /** Keyed as in jia.yaml: `zigbee2mqtt.base`. */
  readonly settings: Given;
  /** How the doctor recognises its topics. @param topics every topic that was seen on the broker */
  readonly recognise: (topics: readonly string[]) => TopicReader;
  /** Its topics could be those of another dialect too, so the doctor asks it after the others. */
  readonly ambiguous?: true;
}

/** A dialect that is spoken on the home's broker. */
export interface BrokerDialect<Name extends string, Given extends Settings> extends DialectDescriptor<Name, Given> {
  /** Loads the dialect and makes it. */
  readonly create: (settings: SettingValues<Given>, parts: DialectParts) => Promise<Dialect>;
}

/** A dialect with a connection of its own, which app/mi-home.ts opens. */
export interface LinkedDialect<Name extends string, Given extends Settings> extends DialectDescriptor<Name, Given> {
  readonly create: null;
}

export function brokerDialect<const Name extends string, const Given extends Settings>(
  descriptor: BrokerDialect<Name, Given>,
): BrokerDialect<Name, Given> {
  return descriptor;
}

export function linkedDialect<const Name extends string, const Given extends Settings>(
  descriptor: Omit<LinkedDialect<Name, Given>, "create">,
): LinkedDialect<Name, Given> {
  return { ...descriptor, create: null };
}

/** A recogniser for topics that a pattern tells by themselves. @param pattern its first group is the device */
export function byPattern(pattern: RegExp): () => TopicReader {
  return () => (topic) => pattern.exec(topic)?.[1] ?? null;
}
