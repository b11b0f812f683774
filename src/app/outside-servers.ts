import type { Logger } from "pino";
import { z } from "zod";
import type { HiddenFilter } from "../assistant/hidden/hidden-filter.ts";
import type { Config } from "../config/index.ts";
import type { Clock } from "../home/index.ts";
import { type OutsideAddress, OutsideServers, type ToolPinStorage } from "../mcp/index.ts";
import type { SettingsRepository } from "../store/settings.ts";
import { SecretValues } from "./secret-values.ts";

interface OutsideParts {
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hidden: HiddenFilter;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Keeps which tools were allowed. */
  readonly settings: Pick<SettingsRepository, "get" | "set">;
}

/** The key of the store under which the fingerprints of allowed tools are. */
const PINS = "outside-tools";

/** The MCP servers of the configuration; null without any. A server whose secret is not set is told of and left out. */
export function outsideServers(parts: OutsideParts): OutsideServers | null {
  const { config, env, hidden, version, clock, log, settings } = parts;
  const given = config["mcp.servers"];
  if (given.length === 0) return null;
  const secrets = new SecretValues(config, env);
  const servers = given.flatMap(({ name, url, command, args = [], tools, token, env: variables = {}, seconds }) => {
    const names = [...(token === undefined ? [] : [token]), ...Object.values(variables)];
    const unset = names.filter((each) => (env[each] ?? "") === "");
    if (unset.length > 0) log.warn(`the MCP server ${name} is left out: ${unset.join(", ")} is not set`);
    if (unset.length > 0) return [];
    const value = (variable: string): string => env[variable] ?? "";
    const address: OutsideAddress | null =
      url !== undefined
        ? { url, token: token === undefined ? null : value(token) }
        : command !== undefined
          ? { command, args, env: Object.fromEntries(Object.entries(variables).map(([to, from]) => [to, value(from)])) }
          : null;
    return address ? [{ name, address, tools, timeout: seconds * 1_000, version, clock }] : [];
  });
  const pins: ToolPinStorage = {
    load: async () => (await settings.get(PINS, z.record(z.string(), z.string()))) ?? {},
    save: (all) => settings.set(PINS, all, clock.now()),
  };
  return new OutsideServers({
    servers,
    pins,
    mayLeave: (args) => hidden.namesIn(JSON.stringify(args)).length === 0 && !secrets.isIn(args),
    called: (call) => log.info(call, "a tool of an outside server was called"),
    withheld: (server, tools) =>
      log.warn({ server, tools }, "an outside server describes tools anew: they wait until they are accepted"),
    onError: (error) => log.error({ err: error }, "the tools of outside servers could not be kept"),
  });
}
