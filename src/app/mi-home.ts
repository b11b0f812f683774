import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import {
  CloudStateDialect,
  checkClientCertificate,
  cloudConnection,
  discoverHubs,
  HubDialect,
  hubConnection,
  parseCloudDevices,
  parseHubNames,
} from "../bridge/hub/index.ts";
import type { LinkOptions } from "../bridge/index.ts";
import type { Config } from "../config/index.ts";
import { type Clock, homeMessage, JiaError, type SpecSource } from "../home/index.ts";
import { allPacks, message } from "../language/index.ts";

/** How long a hub is looked for by mDNS, in milliseconds. */
const DISCOVERY_MS = 3000;

export interface MiHomeParts {
  readonly config: Config;
  readonly specs: SpecSource;
  readonly clock: Clock;
  readonly warn: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * The links to a central hub and to the cloud, as far as they are configured.
 * @throws JiaError `invalid-config`, `invalid-file`, `open-secret`
 */
export async function miHomeLinks(parts: MiHomeParts): Promise<readonly LinkOptions[]> {
  const hub = await hubLink(parts);
  const cloud = await cloudLink(parts, hub === null);
  return [hub, cloud].filter((link) => link !== null);
}

async function hubLink(parts: MiHomeParts): Promise<LinkOptions | null> {
  const { config, specs, clock, warn } = parts;
  const { "hub.client": clientDid, "hub.ca": ca, "hub.cert": cert, "hub.key": key, "hub.names": names } = config;
  if (clientDid === null) return null;
  if (ca === null || cert === null || key === null) throw missing("hub.client", "hub.ca, hub.cert, hub.key");
  const place = await hubPlace(parts);
  if (!place) return null;
  const connection = await hubConnection({ ...place, clientDid, ca, cert, key });
  const problem = connection.cert ? checkClientCertificate(connection.cert, clientDid, clock.now()) : null;
  if (problem) warn(`hub.cert: ${CERTIFICATE_PROBLEMS[problem]}`);
  const known = names === null ? undefined : parseHubNames(await readText(names), names);
  const sceneAliases = allPacks().map(({ messages }) => messages.hub.scenes);
  return { connection, dialects: [new HubDialect({ clientDid, specs, sceneAliases, ...(known && { names: known }) })] };
}

const CERTIFICATE_PROBLEMS = {
  expired: "it has expired: get a new one (docs/mi-home-hub.md)",
  "expires-soon": "it expires within three days: get a new one (docs/mi-home-hub.md)",
  unreadable: "it is no certificate",
  "other-client": "it was made out to another virtual device id than hub.client",
} as const;

/** Where the hub is: as configured, or the only one that mDNS finds. */
async function hubPlace({ config, warn, signal }: MiHomeParts): Promise<{ host: string; port: number } | null> {
  const { "hub.host": host, "hub.port": port } = config;
  if (host !== null) return { host, port };
  const found = await discoverHubs(DISCOVERY_MS, signal);
  const [first] = found;
  if (first && found.length === 1) return first;
  const list = found.map((hub) => `${hub.host}:${hub.port}`).join(", ");
  warn(first ? `several central hubs: ${list}; name yours with hub.host` : "no central hub was found; set hub.host");
  return null;
}

async function cloudLink({ config, specs }: MiHomeParts, describe: boolean): Promise<LinkOptions | null> {
  const { "cloud.token": token, "cloud.app": app, "cloud.region": region, "cloud.devices": list } = config;
  if (token === null) return null;
  if (app === null || list === null) throw missing("cloud.token", "cloud.app, cloud.devices");
  const devices = parseCloudDevices(await readText(list), list);
  // One broker keeps one connection of a client id: it must be this machine's own, and the same after a restart.
  const client = `jia-${createHash("sha256").update(`${hostname()} ${config.data}`).digest("hex").slice(0, 16)}`;
  const dialects = [new CloudStateDialect({ devices, specs, describe })];
  return { connection: cloudConnection({ region, app, token, client }), dialects };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new JiaError(
      "invalid-file",
      { file, detail: homeMessage("lines", { lines: [homeMessage("unreadable", {})] }) },
      error,
    );
  }
}

function missing(given: string, wanted: string): JiaError {
  const problem = message("config.goesWith", { given, wanted });
  return new JiaError("invalid-config", { detail: homeMessage("lines", { lines: [problem] }) });
}
