import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reachArguments } from "../../../src/commands/client/reach-arguments.ts";
import { COMMANDS } from "../../../src/commands/index.ts";
import { loadConfig } from "../../../src/config/index.ts";
import { run } from "../../support/command-line.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "jia-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const TOKEN = "0123456789abcdef";

function reached(flags: Record<string, string>, env: Record<string, string> = {}, port = 8480, file?: string) {
  const { config } = loadConfig({ flags, env, cwd, file });
  return `jia say${reachArguments({ config, url: `http://127.0.0.1:${port}`, file, cwd })}`;
}

describe("the commands that a start prints", () => {
  it("need no option where another terminal finds Jia by itself", () => {
    expect(reached({})).toBe("jia say");
    writeFileSync(join(cwd, "jia.yaml"), `server:\n  port: 9000\n  token: ${TOKEN}\n`);
    expect(reached({}, {}, 9000)).toBe("jia say");
  });

  it("name the port, the address, the file and the data folder that only the start knows", () => {
    expect(reached({ port: "9000" }, {}, 9000)).toBe("jia say --port 9000");
    expect(reached({}, { JIA_PORT: "0" }, 40_123)).toBe("jia say --port 40123");
    expect(reached({ host: "0.0.0.0" }, { JIA_TOKEN: TOKEN })).toBe("jia say");
    expect(reached({ host: "192.168.1.5" })).toBe("jia say --url http://192.168.1.5:8480");
    expect(reached({ data: "/srv/my home" })).toBe("jia say --data '/srv/my home'");
    writeFileSync(join(cwd, "my home.yaml"), "server:\n  port: 9000\n");
    expect(reached({}, {}, 9000, "my home.yaml")).toBe("jia say --config 'my home.yaml'");
    expect(reached({ port: "9001" }, {}, 9001, "my home.yaml")).toBe("jia say --config 'my home.yaml' --port 9001");
  });

  it("work as they are printed", async () => {
    const stop = new AbortController();
    const { promise: started, resolve } = Promise.withResolvers<string>();
    let printed = "";
    const env = { XDG_STATE_HOME: cwd };
    const args = ["start", "--port", "0", "--mqtt-port", "0", "--model", "none"];
    const running = run(COMMANDS, args, {
      cwd,
      env,
      signal: stop.signal,
      onOutput: (piece) => {
        printed += piece;
        if (printed.includes("Ctrl-C stops.")) resolve(printed);
      },
    });
    try {
      const [, options = "", text = ""] = /jia say (.*)"(.+)"\n/.exec(await started) ?? [];
      expect(options).toMatch(/^--port \d+ $/);
      const said = await run(COMMANDS, ["say", ...options.trim().split(" "), text], { cwd, env });
      expect(said).toMatchObject({ code: 0, err: "" });
      expect(said.out).toContain("living-ceiling-light");
    } finally {
      stop.abort();
      await running;
    }
  });
});
