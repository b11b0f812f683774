import { readFileSync } from "node:fs";
import { Server } from "node:https";
import { networkInterfaces } from "node:os";
import type { Logger } from "pino";
import { AccessControl } from "../access/index.ts";
import { isLoopback } from "../api/index.ts";
import type { Config } from "../config/index.ts";
import { type Clock, cleanText, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { HomePeople } from "../people/index.ts";
import type { Store } from "../store/index.ts";

interface AccessParts {
  /** Tokens with all rights. */
  readonly owners: readonly string[];
  readonly store: Store;
  readonly people: HomePeople;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Who may use this Jia, over the store. */
export function createAccess({ owners, store, people, clock, log }: AccessParts): AccessControl {
  return new AccessControl({
    owners,
    storage: store.accessGrants,
    clock,
    people: {
      personOf: (secret) => people.tokens.personOf(secret),
      has: (person) => people.get(person) !== undefined,
    },
    onError: (error) => log.error({ err: error }, "the last uses of tokens were not written"),
  });
}

/** A certificate with its key, as PEM. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * The certificate of the configuration with its key; null: plain HTTP.
 * @throws JiaError `invalid-config` with the file that cannot be read
 */
export function tlsFiles(config: Config): TlsFiles | null {
  const { "server.cert": cert, "server.key": key } = config;
  if (cert === null || key === null) return null;
  return { cert: pem(cert), key: pem(key) };
}

/** How often a renewed certificate is looked for, in milliseconds. */
const RENEWAL_MS = 3_600_000;

/** Takes a certificate that was renewed into use, without a restart. @returns what ends it */
export function watchTls(config: Config, first: TlsFiles, server: () => unknown, log: Logger): () => void {
  let used = first;
  const timer = setInterval(() => {
    try {
      const now = tlsFiles(config);
      if (now === null || (now.cert.equals(used.cert) && now.key.equals(used.key))) return;
      const secured = server();
      if (secured instanceof Server) secured.setSecureContext(now);
      used = now;
      log.info("the renewed certificate is in use");
    } catch (error) {
      log.error({ err: error }, "the renewed certificate cannot be used; the one from before stays");
    }
  }, RENEWAL_MS).unref();
  return () => clearInterval(timer);
}

function pem(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const problem = cleanText(error instanceof Error ? error.message : String(error), 200);
    throw new JiaError("invalid-config", { problems: [message("access.tls", { path, problem })] }, error);
  }
}

/**
 * The address at which a browser reaches Jia, also on a phone: with the first name of the configuration, or the address of this
 * machine in its network where Jia listens on all.
 * @param url the base address that Jia listens on
 */
export function browserUrl(url: string, host: string, names: readonly string[]): string {
  const [name] = names;
  if (name !== undefined && !isLoopback(host)) {
    const named = new URL(url);
    named.hostname = name;
    return named.origin;
  }
  if (host !== "0.0.0.0" && host !== "::") return url;
  const address = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ family, internal, address: given }) => family === "IPv4" && !internal && !isLoopback(given))?.address;
  if (address === undefined) return url;
  const reached = new URL(url);
  reached.hostname = address;
  return reached.origin;
}
