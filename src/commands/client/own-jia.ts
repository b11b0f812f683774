import { readFileSync } from "node:fs";
import type { Dispatcher } from "undici";
import { readOwnerToken } from "../../access/owner-file.ts";
import { isLoopback } from "../../api/network.ts";
import type { Config } from "../../config/index.ts";
import type { Language } from "../../language/index.ts";
import { Client } from "./client.ts";

/**
 * A client of the Jia at an address, with the token of the configuration, or that of the owner's file. The file's token is sent
 * only to this machine, because any other address may be somebody else's.
 */
export async function clientAt(config: Config, url: string, language: Language): Promise<Client> {
  const here = isOfThisMachine(url, config);
  const token = config["server.token"] ?? (here ? readOwnerToken(config.data) : null);
  const dispatcher = here && url.startsWith("https:") ? await trusting(config["server.cert"]) : null;
  return new Client({ url, token, language, ...(dispatcher && { dispatcher }) });
}

function isOfThisMachine(url: string, config: Config): boolean {
  const { hostname } = new URL(url);
  return isLoopback(hostname) || hostname === config["server.host"];
}

/**
 * Trusts the certificate of the configuration and no other. Its names do not matter: on this machine Jia is reached by an address.
 * @returns null when there is none that can be read
 */
async function trusting(path: string | null): Promise<Dispatcher | null> {
  if (path === null) return null;
  try {
    const ca = readFileSync(path);
    // Loaded only here: it takes longer than a whole command.
    const { Agent } = await import("undici");
    return new Agent({ connect: { ca, allowPartialTrustChain: true, checkServerIdentity: () => undefined } });
  } catch {
    return null;
  }
}

/** The address at which this machine reaches an API that listens as the configuration says. @param port where it is another */
export function ownUrl(config: Config, port: number = config["server.port"]): string {
  const { "server.host": host, "server.cert": cert } = config;
  const reached = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `${cert === null ? "http" : "https"}://${reached.includes(":") ? `[${reached}]` : reached}:${port}`;
}
