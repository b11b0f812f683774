import { createHash, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { cleanText, homeMessage, invalidFile, JiaError, problemAt } from "../../home/index.ts";
import type { ConnectionOptions } from "../connection.ts";
import { requirePrivate } from "../private-file.ts";

/** Where a hub is, and the user's own files for it. Paths are absolute. */
export interface HubFiles {
  readonly host: string;
  /** 8883 on hubs, 18883 on routers: mDNS tells. */
  readonly port: number;
  /** The virtual device id that the client certificate was made out to, decimal. */
  readonly clientDid: string;
  /** PEM: the authorities that sign the hub's certificate. */
  readonly ca: string;
  readonly cert: string;
  /** PEM, mode 0600. */
  readonly key: string;
}

/** What is wrong with a client certificate; `expires-soon`: in 3 days, `other-client`: made out to another virtual did. */
export type CertificateProblem = "unreadable" | "expired" | "expires-soon" | "other-client";

const SOON_MS = 3 * 86_400_000;
/** The device list of a large home. */
const MAX_PAYLOAD = 4_194_304;

/**
 * Reads the files and gives the connection to the hub: MQTT 5 over TLS, the client's own certificate, QoS 2. The hub's
 * certificate is checked against its authority; its name is no host name, so that is not.
 * @throws JiaError `open-secret`, or `invalid-file` naming the file that cannot be used
 */
export async function hubConnection(files: HubFiles): Promise<ConnectionOptions> {
  if (!/^\d{1,20}$/.test(files.clientDid)) {
    throw new JiaError("invalid-request", {
      detail: problemAt("hub.client", homeMessage("notDecimal", { text: cleanText(files.clientDid) })),
    });
  }
  const [ca, cert, key] = [await readPem(files.ca), await readPem(files.cert), await readPem(files.key)];
  await requirePrivate(files.key);
  const host = files.host.includes(":") ? `[${files.host}]` : files.host;
  return {
    url: `mqtts://${host}:${files.port}`,
    ca,
    cert,
    key,
    checkServerName: false,
    clientId: files.clientDid,
    version: "5",
    subscribeQos: 2,
    keepalive: 60,
    maxPayload: MAX_PAYLOAD,
    backoff: { first: 6000, max: 60_000 },
  };
}

/** What is wrong with the client certificate, as far as it can be seen without asking the hub. `now`: milliseconds since the epoch. */
export function checkClientCertificate(pem: string, clientDid: string, now: number): CertificateProblem | null {
  const certificate = readCertificate(pem);
  if (!certificate) return "unreadable";
  const ends = Date.parse(certificate.validTo);
  if (ends <= now) return "expired";
  const digest = createHash("sha1").update(clientDid).digest("hex");
  // The subject's common name is mips.<user>.<SHA-1 of the virtual did>.2
  if (!certificate.subject.toLowerCase().includes(`.${digest}.`)) return "other-client";
  return ends - now < SOON_MS ? "expires-soon" : null;
}

function readCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

async function readPem(file: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw invalidFile(file, [homeMessage("unreadable", {})], error);
  }
  if (!text.includes("-----BEGIN ")) throw invalidFile(file, [homeMessage("noPem", {})]);
  return text;
}
