import { readFileSync } from "node:fs";
import { Broker, type ConnectionOptions } from "../bridge/index.ts";
import type { Config } from "../config/index.ts";
import { homeMessage, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";

/** The address that Jia's own broker listens on; only this machine reaches it. */
const OWN_HOST = "127.0.0.1";

/** How long Jia's own broker may take to answer, in milliseconds; no start works without it. */
export const OWN_BROKER_MS = 60_000;

/**
 * Starts Jia's own broker; null when the configuration names another.
 * @throws JiaError `mqtt-port-taken`
 */
export async function startBroker(config: Config): Promise<Broker | null> {
  if (config["mqtt.url"] !== null) return null;
  const { "mqtt.port": port, "mqtt.username": username, "mqtt.password": password } = config;
  const credentials = username !== null && password !== null ? { username, password } : undefined;
  const broker = new Broker({ host: OWN_HOST, port, ...(credentials && { credentials }) });
  try {
    await broker.start();
  } catch (error) {
    if (error instanceof JiaError && error.code === "port-taken") {
      throw new JiaError("mqtt-port-taken", { host: OWN_HOST, port }, error);
    }
    throw error;
  }
  return broker;
}

/** The options for connecting to Jia's own broker: its only version, and patience for a busy machine. */
export function ownConnectionOptions(config: Config, broker: Broker): ConnectionOptions {
  return { ...connectionOptions(config, broker.url), version: "3.1.1", connectTimeout: OWN_BROKER_MS };
}

/**
 * The options for connecting to the broker at `url`.
 * @throws JiaError `invalid-config` for a certificate that cannot be read
 */
export function connectionOptions(config: Config, url: string): ConnectionOptions {
  const username = config["mqtt.username"];
  const password = config["mqtt.password"];
  return {
    url,
    ...(username !== null && { username }),
    ...(password !== null && { password }),
    ...pem("ca", config["mqtt.ca"]),
    ...pem("cert", config["mqtt.cert"]),
    ...pem("key", config["mqtt.key"]),
  };
}

function pem(name: "ca" | "cert" | "key", path: string | null): Partial<Record<"ca" | "cert" | "key", string>> {
  if (path === null) return {};
  try {
    return { [name]: readFileSync(path, "utf8") };
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "";
    const problem = message("config.unreadableFile", { setting: `mqtt.${name}`, path, why });
    throw new JiaError("invalid-config", { detail: homeMessage("lines", { lines: [problem] }) }, error);
  }
}
