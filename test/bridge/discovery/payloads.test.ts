import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

/** The collection of real discovery payloads: only the shape of the data is checked here. */
const folder = new URL("../../fixtures/discovery/", import.meta.url);

const message = z.strictObject({ topic: z.string().min(1), payload: z.string() });

const line = z.strictObject({
  project: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1),
  derived: z.literal(true).optional(),
  topic: z.string().regex(/^homeassistant\/[a-z_]+\/(?:[A-Za-z0-9_-]+\/)?[A-Za-z0-9_-]+\/config$/),
  retained: z.literal(true),
  payload: z.record(z.string(), z.unknown()),
  states: z.array(message),
  commands: z.array(message),
  /** Whether the source itself shows these messages, or they were composed from the format it documents. */
  examples: z.enum(["source", "format"]).optional(),
});

type Line = z.infer<typeof line>;

const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));

const lines: Line[] = files.flatMap((name) =>
  readFileSync(new URL(name, folder), "utf8")
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => line.parse(JSON.parse(text))),
);

/** The components that a message announces: that of its topic, or those inside a device-based message. */
function components(entry: Line): string[] {
  const component = entry.topic.split("/")[1] ?? "";
  if (component !== "device") return [component];
  const inner = z.record(z.string(), z.looseObject({ p: z.string().optional(), platform: z.string().optional() }));
  const found = inner.parse(entry.payload["cmps"] ?? entry.payload["components"]);
  return Object.values(found).map((one) => one.p ?? one.platform ?? "");
}

test("there are enough different payloads, mostly as written in their sources", () => {
  const different = new Set(lines.map((entry) => `${entry.topic} ${JSON.stringify(entry.payload)}`));
  expect(different.size).toBe(lines.length);
  expect(new Set(lines.map((entry) => entry.topic)).size).toBeGreaterThanOrEqual(300);
  expect(lines.length).toBeGreaterThanOrEqual(380);
  expect(lines.filter((entry) => entry.derived === undefined).length).toBeGreaterThanOrEqual(150);
});

test("every component that discovery supports appears at least once", () => {
  const wanted = (
    "alarm_control_panel binary_sensor button climate cover device_automation event fan humidifier light lock number " +
    "scene select sensor siren switch text update vacuum valve"
  ).split(" ");
  const seen = new Set(lines.flatMap(components));
  expect(wanted.filter((component) => !seen.has(component))).toEqual([]);
  const schemas = new Set(lines.map((entry) => entry.payload["schema"] ?? "basic"));
  expect([...schemas]).toEqual(expect.arrayContaining(["basic", "json", "template"]));
  expect(lines.filter((entry) => entry.topic.startsWith("homeassistant/device/")).length).toBeGreaterThanOrEqual(8);
});

test("every file and project is in the README", () => {
  const readme = readFileSync(new URL("README.md", folder), "utf8");
  for (const name of files) expect(readme).toContain(name);
  for (const entry of lines) expect(readme).toContain(entry.project);
});

/** All texts of a payload, with its base topic (`~`) put in. */
function texts(value: unknown, base: string): string[] {
  if (typeof value === "string") {
    return [value.startsWith("~") ? base + value.slice(1) : value.endsWith("~") ? value.slice(0, -1) + base : value];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap((one) => texts(one, base)) : [];
}

/** Whether an MQTT topic filter matches; only the single-level wildcard occurs in these payloads. */
function matches(filter: string, topic: string): boolean {
  const levels = topic.split("/");
  const wanted = filter.split("/");
  return wanted.length === levels.length && wanted.every((level, index) => level === "+" || level === levels[index]);
}

test("every state and command is on a topic that its payload names", () => {
  for (const entry of lines) {
    const base = entry.payload["~"];
    const named = texts(entry.payload, typeof base === "string" ? base : "");
    for (const { topic } of [...entry.states, ...entry.commands]) {
      expect(
        named.some((name) => matches(name, topic)),
        `${entry.topic}: ${topic}`,
      ).toBe(true);
    }
  }
});
