import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome, Property } from "../../../src/home/index.ts";
import {
  addPack,
  clockWords,
  confirmationQuestion,
  type Deed,
  deedOfWrite,
  durationWords,
  errorText,
  languageNamed,
  message,
  messages,
  momentWords,
  nameIn,
  shortName,
  type ToldOutcome,
  tellOutcomes,
  textOf,
  unitText,
  valueText,
  weekdaysWords,
  withTemperatures,
} from "../../../src/language/index.ts";
import { testSpec } from "../../support/home.ts";
import { openTalk } from "../../support/open-talk.ts";
import { GERMAN } from "./index.ts";

let remove: () => void = () => undefined;
beforeAll(() => {
  remove = addPack(GERMAN);
});
afterAll(() => remove());

type Status = Pick<Outcome, "status" | "error" | "code">;
const power = (on: boolean): Deed => ({ kind: "power", on });
const done: Status = { status: "confirmed" };
const already: Status = { status: "unchanged" };
const set = (property: string, type: string, value: string, clamped = false): Deed => {
  return { kind: "set", property, type, value, clamped };
};

/** A property that is on or off, of a device of this kind. */
function property(kind: string, name: string): Property {
  const found = testSpec(kind, kind, [[name, { format: "bool" }]]).properties.get(`${kind}.${name}`);
  if (!found) throw new Error(`${kind} has no ${name}`);
  return found;
}

function told(names: readonly string[], deed: Deed, outcome: Status, kind = "light"): ToldOutcome[] {
  return names.map((name) => ({ name, kind, deed, outcome }));
}

const denied: Status = {
  status: "denied",
  error: { code: "denied", details: { detail: message("policy.unlocksDoor") } },
};
const noBroker: Status = {
  status: "offline",
  error: { code: "broker-unreachable", details: { url: "mqtt://x", detail: "ECONNREFUSED" } },
};
const misfit: Status = {
  status: "rejected",
  error: { code: "unknown-device", details: { device: "Ofen" } },
};

describe("outcomes in German", () => {
  it.each<[string, ToldOutcome[], string]>([
    ["one switched on", told(["Stehlampe"], power(true), done), "Stehlampe ist jetzt an."],
    ["one switched off", told(["Stehlampe"], power(false), done), "Stehlampe ist jetzt aus."],
    ["two", told(["Stehlampe", "Leselampe"], power(true), done), "Stehlampe und Leselampe sind jetzt an."],
    ["three", told(["A", "B", "C"], power(false), done), "A, B und C sind jetzt aus."],
    ["nine of a kind", told([..."ABCDEFGHI"], power(true), done), "9 Lampen sind jetzt an."],
    [
      "nine of several kinds",
      [...told([..."ABCDE"], power(true), done), ...told([..."FGHI"], power(true), done, "fan")],
      "9 Geräte sind jetzt an.",
    ],
    ["as it was", told(["Stehlampe"], power(true), already), "Stehlampe ist schon an."],
    ["a cover opened", told(["Rollo"], { kind: "moved", open: true }, done), "Rollo ist jetzt offen."],
    ["a cover that is shut already", told(["Rollo"], { kind: "moved", open: false }, already), "Rollo ist schon zu."],
    ["locked", told(["Haustür"], { kind: "locked", locked: true }, done), "Haustür ist jetzt abgeschlossen."],
    ["unlocked", told(["Haustür"], { kind: "locked", locked: false }, done), "Haustür ist jetzt aufgeschlossen."],
    [
      "a child lock",
      told(["Steckdose"], { kind: "switched", property: "Kindersicherung", on: true }, done),
      "Kindersicherung bei Steckdose ist jetzt an.",
    ],
    [
      "a temperature",
      told(["Heizung"], set("Zieltemperatur", "target-temperature", "21,5 °C"), done),
      "Zieltemperatur bei Heizung ist jetzt 21,5 °C.",
    ],
    [
      "a brightness at its limit",
      told(["Stehlampe"], set("Helligkeit", "brightness", "100%", true), done),
      "Helligkeit bei Stehlampe ist jetzt 100%, mehr geht nicht.",
    ],
    ["a vacuum", told(["Robbi"], { kind: "act", act: "dock", action: "" }, done), "Robbi fährt zur Ladestation."],
    ["an act without a word", told(["Robbi"], { kind: "act", act: "run", action: "X" }, done), "Robbi läuft."],
    ["a named action", told(["Sirene"], { kind: "action", name: "Probe" }, done), "Sirene: „Probe“ ausgeführt."],
    [
      "no report",
      told(["Funkdose"], power(true), { status: "accepted" }),
      "Funkdose: Funkdose einschalten angestoßen, Rückmeldung gibt es keine.",
    ],
    [
      "no answer",
      told(["Stehlampe"], power(true), { status: "timeout" }),
      "Stehlampe antwortet nicht, ich weiß also nicht, ob es geklappt hat.",
    ],
    ["offline", told(["Stehlampe"], power(true), { status: "offline" }), "Stehlampe ist nicht erreichbar."],
    ["no broker", told(["A", "B"], power(true), noBroker), "Der MQTT-Broker mqtt://x antwortet nicht: ECONNREFUSED."],
    [
      "refused with a code",
      told(["Stehlampe"], power(true), { status: "rejected", code: -4 }),
      "Stehlampe hat das abgelehnt: -4.",
    ],
    [
      "refused with an error",
      told(["Stehlampe"], power(true), misfit),
      "Stehlampe hat das abgelehnt: Es gibt kein Gerät „Ofen“.",
    ],
    ["not allowed", told(["Haustür"], power(true), denied), "Das ist nicht erlaubt: das schließt eine Tür auf."],
    [
      "one of two",
      [...told(["Stehlampe"], power(true), done), ...told(["Leselampe"], power(true), { status: "offline" })],
      "Stehlampe ist jetzt an. Leselampe ist nicht erreichbar.",
    ],
  ])("%s", (_, outcomes, expected) => expect(tellOutcomes(outcomes, "de")).toBe(expected));

  it("with the room that was not said", () => {
    expect(tellOutcomes(told(["Lampe"], power(true), done), "de", "Küche")).toBe("Lampe ist jetzt an (Küche).");
  });
});

describe("questions in German", () => {
  it.each<[string, () => string, string]>([
    [
      "a door",
      () =>
        confirmationQuestion(
          [{ name: "Haustür", deed: { kind: "locked", locked: false } }],
          [message("policy.unlocksDoor")],
          "de",
        ),
      "Das schließt eine Tür auf. Soll ich wirklich Haustür aufschließen?",
    ],
    [
      "two things without a reason",
      () =>
        confirmationQuestion(
          [
            { name: "Ofen", deed: power(true) },
            { name: "Tor", deed: { kind: "moved", open: true } },
          ],
          [null],
          "de",
        ),
      "Soll ich wirklich Ofen einschalten und Tor öffnen?",
    ],
    [
      "a value",
      () => confirmationQuestion([{ name: "Boiler", deed: set("Zieltemperatur", "t", "65 °C") }], [], "de"),
      "Soll ich wirklich Zieltemperatur bei Boiler auf 65 °C stellen?",
    ],
    ["which one", () => messages("de").replies.ask(["links", "rechts"]), "Was meinst du: links oder rechts?"],
    ["what", () => messages("de").replies.whom, "Welches Gerät meinst du?"],
    ["which timer", () => messages("de").plans.which(["Nudeln", "Eier"]), "Welchen meinst du: Nudeln oder Eier?"],
    ["many", () => messages("de").plans.many(120), "Das sind 120 Geräte. Soll ich?"],
  ])("%s", (_, ask, expected) => expect(ask()).toBe(expected));
});

describe("answers in German", () => {
  const text = (state: "on" | "locked" | "open", yes = true) => messages("de").answers.stateText(state, yes);
  it.each<[string, () => string, string]>([
    ["yes", () => messages("de").answers.yesNo(true, "Haustür", text("locked")), "Ja, Haustür ist abgeschlossen."],
    ["no", () => messages("de").answers.yesNo(false, "Fenster", text("open", false)), "Nein, Fenster ist nicht offen."],
    ["some", () => messages("de").answers.some(["A", "B"], text("on")), "Ja, A und B sind an."],
    ["none", () => messages("de").answers.none("Lampen", text("on")), "Nein, nichts ist an (Lampen)."],
    ["all", () => messages("de").answers.all(3, "Lampen", text("on")), "Ja, alle 3 Lampen sind an."],
    ["not all", () => messages("de").answers.notAll(["A"], text("on", false)), "Nein, A ist nicht an."],
    ["how many", () => messages("de").answers.count(2, "Lampen", text("on"), ["A", "B"]), "2 Lampen sind an: A und B."],
    ["a value", () => messages("de").answers.value("Bad", "Temperatur", "21,6 °C"), "Temperatur bei Bad: 21,6 °C."],
    [
      "unknown",
      () => messages("de").answers.unknownValue("Ofen", "Temperatur"),
      "Ofen hat Temperatur noch nicht gemeldet.",
    ],
    ["since", () => messages("de").answers.since("Ofen", text("on"), "07:30"), "Ofen ist seit 07:30 an."],
    ["where", () => messages("de").answers.where("Robbi", "Flur"), "Robbi steht hier: Flur."],
  ])("%s", (_, answer, expected) => expect(answer()).toBe(expected));
});

describe("plans, times and values in German", () => {
  const now = Date.parse("2026-11-25T12:00:00Z");
  const power = property("air-conditioner", "on");
  it.each<[string, () => string, string]>([
    [
      "a timer",
      () => messages("de").plans.started("Nudeln", durationWords(480_000, "de")),
      "Timer „Nudeln“ läuft: 8 Minuten.",
    ],
    ["an alarm", () => messages("de").plans.alarm("", "morgen 06:30"), "Wecker gestellt: morgen um 06:30."],
    ["a reminder", () => messages("de").plans.reminder("Müll", "20:00"), "Ich erinnere dich um 20:00: Müll."],
    ["cancelled", () => messages("de").plans.cancelled(["„Nudeln“"]), "„Nudeln“ gestrichen."],
    [
      "what is planned",
      () => messages("de").plans.planned(["07:00 Rollos"], 2),
      "Geplant: 07:00 Rollos; und 2 weitere.",
    ],
    ["a scene", () => messages("de").plans.scene("Film"), "Szene „Film“ ist an."],
    ["a duration", () => durationWords(3_661_000, "de"), "1 Stunde 1 Minute 1 Sekunde"],
    ["a moment", () => momentWords(Date.parse("2027-01-03T07:00:00Z"), now, "UTC", "de"), "So 3.1.2027 07:00"],
    ["tomorrow", () => clockWords(Date.parse("2026-11-26T07:00:00Z"), now, "UTC", "de"), "morgen 07:00"],
    ["weekdays", () => weekdaysWords([1, 2, 3, 4, 5], "de"), "werktags"],
    ["a temperature", () => unitText(21.6, "celsius", "de"), "21,6 °C"],
    ["a temperature in °F", () => unitText(21.5, "celsius", withTemperatures("de", "fahrenheit")), "70,7 °F"],
    ["a switch", () => valueText(power, true, "de"), "an"],
    [
      "an error with a message inside",
      () =>
        errorText(
          {
            code: "invalid-value",
            details: { value: "x", address: "a.b", expected: { key: "home.oneOf", values: { values: ["1", "2"] } } },
          },
          "de",
        ),
      "„x“ passt nicht zu „a.b“: möglich ist eines von 1, 2.",
    ],
    [
      "a message with a list",
      () => textOf({ key: "turn.recognised", values: { names: ["A", "B", "C"] } }, "de"),
      "Erkannt habe ich: A, B und C.",
    ],
  ])("%s", (_, say, expected) => expect(say()).toBe(expected));

  it("is found by its name, and its names of things are those of any Latin script", () => {
    expect(languageNamed("Deutsch")).toBe("de");
    const lamp = { name: "吸顶灯", aliases: ["Deckenlampe"], room: { name: "Flur" } };
    expect(nameIn("de", lamp)).toBe("Deckenlampe");
    expect(shortName(lamp, "de", true)).toBe("Deckenlampe (Flur)");
    expect(deedOfWrite(property("lock", "locked"), true, "de")).toEqual({ kind: "locked", locked: true });
  });
});

describe("a whole turn in German", () => {
  it.each([
    [
      "turn on the kitchen ceiling light and close the garage door",
      "Ceiling light (Kitchen) ist schon an. Garage door ist jetzt zu.",
    ],
    ["is the front door locked?", "Ja, Front door ist abgeschlossen."],
    ["unlock the front door", "Das schließt eine Tür auf. Soll ich wirklich Front door aufschließen?"],
    ["set a timer for 8 minutes", "Timer läuft: 8 Minuten."],
    ["frobnicate the zork", "Das habe ich nicht verstanden und nichts getan."],
  ])("%s", async (text, expected) => {
    const { assistant } = await openTalk(null, "house");
    const { reply } = await assistant.ask({ text, language: "de", conversation: "talk" });
    expect(reply).toBe(expected);
  });

  it("a yes in German settles what was asked in German", async () => {
    const { assistant, done: acted } = await openTalk(null, "house");
    await assistant.ask({ text: "unlock the front door", language: "de", conversation: "talk" });
    const { reply } = await assistant.ask({ text: "ja, mach das bitte", language: "de", conversation: "talk" });
    expect(reply).toBe("Front door ist jetzt aufgeschlossen.");
    expect(acted).toHaveLength(1);
  });
});
