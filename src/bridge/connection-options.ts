import type { IClientOptions } from "mqtt";
import type { BackoffOptions } from "./backoff.ts";
import type { Publication } from "./dialect.ts";

/** Versions of MQTT. */
export type Version = "5" | "3.1.1";

/** Where and how to connect. Secrets stay in here: nothing of it goes into logs, errors or status but the URL without them. */
export interface ConnectionOptions {
  /** mqtt://, mqtts://, ws:// or wss://; a user name and password in it are taken out of what is shown. */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
  /** PEM texts: the authority to trust, and a client certificate with its key. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** false accepts any server certificate. */
  readonly rejectUnauthorized?: boolean;
  /** false leaves the server's name in its certificate unchecked (hubs that are reached by address), but not its authority. */
  readonly checkServerName?: boolean;
  /** Chosen at random when it is left out. */
  readonly clientId?: string;
  /** Published by the broker when this connection breaks. */
  readonly will?: Publication;
  /** Seconds within which a broker that does not answer any more is noticed; 15 when it is left out. */
  readonly keepalive?: number;
  /** auto (the default): MQTT 5, and 3.1.1 when the broker does not speak it. */
  readonly version?: "auto" | Version;
  /** Bytes; a larger message is refused with a problem. 1 MiB when it is left out. May go by the topic. */
  readonly maxPayload?: number | ((topic: string) => number);
  /** Quality of service of the subscriptions; 1 when it is left out. */
  readonly subscribeQos?: 0 | 1 | 2;
  /** Milliseconds until an attempt has failed; 10 s when it is left out. */
  readonly connectTimeout?: number;
  readonly backoff?: BackoffOptions;
}

/** Bytes of the longest message that is taken where nothing else is said. */
export const MAX_PAYLOAD = 1_048_576;

/** Seconds. */
export function keepaliveOf({ keepalive = 15 }: ConnectionOptions): number {
  return keepalive;
}

/** The options of mqtt.js for one attempt: it neither comes back by itself nor keeps anything for later. */
export function clientOptions(options: ConnectionOptions, version: Version): IClientOptions {
  const { username, password, ca, cert, key, rejectUnauthorized, checkServerName, clientId, will } = options;
  return {
    protocolVersion: version === "5" ? 5 : 4,
    clean: true,
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    keepalive: keepaliveOf(options),
    connectTimeout: options.connectTimeout ?? 10_000,
    ...(clientId !== undefined && { clientId }),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(rejectUnauthorized !== undefined && { rejectUnauthorized }),
    ...(checkServerName === false && { checkServerIdentity: () => undefined }),
    ...(will && { will: { ...will, payload: Buffer.from(will.payload) } }),
  };
}

/** A URL as it may be shown: without user name and password. */
export function shownUrl(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.username = "";
    parsed.password = "";
    return parsed.toString().replace(/\/$/, "");
  } catch {
    return "an invalid URL";
  }
}
