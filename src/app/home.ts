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
  /** Whether the devices of the file are simulated; then they announce their own names. */
  readonly simulated: boolean;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly audit: AuditSink;
  readonly people?: PolicyPeople;
  readonly pins?: PinCheck;
  /** Id of the current mode; null while it is not known. */
  readonly mode?: () => string | null;
  /** The language of a home that does not say its own. */
  readonly language: Language;
  /** Called when a listener threw. */
  readonly listenerFailed: (error: unknown) => void;
  /** Called when a command could not be sent because of a mistake of ours. */
  readonly deliveryFailed: (error: unknown) => void;
  /** Called when a command could not be written to the audit. */
  readonly auditFailed: (error: unknown) => void;
}

/** The home of the configuration and the home file. Devices are added as dialects announce them. */
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

/**
 * The name of the home.
 * @param spoken the language of a home that does not say its own
 */
export function homeName(config: Config, file: HomeFile | null, spoken: Language): string {
  return config["home.name"] ?? file?.name ?? messages(homeLanguage(config, file, spoken)).words.home;
}

function homeLanguage(config: Config, file: HomeFile | null, spoken: Language): Language {
  return config["home.language"] ?? file?.language ?? spoken;
}

/** The names of devices in the home file, keyed by device id. An id without a dialect is one of `miot`. */
function namesOf(file: HomeFile): NonNullable<HomeOptions["names"]> {
  return new Map(
    file.devices.map(({ id, name, aliases, room, essential }) => [
      wholeId(id),
      { name, aliases, room, ...(essential !== undefined && { essential }) },
    ]),
  );
}

/** The marks of the home file for what must keep running, where devices announce their own names. */
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

/** How long a start waits while devices keep coming, in milliseconds. */
const DISCOVERY_MS = 5_000;
/** Without a new device or value for this long, all retained messages have arrived. Milliseconds. */
const QUIET_MS = 150;

/** Whether a device has reported some of its state, if it reports any. */
function knowsEnough(state: Device["state"], spec: Spec): boolean {
  return state.size > 0 || [...spec.properties.values()].every(({ access }) => !access.read);
}

/**
 * Waits until the devices are discovered: `expected` of them, or as many as come before it is quiet. Returns whether
 * that happened in time.
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
