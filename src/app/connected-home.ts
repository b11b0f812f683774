import type { Logger } from "pino";
import { Bridge, type ConnectionOptions } from "../bridge/index.ts";
import type { Config } from "../config/index.ts";
import {
  type AuditSink,
  type Clock,
  type Home,
  type HomeFile,
  JiaError,
  type PinCheck,
  type PolicyPeople,
  type SpecSource,
} from "../home/index.ts";
import { errorText, type Language } from "../language/index.ts";
import { Simulator } from "../simulator/index.ts";
import { mqttDialects, mqttWill, ownLinks } from "./dialects.ts";
import { createHome, discovered } from "./home.ts";
import { simulates } from "./home-files.ts";
import { connectionOptions, OWN_BROKER_MS, ownConnectionOptions, startBroker } from "./mqtt.ts";

export interface ConnectedHomeParts {
  readonly config: Config;
  /** The home file; null when a broker alone tells what is there. */
  readonly file: HomeFile | null;
  /** The language of a home that does not say its own. */
  readonly language: Language;
  readonly specs: SpecSource;
  readonly audit: AuditSink;
  /** Told of a command that could not be noted. */
  readonly auditFailed: (error: unknown) => void;
  /** The people of the home as the policy sees them, and their PINs; none when left out. */
  readonly people?: PolicyPeople;
  readonly pins?: PinCheck;
  /** Id of the mode that the home is in; null while that is not known. */
  readonly mode?: () => string | null;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** A home with its devices behind it. */
export interface ConnectedHome {
  readonly home: Home;
  readonly bridge: Bridge;
  /** How the home's broker is reached. */
  readonly connection: ConnectionOptions;
  /** The broker is Jia's own. */
  readonly ownBroker: boolean;
  readonly simulated: boolean;
  /** The broker answered, and everything that it had kept has arrived. */
  readonly complete: boolean;
}

/** How long a broker may take to answer before the start goes on without it, in milliseconds; it is tried on and on. */
const BROKER_MS = 3_000;

/**
 * The broker (Jia's own, unless another is configured), the bridge, the home, and the simulated devices where there are
 * no real ones. What is started is given to `started` to be stopped.
 * @throws JiaError `mqtt-port-taken`, `invalid-config`
 */
export async function connectHome(parts: ConnectedHomeParts, started: AsyncDisposableStack): Promise<ConnectedHome> {
  const { config, file, specs, audit, clock, log, language, signal } = parts;
  const simulated = simulates(config);
  const broker = await startBroker(config);
  if (broker) started.defer(() => broker.stop());

  const connection = broker
    ? ownConnectionOptions(config, broker)
    : connectionOptions(config, config["mqtt.url"] ?? "");
  const patience = broker ? OWN_BROKER_MS : BROKER_MS;
  const will = mqttWill(config);
  const own = {
    connection: { ...connection, ...(will && { will }) },
    dialects: await mqttDialects(config, specs),
  };
  const warn = (text: string) => log.warn(text);
  const bridge = new Bridge({ links: [own, ...(await ownLinks({ config, specs, clock, warn, signal }))], clock });
  const home = createHome({
    config,
    file,
    simulated,
    clock,
    transport: bridge,
    audit,
    language,
    listenerFailed: (error) => log.error({ err: error }, "a listener of the home failed"),
    deliveryFailed: (error) => log.error({ err: error }, "a command could not be sent"),
    auditFailed: parts.auditFailed,
    ...(parts.people && { people: parts.people }),
    ...(parts.pins && { pins: parts.pins }),
    ...(parts.mode && { mode: parts.mode }),
  });

  if (file && simulated) {
    const simulator = simulatorOf(file, connection, broker === null, parts);
    // Also when it does not get through: it would go on trying.
    started.defer(() => simulator.stop());
    await orAborted(simulator.start(patience), signal);
  }
  bridge.start(home);
  started.defer(() => bridge.stop());
  const ready = bridge.ready(patience).then(
    () => true,
    (error: unknown) => {
      // One that was not waited for to the end may answer well.
      if (!signal.aborted) warn(error instanceof JiaError ? errorText(error, language) : String(error));
    },
  );
  const connected = await orAborted(ready, signal);
  const expected = simulated ? (file?.devices.length ?? null) : null;
  const complete = connected === true && (await discovered(home, expected, signal));
  return { home, bridge, connection, ownBroker: broker !== null, simulated, complete };
}

/**
 * What is waited for, or the end of the wait when the signal comes: Ctrl-C is not kept waiting for a broker.
 * @throws the signal's reason
 */
async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
    work.catch(() => undefined);
  }
}

function simulatorOf(
  home: HomeFile,
  connection: ConnectionOptions,
  /** Whether others may be on the broker. */
  looks: boolean,
  { config, clock, log }: ConnectedHomeParts,
): Simulator {
  return new Simulator({
    home,
    connection,
    clock,
    looks,
    seed: config["simulator.seed"],
    speed: config["simulator.speed"],
    warn: (text) => log.warn(`simulator: ${text}`),
  });
}
