import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { configurationTable } from "../support/configuration-table.ts";

const page = readFileSync("docs/configuration.md", "utf8");

describe("docs/configuration.md", () => {
  it("lists every setting as the code has it", () => {
    expect(page).toContain(configurationTable());
  });

  it("has an example that is valid", () => {
    const folder = mkdtempSync(join(tmpdir(), "jia-docs-"));
    writeFileSync(join(folder, "jia.yaml"), /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "");
    const { config } = loadConfig({ flags: {}, env: {}, cwd: folder });
    expect(config["server.port"]).toBe(9000);
    expect(config["policy.rules"]).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });
});
