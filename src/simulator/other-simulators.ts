import { setTimeout as wait } from "node:timers/promises";
import { Connection, type ConnectionOptions } from "../bridge/connection.ts";
import type { InboundMessage } from "../bridge/dialect.ts";
import { cleanText } from "../home/index.ts";
import type { SimulatedDevice } from "./device.ts";
import type { AnnouncedElsewhere, DeviceEmulator } from "./emulators/emulator.ts";

/** Milliseconds without a message after which all retained messages have arrived. */
const QUIET_MS = 300;
/** Most milliseconds for the retained messages. */
const LONGEST_MS = 5000;
/** Milliseconds in which a running simulator answers. */
const ANSWER_MS = 1000;
/** Milliseconds between looks. */
const LOOK_MS = 20;

const GATEWAY = "simulator-";

/** The name of a home's gateway on the broker: no two homes share one, nor its last will. */
export function gatewayOf(slug: string): string {
  return `${GATEWAY}${slug || "home"}`;
}

/** Where a simulator is asked whether it runs, below the base of the controls; it answers one level deeper. */
export function presenceTopics(control: string, gateway: string): { readonly ask: string; readonly answer: string } {
  return { ask: `${control}/${gateway}`, answer: `${control}/${gateway}/runs` };
}

/** Another announcer of the same devices, found on the broker. */
export interface OtherAnnouncer {
  /** The name of its home; that of its gateway when it does not tell. */
  readonly name: string;
  /** Ids in the home file that both have. */
  readonly devices: readonly string[];
  /** Whether both can run if their ids differ. */
  readonly apart: boolean;
}

export interface OtherSearch {
  readonly connection: ConnectionOptions;
  readonly emulator: DeviceEmulator;
  readonly devices: readonly SimulatedDevice[];
  /** Base of the topics of controls; null: simulators are not asked. */
  readonly control: string | null;
  readonly now: () => number;
  /** Milliseconds that the connection may take. */
  readonly timeout: number;
}

/**
 * Looks on the broker for another announcer of these devices, without publishing anything that is retained.
 * @throws JiaError `broker-unreachable`
 */
export async function findOther(options: OtherSearch): Promise<OtherAnnouncer | null> {
  const { claims } = options.emulator;
  if (!claims) return null;
  const filters = claims.filters(options.devices);
  /** Keyed by topic: the newest payload. */
  const heard = new Map<string, string>();
  let at = performance.now();
  const message = ({ topic, payload }: InboundMessage): void => {
    heard.set(topic, new TextDecoder().decode(payload));
    at = performance.now();
  };
  const listener = { message, connected: () => {}, disconnected: () => {}, problem: () => {} };
  const connection = new Connection(options.connection, filters, listener, options.now);
  connection.start();
  try {
    await connection.ready(options.timeout);
    at = performance.now();
    const end = at + LONGEST_MS;
    while (performance.now() < Math.min(at + QUIET_MS, end)) await wait(LOOK_MS);
    for (const claim of claims.of(heard, options.devices)) {
      const name = await nameOf(claim, options, connection, heard);
      if (name !== null) return { name, devices: claim.devices, apart: claim.apart };
    }
    return null;
  } finally {
    await connection.stop();
  }
}

/** The name of the announcer; null for a simulator that does not run any more. */
async function nameOf(
  { gateway }: AnnouncedElsewhere,
  { control }: OtherSearch,
  connection: Connection,
  heard: ReadonlyMap<string, string>,
): Promise<string | null> {
  if (!gateway.startsWith(GATEWAY) || control === null) return cleanText(gateway);
  const { ask, answer } = presenceTopics(control, gateway);
  connection.subscribe([answer]);
  const end = performance.now() + ANSWER_MS;
  for (let round = 0; performance.now() < end; round += 1) {
    // The first may be lost while the subscription is on its way.
    if (round % 5 === 0) connection.publish({ topic: ask, payload: "", qos: 1, retain: false });
    await wait(LOOK_MS);
    const name = heard.get(answer);
    if (name !== undefined) return cleanText(name) || gateway;
  }
  return null;
}
