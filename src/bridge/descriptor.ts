import type { Clock, SpecSource } from "../home/index.ts";
import type { LinkOptions } from "./bridge.ts";
import type { Dialect, Publication } from "./dialect.ts";
import type { DoctorFinding, SeenBroker } from "./doctor/finding.ts";
import type { DialectSetting, SettingValues } from "./setting.ts";

/** Reads the device out of a topic: its name there, "" for a topic about no device; null: not this dialect's topic. */
export type TopicReader = (topic: string) => string | null;

/** What a dialect is given besides its settings. */
export interface DialectParts {
  /** Where specs are found that devices do not bring with them. */
  readonly specs: SpecSource;
}

/** What a dialect with a connection of its own is given besides its settings. */
export interface LinkParts extends DialectParts {
  readonly clock: Clock;
  /** Tells of something that a person should look at. */
  readonly warn: (text: string) => void;
  readonly signal: AbortSignal;
  /** This installation's own id, the same after a restart: a broker keeps one connection of each client id. */
  readonly installation: string;
  /** What people call the scenes of a gateway, in each language. */
  readonly sceneAliases: readonly string[];
  /** Another dialect of its kind has a connection, and describes the devices. */
  readonly described: boolean;
}

type Settings = Readonly<Record<string, DialectSetting>>;
type NameIn<Given> = keyof Given & string;
/** The values of settings, of which some are set. */
type SetValues<Given, Set extends NameIn<Given>> = SettingValues<Given> & {
  readonly [Name in Set]: NonNullable<SettingValues<Given>[Name]>;
};

/**
 * Everything that the rest of Jia knows of a dialect. Kept apart from its code, so that the command line reads the settings
 * without loading the dialects.
 */
export interface DialectDescriptor<Name extends string, Given extends Settings> {
  /** As in `Dialect.name`. */
  readonly name: Name;
  /** Keyed as in jia.yaml: `zigbee2mqtt.base`. */
  readonly settings: Given;
  /**
   * How the doctor recognises its topics, whatever the settings are. The first dialect of the list that claims a topic has
   * it. @param topics every topic that was seen on the broker
   */
  readonly recognise: (topics: readonly string[]) => TopicReader;
  /** Its topics could be those of another dialect too, so the doctor asks it after the others. */
  readonly ambiguous?: true;
  /** Its topics carry announcements of devices, also of those that have another dialect: all topics that one names. */
  readonly announces?: (announcement: string) => readonly string[];
  /** What the doctor finds wrong with it. Called when any of its topics was seen. */
  readonly findings?: (seen: SeenBroker) => readonly DoctorFinding[];
}

/** A dialect that is spoken on the home's broker. */
export interface BrokerDialect<Name extends string, Given extends Settings> extends DialectDescriptor<Name, Given> {
  /** Loads the dialect and makes it. */
  readonly create: (settings: SettingValues<Given>, parts: DialectParts) => Promise<Dialect>;
  /** What the broker shall publish when Jia's connection breaks. A connection has one: that of the first dialect with any. */
  readonly will?: (settings: SettingValues<Given>) => Publication;
}

/** A dialect with a connection of its own. */
export interface LinkedDialect<Name extends string, Given extends Settings, On extends string>
  extends DialectDescriptor<Name, Given> {
  readonly create: null;
  /** The setting that turns it on. */
  readonly on: On;
  /** Settings that it cannot be without. */
  readonly needs: readonly NameIn<Given>[];
  /**
   * Says how to connect, and makes the dialect; null where it is not on, or nothing to connect to was found.
   * @throws JiaError `invalid-file`, `open-secret`
   */
  readonly link: (settings: SettingValues<Given>, parts: LinkParts) => Promise<LinkOptions | null>;
}

export function brokerDialect<const Name extends string, const Given extends Settings>(
  descriptor: BrokerDialect<Name, Given>,
): BrokerDialect<Name, Given> {
  return descriptor;
}

/** @param descriptor its `link` is called only when all of `on` and `needs` are set */
export function linkedDialect<
  const Name extends string,
  const Given extends Settings,
  const On extends NameIn<Given>,
  const Needed extends NameIn<Given>,
>({
  link,
  ...descriptor
}: DialectDescriptor<Name, Given> & {
  readonly on: On;
  readonly needs: readonly Needed[];
  readonly link: (settings: SetValues<Given, On | Needed>, parts: LinkParts) => Promise<LinkOptions | null>;
}): LinkedDialect<Name, Given, On> {
  const wanted = [descriptor.on, ...descriptor.needs];
  return {
    ...descriptor,
    create: null,
    link: (settings, parts) => {
      if (!areSet(settings, wanted))
        throw new TypeError(`${descriptor.name} is linked without ${wanted.join(" and ")}`);
      return link(settings, parts);
    },
  };
}

function areSet<Given extends Settings, Wanted extends NameIn<Given>>(
  settings: SettingValues<Given>,
  names: readonly Wanted[],
): settings is SetValues<Given, Wanted> {
  return names.every((name) => settings[name] !== null);
}

/** A recogniser for topics that a pattern tells by themselves. @param pattern its first group is the device */
export function byPattern(pattern: RegExp): () => TopicReader {
  return () => (topic) => pattern.exec(topic)?.[1] ?? null;
}
