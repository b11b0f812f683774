import type { LinkOptions } from "../bridge.ts";
import type { LinkParts } from "../descriptor.ts";
import { readText } from "../read-text.ts";
import { type CertificateProblem, checkClientCertificate, type HubFiles, hubConnection } from "./access.ts";
import { HubDialect } from "./dialect.ts";
import { discoverHubs } from "./discover.ts";
import { parseHubNames } from "./names.ts";

/** How long a hub is looked for by mDNS, in milliseconds. */
const DISCOVERY_MS = 3000;

/** The settings of a hub. */
export interface HubAccess extends Omit<HubFiles, "host"> {
  /** null: the only one that mDNS finds. */
  readonly host: string | null;
  /** A file with the names of devices, rooms and scenes; null: there is none. */
  readonly names: string | null;
}

/**
 * The link to a central hub; null when it was not found.
 * @throws JiaError `invalid-file`, `open-secret`
 */
export async function hubLink(access: HubAccess, parts: LinkParts): Promise<LinkOptions | null> {
  const { specs, clock, warn, sceneAliases } = parts;
  const { clientDid, ca, cert, key, names } = access;
  const place = await hubPlace(access, parts);
  if (!place) return null;
  const connection = await hubConnection({ ...place, clientDid, ca, cert, key });
  const problem = connection.cert ? checkClientCertificate(connection.cert, clientDid, clock.now()) : null;
  if (problem) warn(`hub.cert: ${CERTIFICATE_PROBLEMS[problem]}`);
  const known = names === null ? undefined : parseHubNames(await readText(names), names);
  return { connection, dialects: [new HubDialect({ clientDid, specs, sceneAliases, ...(known && { names: known }) })] };
}

const CERTIFICATE_PROBLEMS: Readonly<Record<CertificateProblem, string>> = {
  expired: "it has expired: get a new one (docs/mi-home-hub.md)",
  "expires-soon": "it expires within three days: get a new one (docs/mi-home-hub.md)",
  unreadable: "it is no certificate",
  "other-client": "it was made out to another virtual device id than hub.client",
};

/** Where the hub is: as configured, or the only one that mDNS finds. */
async function hubPlace(
  { host, port }: HubAccess,
  { warn, signal }: LinkParts,
): Promise<{ host: string; port: number } | null> {
  if (host !== null) return { host, port };
  const found = await discoverHubs(DISCOVERY_MS, signal);
  const [first] = found;
  if (first && found.length === 1) return first;
  const list = found.map((hub) => `${hub.host}:${hub.port}`).join(", ");
  warn(first ? `several central hubs: ${list}; name yours with hub.host` : "no central hub was found; set hub.host");
  return null;
}
