import type { Logger } from "pino";
import { type App, startApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config/index.ts";
import { createLogger } from "../../src/log.ts";
import { OWNER_TOKEN } from "./owner.ts";

/** A whole Jia on free ports, in memory unless it is told otherwise, with these settings of the environment and of jia.yaml. */
export async function runningApp(
  env: Readonly<Record<string, string>> = {},
  {
    memory = true,
    log = createLogger("silent", process.stderr),
    yaml,
  }: { readonly memory?: boolean; readonly log?: Logger; readonly yaml?: string } = {},
): Promise<App> {
  const { config } = loadConfig({
    flags: {},
    env: { JIA_PORT: "0", JIA_MQTT_PORT: "0", JIA_MODEL: "none", JIA_TOKEN: OWNER_TOKEN, ...env },
    cwd: process.cwd(),
    ...(yaml !== undefined && { text: yaml }),
  });
  return await startApp({
    config,
    root: process.cwd(),
    language: "en",
    memory,
    env,
    log,
    signal: new AbortController().signal,
  });
}
