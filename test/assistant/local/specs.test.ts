import { describe, expect, it } from "vitest";
import { type DialogueContext, HomeIndex, understand } from "../../../src/assistant/local/index.ts";
import { type Device, initialState, type Property, type Spec } from "../../../src/home/index.ts";
import { type Language, propertyName, valueText } from "../../../src/language/index.ts";
import { SpecLibrary } from "../../../src/library/index.ts";

const library = new SpecLibrary("devices");
const REPORTED = { reportedAt: 0, changedAt: 0, changeSeen: false, dueAt: null };

/** A home that holds one device, called "Gizmo" and "宝贝". */
function homeOf(model: string, spec: Spec, language: Language): DialogueContext {
  const { state } = initialState(spec, {});
  const device: Device = {
    id: "miot:gizmo",
    handle: "gizmo",
    name: "Gizmo",
    aliases: ["宝贝"],
    room: null,
    model,
    spec,
    dialect: "miot",
    reports: true,
    members: [],
    essential: false,
    essentialMark: null,
    online: true,
    offlineSince: null,
    lostSince: null,
    lastSeen: 0,
    state: new Map([...state].map(([address, value]) => [address, { ...REPORTED, value }])),
    gaps: new Map(),
    unanswered: new Map(),
  };
  const index = new HomeIndex();
  index.setLayout([], []);
  index.update(device);
  return { index, language, room: null, focus: { devices: [], rooms: [], address: null }, now: 0 };
}

/** Asks for the last value that a property can take, in its own words. */
function request(property: Property, language: Language): string {
  const name = language === "en" ? property.description : propertyName(property, "zh");
  if (property.format === "bool" && property.values.length === 0) {
    return language === "en" ? `turn on ${name} of the Gizmo` : `打开宝贝的${name}`;
  }
  const listed = property.values.at(-1);
  const plain = property.type === "color" ? { en: "red", zh: "红色" }[language] : String(property.range?.max ?? 5);
  const value = listed ? valueText(property, listed.value, language) : plain;
  return language === "en" ? `set the ${name} of the Gizmo to ${value}` : `把宝贝的${name}设为${value}`;
}

/** Short names of the properties that a sentence would write. */
function written(text: string, situation: DialogueContext): string[] {
  const understanding = understand(text, situation, null);
  if (understanding.kind === "unknown") return [];
  return understanding.steps.flatMap((step) =>
    step.kind === "do"
      ? step.doings.flatMap(({ effects }) =>
          effects.flatMap((effect) => (effect.kind === "set" ? effect.property.type : [])),
        )
      : [],
  );
}

describe("the words of specs", () => {
  it.each(["en", "zh"] as const)("set almost every writable property of devices/ (%s)", (language) => {
    const missed: string[] = [];
    let asked = 0;
    for (const model of library.models) {
      const spec = library.byModel(model);
      if (!spec) continue;
      const situation = homeOf(model, spec, language);
      for (const property of spec.properties.values()) {
        if (!property.access.write || property.format === "string") continue;
        asked += 1;
        if (!written(request(property, language), situation).includes(property.type))
          missed.push(`${model} ${property.address}`);
      }
    }
    expect(asked).toBeGreaterThan(300);
    expect(missed.length / asked, missed.join(", ")).toBeLessThan(0.06);
  });
});
