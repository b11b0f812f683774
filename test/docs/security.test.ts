import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { policyTable } from "../support/policy-table.ts";

const page = readFileSync("docs/security.md", "utf8");

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
});
