import type { ConnectionOptions } from "../connection.ts";

/** The user's own access to the Mi Home cloud. */
export interface CloudAccess {
  /** `cn`, `de`, `i2`, `ru`, `sg`, `us`. */
  readonly region: string;
  /** The OAuth application, decimal: too large for a number. */
  readonly app: string;
  /** An access token of OAuth; a secret. */
  readonly token: string;
  /** Unique to this installation. */
  readonly client: string;
}

/** The connection to the cloud's MQTT broker: TLS with the public authorities, user and password from OAuth. */
export function cloudConnection({ region, app, token, client }: CloudAccess): ConnectionOptions {
  return {
    url: `mqtts://${region}-ha.mqtt.io.mi.com:8883`,
    username: app,
    password: token,
    clientId: `ha.${client}`,
    version: "5",
    subscribeQos: 2,
    keepalive: 60,
    backoff: { first: 10_000, max: 600_000 },
  };
}
