import type { Config } from "../config/index.ts";
import { policyRule } from "../config/index.ts";
import {
  type AuditSink,
  type Clock,
  DEFAULT_POLICY,
  type Device,
  type DeviceId,
  Home,
  type HomeFile,
  type HomeOptions,
  type PinCheck,
  type PolicyPeople,
  type PolicyRule,
  type Spec,
  type Transport,
} from "../home/index.ts";
import { type Language, messages, SPOKEN_WORDS, withTemperatures } from "../language/index.ts";

interface HomeParts {
  readonly config: Config;
  readonly file: HomeFile | null;
  /** The devices of the file are simulated: they say themselves what they are called. */
  readonly simulated: boolean;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly audit: AuditSink;
  readonly people?: PolicyPeople;
  readonly pins?: PinCheck;
  /** Id of the mode that the home is in; null while that is not known. */
  readonly mode?: () => string | null;
  /** The language of a home that does not say its own. */
  readonly language: Language;
  /** Told of a listener that threw. */
  readonly listenerFailed: (error: unknown) => void;
  /** Told of a command that could not be sent for a mistake of ours. */
  readonly deliveryFailed: (error: unknown) => void;
  /** Told of a command that could not be noted. */
  readonly auditFailed: (error: unknown) => void;
}

/** The home as the configuration and the home file describe it; devices come by themselves. */
export function createHome({ config, file, simulated, language: spoken, ...parts }: HomeParts): Home {
  const language = withTemperatures(homeLanguage(config, file, spoken), config["home.temperature"]);
  return new Home({
    name: homeName(config, file, spoken),
    language,
    timezone: config["home.timezone"] ?? file?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    location: config["home.location"] ?? file?.location ?? null,
    floors: file?.floors ?? [],
    rooms: file?.rooms ?? [],
    ...(file && { names: simulated ? marksOf(file) : namesOf(file) }),
    ...parts,
    policy: policyOf(config),
    words: SPOKEN_WORDS,
  });
}

/** What the home is called. @param spoken the language of a home that does not say its own */
export function homeName(config: Config, file: HomeFile | null, spoken: Language): string {
  return config["home.name"] ?? file?.name ?? messages(homeLanguage(config, file, spoken)).words.home;
}

function homeLanguage(config: Config, file: HomeFile | null, spoken: Language): Language {
  return config["home.language"] ?? file?.language ?? spoken;
}

/** What the home file calls devices, keyed by device id; an id without a dialect is a Mi Home-style device's. */
function namesOf(file: HomeFile): NonNullable<HomeOptions["names"]> {
  return new Map(
    file.devices.map(({ id, name, aliases, room, essential }) => [
      wholeId(id),
      { name, aliases, room, ...(essential !== undefined && { essential }) },
    ]),
  );
}

/** What the home file says of what must keep running, where the devices say themselves what they are called. */
function marksOf(file: HomeFile): NonNullable<HomeOptions["names"]> {
  return new Map(
    file.devices.flatMap(({ id, essential }) => (essential === undefined ? [] : [[wholeId(id), { essential }]])),
  );
}

function wholeId(id: string): DeviceId {
  return id.includes(":") ? id : `miot:${id}`;
}

function policyOf(config: Config): readonly PolicyRule[] {
  return [...config["policy.rules"].map(policyRule), ...(config["policy.defaults"] ? DEFAULT_POLICY : [])];
}

/** Devices that keep coming are waited for as long as this, in milliseconds. */
const DISCOVERY_MS = 5_000;
/** No new device and no new value for so long: what was retained has arrived. Milliseconds. */
const QUIET_MS = 150;

/** Whether a device that reports its state has reported some of it. */
function knowsEnough(state: Device["state"], spec: Spec): boolean {
  return state.size > 0 || [...spec.properties.values()].every(({ access }) => !access.read);
}

/**
 * Waits until the devices that are there have been discovered: `expected` of them, or as many as come before it is quiet.
 * Returns whether it came to an end in time.
 */
export async function discovered(home: Home, expected: number | null, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const late = setTimeout(() => resolve(false), DISCOVERY_MS);
  const complete = () => home.devices.every(({ online, state, spec }) => online === false || knowsEnough(state, spec));
  const enough = () => expected === null || (home.size >= expected && complete());
  const settled = () => {
    if (enough()) resolve(true);
  };
  let quiet = setTimeout(settled, QUIET_MS);
  const unsubscribe = home.subscribe(({ type }) => {
    if (type === "executed") return;
    clearTimeout(quiet);
    quiet = setTimeout(settled, QUIET_MS);
  });
  const stop = () => resolve(false);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    clearTimeout(quiet);
    unsubscribe();
    signal.removeEventListener("abort", stop);
  }
}
