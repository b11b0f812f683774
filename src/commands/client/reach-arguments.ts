import { type Config, loadConfig } from "../../config/index.ts";
import { shellWord } from "../line/shell.ts";
import { apiUrl } from "./connect.ts";

/** What stands before and after the verb of a command line that is to reach a Jia. */
export interface ReachArguments {
  /** `JIA_TOKEN=… `, where a token is needed that the command line would not find. */
  readonly before: string;
  /** ` --port 9000`. */
  readonly options: string;
}

/** A start: its configuration as it applies, where it listens, and the file that was named. */
export interface StartedJia {
  readonly config: Config;
  readonly url: string;
  readonly file: string | undefined;
  readonly cwd: string;
}

/**
 * How a command line in the same folder reaches a Jia that was started so: another terminal has the jia.yaml, but neither
 * the options nor the variables of the start.
 */
export function reachArguments(started: StartedJia): ReachArguments {
  const { config, url, file } = started;
  const known = configWithout(started);
  const { hostname, port } = new URL(url);
  const here = apiUrl(config["server.host"], Number(port));
  const reached = apiUrl(known?.["server.host"] ?? hostname, Number(port));
  const configured = known && apiUrl(known["server.host"], known["server.port"]);
  const address = here === configured ? [] : [known && here === reached ? `--port ${port}` : `--url ${here}`];
  const options = [...(file === undefined ? [] : [`--config ${shellWord(file)}`]), ...address];
  const token = config["server.token"];
  return {
    before: token === null || token === known?.["server.token"] ? "" : "JIA_TOKEN=… ",
    options: options.map((option) => ` ${option}`).join(""),
  };
}

/** The configuration without options and variables; null where there is none that is valid without them. */
function configWithout({ config, file, cwd }: StartedJia): Config | null {
  const token = config["server.token"];
  // A file may be valid only with the token, which has to be given then.
  for (const env of [{}, token === null ? {} : { JIA_TOKEN: token }]) {
    try {
      const { config: found, sources } = loadConfig({ flags: {}, env, cwd, file });
      return sources["server.token"] === "environment" ? { ...found, "server.token": null } : found;
    } catch {}
  }
  return null;
}
