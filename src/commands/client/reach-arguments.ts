import { type Config, loadConfig } from "../../config/index.ts";
import { shellWord } from "../line/shell.ts";
import { ownUrl } from "./own-jia.ts";

/** A started Jia: its configuration, its address, and the named configuration file. */
export interface StartedJia {
  readonly config: Config;
  readonly url: string;
  readonly file: string | undefined;
  readonly cwd: string;
}

/**
 * The options with which a command line in the same folder reaches a started Jia: ` --port 9000 --data my-home`, or "". Another
 * terminal reads the same jia.yaml, but has neither the options nor the variables of the start; it finds the owner's token in the
 * data folder.
 */
export function reachArguments(started: StartedJia): string {
  const { config, url, file } = started;
  const known = configWithout(started);
  const port = Number(new URL(url).port);
  const here = ownUrl(config, port);
  const address =
    known && here === ownUrl(known) ? [] : [known && here === ownUrl(known, port) ? `--port ${port}` : `--url ${here}`];
  const data = known?.data === config.data ? [] : [`--data ${shellWord(config.data)}`];
  const options = [...(file === undefined ? [] : [`--config ${shellWord(file)}`]), ...address, ...data];
  return options.map((option) => ` ${option}`).join("");
}

/** The configuration without options and variables; null when it is not valid without them. */
function configWithout({ file, cwd }: StartedJia): Config | null {
  try {
    return loadConfig({ flags: {}, env: {}, cwd, file }).config;
  } catch {
    return null;
  }
}
