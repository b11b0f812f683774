import { join } from "node:path";
import { type Config, type ConfigSources, loadConfig } from "../config/index.ts";
import { systemClock } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { HISTORY_FILE } from "../store/history/index.ts";
import type { Owner, StoreLocation } from "../store/index.ts";
import { configuredHomeFile, configuredOwner } from "./home-files.ts";
import { configuredSpecs } from "./specs.ts";

/**
 * The location of the configured store.
 * @param memory whether to keep everything in memory
 */
export function storeLocation(config: Pick<Config, "data" | "database.url">, memory = false): StoreLocation {
  const url = config["database.url"];
  if (url !== null) return { url };
  return { path: memory ? ":memory:" : join(config.data, "jia.db") };
}

/** The path of the history beside a SQLite store: a file of its own, so that its many writes never delay others. */
export function historyFile(config: Pick<Config, "data">, memory = false): string {
  return memory ? ":memory:" : join(config.data, HISTORY_FILE);
}

/** The location of the data, for a person. */
export function storeName(location: StoreLocation): string {
  return "path" in location ? location.path : "PostgreSQL";
}

/** The store of the configuration, and the home that it is for. @throws JiaError `invalid-config`, `invalid-home` */
export function claimedLocation(
  sources: ConfigSources,
  root: string,
  language: Language,
): { readonly location: StoreLocation; readonly owner: Owner; readonly name: string } {
  const { config } = loadConfig(sources);
  const specs = configuredSpecs({ ...config, "specs.fetch": false }, root, systemClock, language, () => undefined);
  const owner = configuredOwner(config, root, configuredHomeFile(config, root, specs), language);
  const location = storeLocation(config);
  return { location, owner, name: storeName(location) };
}
