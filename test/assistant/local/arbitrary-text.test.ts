import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understand } from "../../../src/assistant/local/index.ts";
import { languageOf } from "../../../src/language/index.ts";
import { readScene } from "../../../src/understanding/parse/scenes.ts";
import type { Understanding } from "../../../src/understanding/plan.ts";
import { talkIn } from "../../support/speak.ts";

const talk = talkIn("house");
const names = talk.home.devices
  .flatMap((device) => [device.name, ...device.aliases].map((name) => ({ device, name })))
  .filter(({ name }) => /^[a-z ]{5,}$/i.test(name));

/** Words that people and speech recognisers throw together. */
const WORDS = [
  "turn",
  "on",
  "off",
  "the",
  "lights",
  "set",
  "to",
  "50%",
  "and",
  "except",
  "if",
  "kitchen",
  "把",
  "灯",
  "关",
  "度",
  "二十",
  "。",
  ",",
  "不",
  "in 5 minutes",
  "every",
  "that",
];

function meant(text: string, room: string | null): Understanding {
  return understand(text, talk.local.dialogueContext(null, languageOf(text), room), null);
}

/** Ids of the devices that an understanding is about. */
function devicesOf(understanding: Understanding): string[] {
  if (understanding.kind === "unknown") return [];
  return understanding.steps.flatMap((step) => {
    if (step.kind === "do") return step.doings.map(({ target }) => target.indexed.device.id);
    if (step.kind === "ask") return step.options.map(({ indexed }) => indexed.device.id);
    if (step.kind === "answer") return step.query.targets.map(({ indexed }) => indexed.device.id);
    if (step.kind === "refuse" && "device" in step.refusal && step.refusal.device) return [step.refusal.device.id];
    return [];
  });
}

describe("any text", () => {
  it("parses fast where a scene's form could be split in many ways", () => {
    for (const [head, part] of [
      ["make a scene", " "],
      ["make a scene a", " a"],
      ["save", " as"],
      ["把a存成", "存成"],
      ["做", "做一个"],
    ] as const) {
      expect(readScene(`${head}${part.repeat(1900 / part.length)}`)).not.toBeUndefined();
    }
  });

  it("never throws, parsed or not", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 10_000 }), (text) => {
        expect(["plan", "unknown"]).toContain(meant(text, "living").kind);
      }),
      { numRuns: 100 },
    );
  });

  it("of meaningful words never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => {
        expect(["plan", "unknown"]).toContain(meant(words.join(" "), null).kind);
      }),
      { numRuns: 300 },
    );
  });

  it("that is too long is not parsed", () => {
    expect(meant("turn on the light ".repeat(500), "living").kind).toBe("unknown");
  });
});

describe("a device's name", () => {
  const anyName = fc.constantFrom(...names);

  it("is found in any case and spacing", () => {
    fc.assert(
      fc.property(anyName, fc.boolean(), fc.boolean(), ({ device, name }, upper, joined) => {
        const cased = upper ? name.toUpperCase() : name.toLowerCase();
        const said = joined ? cased.replaceAll(" ", "") : cased.replaceAll(" ", "   ");
        expect(devicesOf(meant(`is the ${said} on`, device.room?.id ?? null))).toContain(device.id);
      }),
      { numRuns: 300 },
    );
  });
});

describe("every Chinese name of the flat", () => {
  const flat = talkIn("flat");
  const chinese = flat.home.devices.flatMap((device) =>
    [device.name, ...device.aliases]
      .filter((name) => /^\p{Script=Han}{2,}$/u.test(name))
      .map((name) => ({ device, name })),
  );
  const toThe = ({ device, name }: (typeof chinese)[number], said: string) => {
    const situation = flat.local.dialogueContext(null, "zh", device.room?.id ?? null);
    const understanding = understand(said, situation, null);
    const acted = understanding.kind === "plan" && understanding.steps.every(({ kind }) => kind === "do");
    if (acted) expect(devicesOf(understanding), `${said} (${name})`).toContain(device.id);
    return acted;
  };

  it("means that device, a question or nothing: with its room, spaces, 的 and other forms of asking", () => {
    let acted = 0;
    for (const each of chinese) {
      const room = each.device.room?.name ?? "";
      for (const said of [
        `打开${each.name}`,
        `打开${room}${each.name}`,
        `把${room}的${each.name}打开`,
        `打开 ${each.name}。`,
      ]) {
        if (toThe(each, said)) acted += 1;
      }
    }
    expect(acted).toBeGreaterThan(chinese.length);
  });
});
