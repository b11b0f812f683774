import { resolve } from "node:path";
import { JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { CliFlags, CommandContext, ExitCode } from "../command.ts";
import { Client } from "./client.ts";
import { loadCommandConfig } from "./command-config.ts";
import { clientAt, ownUrl } from "./own-jia.ts";

/** The options of all commands that talk to a running Jia. */
export const CONNECT_FLAGS = {
  url: {
    kind: "text",
    value: "URL",
    about: message("cli.url"),
  },
  port: {
    kind: "text",
    value: "PORT",
    about: message("cli.port"),
  },
  data: { kind: "text", value: "FOLDER", about: message("cli.ownerData") },
  config: { kind: "text", value: "FILE", about: message("cli.otherConfig") },
} as const satisfies CliFlags;

/** The option of commands that can also do without a running Jia. */
export const HOME_FLAG = {
  home: {
    kind: "text",
    value: "FILE",
    about: message("cli.home"),
  },
} as const satisfies CliFlags;

interface ConnectFlags {
  readonly url?: string | undefined;
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly config?: string | undefined;
  readonly home?: string | undefined;
}

/** A client, with the function that stops its Jia afterwards. */
interface Connected {
  readonly client: Client;
  stop(): Promise<void>;
}

/**
 * Connects to the running Jia. With `--home` and none running, starts one in this process, which is simulated and
 * forgets everything.
 * @throws JiaError `not-running`
 */
async function connect(flags: ConnectFlags, context: CommandContext): Promise<Connected> {
  const { env, cwd, language, root, signal } = context;
  const { port, home, data } = flags;
  const { config } = loadCommandConfig({ flags: { port, home, data }, file: flags.config }, context);
  const url = flags.url ?? env["JIA_URL"] ?? ownUrl(config);
  if (!URL.canParse(url)) throw new JiaError("usage", { detail: `--url: "${url}"` });
  const client = await clientAt(config, url, language);
  if (home === undefined || (await client.alive(signal))) return { client, stop: () => Promise.resolve() };

  // Loaded only here, because a client of a running Jia starts much sooner without it.
  const [{ startApp }, { NO_LINKS }, { createLogger }] = await Promise.all([
    import("../../app.ts"),
    import("../../app/dialects.ts"),
    import("../../log.ts"),
  ]);
  const app = await startApp({
    config: {
      ...config,
      "home.file": resolve(cwd, home),
      "database.url": null,
      "server.host": "127.0.0.1",
      "server.port": 0,
      "server.token": null,
      "server.cert": null,
      "server.key": null,
      "mqtt.url": null,
      "mqtt.port": 0,
      ...NO_LINKS,
      "simulator.enabled": true,
      // A simulated home sends notices to nobody's phone.
      "notices.channels": [],
    },
    env: {},
    memory: true,
    language,
    root,
    log: createLogger(config["log.level"], context.stderr),
    signal,
  });
  return {
    client: new Client({ url: app.url, token: app.ownerToken, language, passing: true }),
    stop: () => app.stop(),
  };
}

/** Connects, runs `work` with the client, and disconnects. */
export async function withJia(
  flags: ConnectFlags,
  context: CommandContext,
  use: (client: Client) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { client, stop } = await connect(flags, context);
  try {
    return await use(client);
  } finally {
    await stop();
  }
}
