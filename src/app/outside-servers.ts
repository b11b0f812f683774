import type { Logger } from "pino";
import type { HiddenFilter } from "../assistant/hidden/hidden-filter.ts";
import type { Config } from "../config/index.ts";
import type { Clock } from "../home/index.ts";
import { type OutsideAddress, OutsideServers } from "../mcp/index.ts";

interface OutsideParts {
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hidden: HiddenFilter;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The shortest value of a secret that is looked for in what leaves; a shorter one stands in any text. */
const MIN_SECRET = 6;
/** Keys of Jia itself, in the forms in which they are made. */
const OWN_KEYS = /\bjia[a-z]?_[\w-]{16,}/;

/** The MCP servers of the configuration; null without any. A server whose secret is not set is told of and left out. */
export function outsideServers({ config, env, hidden, version, clock, log }: OutsideParts): OutsideServers | null {
  const given = config["mcp.servers"];
  if (given.length === 0) return null;
  const secrets = secretsOf(config, env);
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
  return new OutsideServers({
    servers,
    mayLeave: (text) =>
      hidden.namesIn(text).length === 0 && !OWN_KEYS.test(text) && !secrets.some((secret) => text.includes(secret)),
    called: (call) => log.info(call, "a tool of an outside server was called"),
  });
}

/** All secrets of the configuration: settings that are secret, and values of variables that the configuration names. */
function secretsOf(config: Config, env: OutsideParts["env"]): readonly string[] {
  const named = config["mcp.servers"].flatMap(({ token, env: variables = {} }) => [
    ...(token === undefined ? [] : [token]),
    ...Object.values(variables),
  ]);
  const channels = config["notices.channels"].flatMap(({ secrets = {} }) => Object.values(secrets));
  const values = [...named, ...channels].map((name) => env[name]);
  const settings = [config["server.token"], config["model.key"], config["mqtt.password"]];
  return [...values, ...settings].filter(
    (each): each is string => typeof each === "string" && each.length >= MIN_SECRET,
  );
}
