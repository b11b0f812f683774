import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { loadConfig } from "../../src/config/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { policyTable } from "../support/policy-table.ts";

const page = readFileSync("docs/security.md", "utf8");

async function ownerCall(app: App, path: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${app.ownerToken}`, "content-type": "application/json" };
  const { ok } = await fetch(app.url + path, { method: "POST", headers, body: JSON.stringify(body) });
  expect(ok, path).toBe(true);
}

describe("docs/security.md", () => {
  it("lists every default rule as the code has it", () => {
    expect(page).toContain(policyTable());
  });

  it("has example rules that are valid", () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-docs-"));
    writeFileSync(join(folder, "jia.yaml"), /```yaml\n(policy:\n {2}rules:[\s\S]*?)```/.exec(page)?.[1] ?? "");
    const { config } = loadConfig({ flags: {}, env: {}, cwd: folder });
    expect(config["policy.rules"].map(({ decision }) => decision)).toEqual([
      "deny",
      "allow",
      "deny",
      "deny",
      "pin",
      "pin",
    ]);
    rmSync(folder, { recursive: true });
  });

  it("has settings for HTTPS that are valid", () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-docs-"));
    writeFileSync(join(folder, "jia.yaml"), /```yaml\n(server:[\s\S]*?)```/.exec(page)?.[1] ?? "");
    const { config } = loadConfig({ flags: {}, env: {}, cwd: folder });
    expect(config["server.cert"]).toMatch(/fullchain\.pem$/);
    expect(config["server.hosts"]).toEqual(["jia.example.org"]);
    rmSync(folder, { recursive: true });
  });

  it("shows commands that work as they stand there", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-docs-"));
    const app = await runningApp({ JIA_TOKEN: "", JIA_DATA: join(folder, "data") }, { memory: false });
    await ownerCall(app, "/api/people", { name: "Emma" });
    try {
      const lines = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text = ""]) => text.trim().split("\n"));
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) {
        if (line.startsWith("curl")) {
          const script = line
            .replaceAll("http://127.0.0.1:8480", app.url)
            .replace("curl -s", "curl -sS --fail-with-body");
          const { stdout } = await promisify(execFile)("bash", ["-euc", script], { cwd: folder });
          expect(stdout, line).toContain('"devices"');
          continue;
        }
        const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "").slice(1);
        const reach = ["--url", app.url, "--data", join(folder, "data")];
        const { code, err } = await run(COMMANDS, [...args, ...reach], { env: { JIA_TOKEN: "" } });
        expect([code, err], line).toEqual([0, ""]);
      }
    } finally {
      await app.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
