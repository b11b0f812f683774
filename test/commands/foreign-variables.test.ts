import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { run } from "../support/command-line.ts";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "jia-foreign-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** The variables that Kubernetes sets for a service called jia. */
const env = {
  JIA_PORT: "tcp://10.0.0.7:8480",
  JIA_SERVICE_HOST: "10.0.0.7",
  JIA_SERVICE_PORT: "8480",
  JIA_PORT_8480_TCP_ADDR: "10.0.0.7",
};

describe("beside a Kubernetes service called jia", () => {
  it("jia start runs, and says which variables it ignores", async () => {
    const stop = new AbortController();
    const { code, out, err } = await run(COMMANDS, ["start", "--model", "none", "--mqtt-port", "0", "--port", "0"], {
      env,
      cwd,
      signal: stop.signal,
      onOutput: (piece) => {
        if (piece.includes("http://127.0.0.1:")) stop.abort();
      },
    });
    if (!stop.signal.aborted) await once(stop.signal, "abort");
    expect([code, out.includes("http://127.0.0.1:")]).toEqual([0, true]);
    expect(err).toContain("JIA_PORT, JIA_PORT_8480_TCP_ADDR, JIA_SERVICE_HOST, JIA_SERVICE_PORT");
  });

  it.each([
    [["config"], 0],
    [["say", "--home", "flat", "is the floor lamp on?"], 0],
    [["devices", "--home", "flat"], 0],
    [["doctor", "--mqtt", "mqtt://127.0.0.1:9", "--seconds", "1"], 3],
    [["help"], 0],
  ])("jia %j runs", async (args, expected) => {
    const { code, err } = await run(COMMANDS, args, { env, cwd });
    expect([code, err.includes("is not valid"), err.includes("no environment variable")]).toEqual([
      expected,
      false,
      false,
    ]);
  });
});
