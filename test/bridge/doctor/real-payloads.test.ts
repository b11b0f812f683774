import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DiscoveryDialect } from "../../../src/bridge/discovery/index.ts";
import { Doctor } from "../../../src/bridge/doctor/index.ts";

const folder = "test/fixtures/discovery";

test("announcements as real programs publish them are discovery, and no event or command", () => {
  const doctor = new Doctor([new DiscoveryDialect()]);
  const now = Date.UTC(2026, 5, 1);
  let count = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".jsonl"))) {
    for (const line of readFileSync(`${folder}/${name}`, "utf8").trim().split("\n")) {
      const { topic, payload } = JSON.parse(line);
      const bytes = Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload));
      doctor.take({ topic, payload: bytes, retained: true, at: now });
      count += 1;
    }
  }
  const report = doctor.report(now);
  expect(report.dialects.map(({ kind }) => kind)).toEqual(["discovery"]);
  expect(report.dialects[0]?.topics).toBeGreaterThan(300);
  expect(report.unknown).toEqual([]);
  // Nothing but the announcements is on this broker.
  expect(report.findings.map(({ code }) => code)).toEqual(["stale-announcement"]);
  expect(count).toBeGreaterThan(400);
});
