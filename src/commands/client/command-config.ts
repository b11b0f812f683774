import { type ConfigSources, type LoadedConfig, loadConfig } from "../../config/index.ts";
import { textOf } from "../../language/index.ts";
import type { CommandContext } from "../command.ts";

/** The configuration of a command. Ignored parts of it are reported on the error output. */
export function loadCommandConfig(
  given: Pick<ConfigSources, "flags" | "file"> & Partial<Pick<ConfigSources, "env">>,
  { env, cwd, language, stderr, style }: CommandContext,
): LoadedConfig {
  const loaded = loadConfig({ env, cwd, ...given });
  for (const warning of loaded.warnings) stderr.write(`${style.warn(textOf(warning, language))}\n`);
  return loaded;
}
