import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { DIALECTS } from "../bridge/dialects.ts";
import type { Dialect, LinkOptions, Publication } from "../bridge/index.ts";
import type { Config } from "../config/index.ts";
import { type Clock, homeMessage, JiaError, type SpecSource } from "../home/index.ts";
import { allPacks, message } from "../language/index.ts";

/** The configured dialects on the home's broker. */
export function mqttDialects(config: Config, specs: SpecSource): Promise<Dialect[]> {
  return Promise.all(DIALECTS.flatMap(({ create }) => (create === null ? [] : [create(config, { specs })])));
}

/** What the home's broker shall publish when Jia's connection breaks; null: nothing. */
export function mqttWill(config: Config): Publication | null {
  for (const dialect of DIALECTS) if (dialect.create !== null && dialect.will) return dialect.will(config);
  return null;
}

export interface LinkedParts {
  readonly config: Config;
  readonly specs: SpecSource;
  readonly clock: Clock;
  readonly warn: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * The links of dialects with a connection of their own, as far as they are configured.
 * @throws JiaError `invalid-config`, `invalid-file`, `open-secret`
 */
export async function ownLinks({ config, ...parts }: LinkedParts): Promise<readonly LinkOptions[]> {
  // It must be this machine's own, and the same after a restart.
  const installation = `jia-${createHash("sha256").update(`${hostname()} ${config.data}`).digest("hex").slice(0, 16)}`;
  const sceneAliases = allPacks().map(({ messages }) => messages.hub.scenes);
  const links: LinkOptions[] = [];
  for (const dialect of DIALECTS) {
    if (dialect.create !== null || config[dialect.on] === null) continue;
    if (dialect.needs.some((name) => config[name] === null)) throw missing(dialect.on, dialect.needs.join(", "));
    const described = links.length > 0;
    const link = await dialect.link(config, { ...parts, installation, sceneAliases, described });
    if (link) links.push(link);
  }
  return links;
}

/** Settings of a home that only plays: no dialect opens a connection of its own. */
export const NO_LINKS = Object.fromEntries(
  DIALECTS.flatMap((dialect) => (dialect.create === null ? [[dialect.on, null]] : [])),
) as { readonly [Name in Extract<(typeof DIALECTS)[number], { readonly create: null }>["on"]]: null };

function missing(given: string, wanted: string): JiaError {
  const problem = message("config.goesWith", { given, wanted });
  return new JiaError("invalid-config", { detail: homeMessage("lines", { lines: [problem] }) });
}
