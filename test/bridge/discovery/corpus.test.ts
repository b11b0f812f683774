import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { DiscoveryDialect } from "../../../src/bridge/discovery/index.ts";
import type { DeviceDescription, Property, Value } from "../../../src/home/index.ts";
import { asDevice, inbound, Observed } from "../../support/dialect.ts";

const Message = z.object({ topic: z.string(), payload: z.string() });
const Line = z.object({
  project: z.string(),
  topic: z.string(),
  payload: z.record(z.string(), z.unknown()),
  states: z.array(Message),
  commands: z.array(Message),
});
type Line = z.infer<typeof Line>;

/** See test/fixtures/discovery/README.md. */
const folder = new URL("../../fixtures/discovery/", import.meta.url);
const corpus: readonly Line[] = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
  .filter((line) => line !== "")
  .map((line) => Line.parse(JSON.parse(line)));

/** The device of a payload, after its states. */
function play({ topic, payload, states }: Line) {
  const dialect = new DiscoveryDialect();
  const seen = new Observed();
  seen.take(dialect.receive(inbound(topic, payload, { retained: true })));
  seen.take(dialect.tick(1000));
  for (const [index, state] of states.entries()) {
    seen.take(dialect.receive(inbound(state.topic, state.payload, { at: 2000 + index * 1000 })));
  }
  const [device] = seen.devices.values();
  return { dialect, seen, device };
}

/** Every value of a property, as far as it has few; colours of the corners. */
function values({ type, values: listed, format, range }: Property): Value[] {
  if (listed.length > 0) return listed.map(({ value }) => value);
  if (format === "bool") return [true, false];
  if (format === "string") return ["near", "text"];
  if (type === "color") return [0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0x3333ff, 0xffff99];
  const { min, max, step } = range ?? { min: 0, max: 100, step: 1 };
  const count = Math.min(6000, Math.round((max - min) / step));
  return Array.from({ length: count + 1 }, (_, index) => Number((min + index * step).toFixed(4)));
}

const canonical = (payload: string): string => {
  try {
    return JSON.stringify(JSON.parse(payload));
  } catch {
    return payload;
  }
};

/** Everything that can be sent to a device by one write or action: topic and payload. */
function sendable(dialect: DiscoveryDialect, description: DeviceDescription): Set<string> {
  const device = asDevice(description);
  const sent = new Set<string>();
  const add = (encoded: ReturnType<DiscoveryDialect["encode"]>) => {
    for (const { topic, payload } of encoded.publications) sent.add(`${topic} ${canonical(String(payload))}`);
  };
  for (const property of description.spec.properties.values()) {
    if (!property.access.write) continue;
    for (const value of values(property)) add(dialect.encode(device, { kind: "set", writes: [{ property, value }] }));
  }
  for (const action of description.spec.actions.values())
    add(dialect.encode(device, { kind: "invoke", action, in: [] }));
  return sent;
}

/** Payloads that hand over to another topic announce nothing. */
const announcing = corpus.filter(({ payload }) => payload["migrate_discovery"] !== true);

describe(`${corpus.length} payloads of real programs`, () => {
  test("are all recognised, without a problem except for access codes that are kept out", () => {
    const unknown: string[] = [];
    const problems: string[] = [];
    for (const line of announcing) {
      const { seen, device } = play(line);
      if (!device) unknown.push(`${line.project} ${line.topic}: ${seen.problems.join("; ")}`);
      problems.push(...seen.problems.map((text) => `${line.project} ${line.topic}: ${text}`));
    }
    // A device of which there is nothing but a code is none.
    expect(unknown.filter((text) => !text.includes(": secret: "))).toEqual([]);
    expect(problems.filter((text) => !text.includes(": secret: "))).toEqual([]);
    expect(problems).toHaveLength(2);
    expect(announcing.length).toBeGreaterThan(400);
  });

  test("an access code that is announced as a sensor is kept nowhere", () => {
    const line = corpus.find(({ topic }) => topic.endsWith("/pin_code/config")) ?? expect.fail("none");
    const { seen, device } = play(line);
    expect(device).toBeUndefined();
    expect(seen.values.size).toBe(0);
  });

  test("at least 95 % of the recorded commands are what Jia sends too", () => {
    const missing: string[] = [];
    let all = 0;
    for (const line of announcing) {
      const { dialect, device } = play(line);
      if (!device || line.commands.length === 0) continue;
      const sent = sendable(dialect, device);
      for (const { topic, payload } of line.commands) {
        all += 1;
        // A level of a JSON light goes without "state": those who send it alone mean the same.
        const alone = canonical(payload).replace(/^\{"state":"ON",/, "{");
        if (sent.has(`${topic} ${canonical(payload)}`) || sent.has(`${topic} ${alone}`)) continue;
        missing.push(`${line.project} ${topic} ${payload}`);
      }
    }
    expect(all).toBeGreaterThan(300);
    expect(missing.length / all, missing.join("\n")).toBeLessThan(0.05);
  });
});
