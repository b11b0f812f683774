import { type Config, loadConfig } from "../../config/index.ts";
import { shellWord } from "../line/shell.ts";
import { apiUrl } from "./connect.ts";

/** The parts of a command line with which it reaches a Jia. */
export interface ReachArguments {
  /** Before the program: `JIA_TOKEN=… `, where the command line would not find the token; otherwise "". */
  readonly before: string;
  /** After the verb: ` --port 9000`, or "". */
  readonly options: string;
}

/** A started Jia: its configuration, its address, and the named configuration file. */
export interface StartedJia {
  readonly config: Config;
  readonly url: string;
  readonly file: string | undefined;
  readonly cwd: string;
}

/**
 * How a command line in the same folder reaches a started Jia. Another terminal reads the same jia.yaml, but has
 * neither the options nor the variables of the start.
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

/** The configuration without options and variables; null when it is not valid without them. */
function configWithout({ config, file, cwd }: StartedJia): Config | null {
  const token = config["server.token"];
  // A file may be valid only together with the token.
  for (const env of [{}, token === null ? {} : { JIA_TOKEN: token }]) {
    try {
      const { config: found, sources } = loadConfig({ flags: {}, env, cwd, file });
      return sources["server.token"] === "environment" ? { ...found, "server.token": null } : found;
    } catch {}
  }
  return null;
}
