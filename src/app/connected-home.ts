import type { Logger } from "pino";
import { Bridge, type ConnectionOptions, type JoiningDevice } from "../bridge/index.ts";
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
  /** The home file; null when all devices come from the broker. */
  readonly file: HomeFile | null;
  /** The language of a home that does not say its own. */
  readonly language: Language;
  readonly specs: SpecSource;
  readonly audit: AuditSink;
  /** Called when a command could not be written to the audit. */
  readonly auditFailed: (error: unknown) => void;
  /** The people of the home for the policy, and their PINs; none when left out. */
  readonly people?: PolicyPeople;
  readonly pins?: PinCheck;
  /** Id of the current mode; null while it is not known. */
  readonly mode?: () => string | null;
  /** Told of new devices that join. */
  readonly joining?: (device: JoiningDevice) => void;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** A home with the connections to its devices. */
export interface ConnectedHome {
  readonly home: Home;
  readonly bridge: Bridge;
  /** How the home's broker is reached. */
  readonly connection: ConnectionOptions;
  /** Whether the broker is Jia's own. */
  readonly ownBroker: boolean;
  readonly simulated: boolean;
  /** Whether the broker answered and all its retained messages have arrived. */
  readonly complete: boolean;
}

/** How long the start waits for a broker, in milliseconds; attempts continue afterwards. */
const BROKER_MS = 3_000;

/**
 * Starts the broker (Jia's own, unless another is configured), the bridge, the home, and simulated devices where
 * there are no real ones. Their stops are deferred on `started`.
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
  const links = [own, ...(await ownLinks({ config, specs, clock, warn, signal }))];
  const bridge = new Bridge({ links, clock, ...(parts.joining && { joining: parts.joining }) });
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
    // Also when it does not connect, because it would keep trying.
    started.defer(() => simulator.stop());
    await orAborted(simulator.start(patience), signal);
  }
  bridge.start(home);
  started.defer(() => bridge.stop());
  const ready = bridge.ready(patience).then(
    () => true,
    (error: unknown) => {
      // When the wait was cut short, the broker may still answer.
      if (!signal.aborted) warn(error instanceof JiaError ? errorText(error, language) : String(error));
    },
  );
  const connected = await orAborted(ready, signal);
  const expected = simulated ? (file?.devices.length ?? null) : null;
  const complete = connected === true && (await discovered(home, expected, signal));
  return { home, bridge, connection, ownBroker: broker !== null, simulated, complete };
}

/**
 * Awaits `work` until the signal fires, so that Ctrl-C need not wait for a broker.
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
  /** Whether another simulator may be on the broker. */
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
