import { DIALECTS } from "../bridge/dialects.ts";
import type { Dialect } from "../bridge/index.ts";
import type { Config } from "../config/index.ts";
import type { SpecSource } from "../home/index.ts";

/** The dialects that are spoken on the home's broker. */
export function mqttDialects(config: Config, specs: SpecSource): Promise<Dialect[]> {
  return Promise.all(DIALECTS.flatMap(({ create }) => (create === null ? [] : [create(config, { specs })])));
}
