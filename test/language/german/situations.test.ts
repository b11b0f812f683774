import { afterAll, describe, expect, it } from "vitest";
import { type AutomationDraft, describeAutomation, describeScene } from "../../../src/automation/index.ts";
import type { Outcome } from "../../../src/home/index.ts";
import {
  addPack,
  confirmationQuestion,
  type Deed,
  deviceName,
  durationWords,
  errorText,
  message,
  messages,
  momentWords,
  shortName,
  type ToldOutcome,
  tellOutcomes,
  textOf,
  valueText,
  weekdaysWords,
  withTemperatures,
} from "../../../src/language/index.ts";
import { answeredInGerman, germanHome } from "./home.ts";
import { GERMAN } from "./index.ts";

afterAll(addPack(GERMAN));

const DE = "de";
const { home, time } = germanHome();

/** Outcomes of one deed for devices of one kind. */
function told(
  names: readonly string[],
  deed: Deed,
  status: Outcome["status"],
  error?: Outcome["error"],
  kind = "light",
): ToldOutcome[] {
  return names.map((name) => ({ name, kind, deed, outcome: { status, ...(error && { error }) } }));
}

const ON: Deed = { kind: "power", on: true };
const OFF: Deed = { kind: "power", on: false };
const set = (property: string, type: string, value: string, end: "max" | null = null): Deed => ({
  kind: "set",
  property,
  type,
  value,
  end,
});
const NINE = ["A", "B", "C", "D", "E", "F", "G", "H", "I"].map((letter) => `Lampe ${letter}`);

type Situation = readonly [situation: string, text: () => string, expected: string];

const OUTCOMES: readonly Situation[] = [
  [
    "one lamp turned on",
    () => tellOutcomes(told(["Stehlampe"], ON, "confirmed"), DE),
    "Ich habe die Stehlampe eingeschaltet.",
  ],
  [
    "two devices of different gender turned off",
    () => tellOutcomes(told(["Stehlampe", "Ventilator"], OFF, "confirmed"), DE),
    "Ich habe die Stehlampe und den Ventilator ausgeschaltet.",
  ],
  [
    "three lamps",
    () => tellOutcomes(told(["Stehlampe", "Deckenlampe", "Nachtlicht"], ON, "confirmed"), DE),
    "Ich habe die Stehlampe, die Deckenlampe und das Nachtlicht eingeschaltet.",
  ],
  ["nine lamps", () => tellOutcomes(told(NINE, OFF, "confirmed"), DE), "Ich habe 9 Lampen ausgeschaltet."],
  [
    "a room that was taken",
    () => tellOutcomes(told(["Deckenlampe"], ON, "confirmed"), DE, { room: "Küche" }),
    "Ich habe in der Küche die Deckenlampe eingeschaltet.",
  ],
  [
    "a curtain opened",
    () => tellOutcomes(told(["Vorhang"], { kind: "moved", open: true }, "confirmed"), DE),
    "Ich habe den Vorhang geöffnet.",
  ],
  [
    "a curtain set to a position",
    () => tellOutcomes(told(["Vorhang"], set("Position", "target-position", "50 %"), "confirmed"), DE),
    "Ich habe den Vorhang auf 50 % gestellt.",
  ],
  [
    "a door locked",
    () => tellOutcomes(told(["Haustür"], { kind: "locked", locked: true }, "confirmed"), DE),
    "Ich habe die Haustür abgeschlossen.",
  ],
  [
    "the child lock turned on",
    () =>
      tellOutcomes(told(["Ventilator"], { kind: "switched", property: "Kindersicherung", on: true }, "confirmed"), DE),
    "Ich habe die Kindersicherung des Ventilators eingeschaltet.",
  ],
  [
    "a target temperature",
    () => tellOutcomes(told(["Klimaanlage"], set("Solltemperatur", "target-temperature", "21,5 °C"), "confirmed"), DE),
    "Ich habe die Klimaanlage auf 21,5 °C gestellt.",
  ],
  [
    "a brightness as far as it goes",
    () => tellOutcomes(told(["Stehlampe"], set("Helligkeit", "brightness", "100 %", "max"), "confirmed"), DE),
    "Ich habe die Helligkeit der Stehlampe auf 100 % gestellt; weiter geht es nicht.",
  ],
  [
    "a colour",
    () => tellOutcomes(told(["Stehlampe"], set("Farbe", "color", "Rot"), "confirmed"), DE),
    "Ich habe die Stehlampe auf Rot gestellt.",
  ],
  [
    "a mode that is so already",
    () => tellOutcomes(told(["Klimaanlage"], set("Modus", "mode", "Kühlen"), "unchanged"), DE),
    "Die Klimaanlage steht schon auf Kühlen.",
  ],
  [
    "an act",
    () => tellOutcomes(told(["Saugroboter"], { kind: "act", act: "dock", action: "" }, "confirmed"), DE),
    "Ich habe den Saugroboter zur Ladestation geschickt.",
  ],
  [
    "a named action",
    () => tellOutcomes(told(["Rauchmelder"], { kind: "action", name: "Alarm stoppen" }, "confirmed"), DE),
    "Ich habe „Alarm stoppen“ beim Rauchmelder ausgeführt.",
  ],
  [
    "one that is on already",
    () => tellOutcomes(told(["Ventilator"], ON, "unchanged"), DE),
    "Der Ventilator ist schon an.",
  ],
  [
    "two that are closed already",
    () => tellOutcomes(told(["Vorhang", "Rollo"], { kind: "moved", open: false }, "unchanged"), DE),
    "Der Vorhang und das Rollo sind schon zu.",
  ],
  [
    "a command to what reports nothing back",
    () => tellOutcomes(told(["Ventilator"], ON, "accepted"), DE),
    "Ich habe versucht, den Ventilator einzuschalten; eine Rückmeldung gibt es nicht.",
  ],
  [
    "no answer of one",
    () => tellOutcomes(told(["Stehlampe"], ON, "timeout"), DE),
    "Die Stehlampe hat nicht geantwortet, deshalb weiß ich nicht, ob es geklappt hat.",
  ],
  [
    "no answer of nine",
    () => tellOutcomes(told(NINE, ON, "timeout"), DE),
    "9 Lampen haben nicht geantwortet, deshalb weiß ich nicht, ob es geklappt hat.",
  ],
  [
    "two that are offline",
    () => tellOutcomes(told(["Stehlampe", "Ventilator"], ON, "offline"), DE),
    "Die Stehlampe und der Ventilator sind nicht erreichbar.",
  ],
  [
    "one that is offline, with its error",
    () => tellOutcomes(told(["Stehlampe"], ON, "offline", { code: "offline", details: { device: "Stehlampe" } }), DE),
    "Die Stehlampe ist nicht erreichbar.",
  ],
  [
    "one that refused",
    () => tellOutcomes(told(["Ventilator"], ON, "rejected"), DE),
    "Der Ventilator hat das abgelehnt.",
  ],
  [
    "one that refused, with its error",
    () =>
      tellOutcomes(
        told(["Ventilator"], ON, "rejected", {
          code: "device-rejected",
          details: { device: "Ventilator", code: -4004 },
        }),
        DE,
      ),
    "Der Ventilator hat das abgelehnt: „Ventilator“ hat das abgelehnt (Code -4004).",
  ],
  [
    "what is not allowed",
    () =>
      tellOutcomes(
        told(["Haustür"], { kind: "locked", locked: false }, "denied", {
          code: "denied",
          details: { detail: message("policy.unlocksDoor") },
        }),
        DE,
      ),
    "Das ist nicht erlaubt: das schließt eine Tür auf.",
  ],
  [
    "some done, some not",
    () => tellOutcomes([...told(["Stehlampe"], ON, "confirmed"), ...told(["Deckenlampe"], ON, "timeout")], DE),
    "Ich habe die Stehlampe eingeschaltet. Die Deckenlampe hat nicht geantwortet, deshalb weiß ich nicht, ob es geklappt hat.",
  ],
  [
    "a question before a door is unlocked",
    () =>
      confirmationQuestion(
        [{ name: "Haustür", kind: "lock", deed: { kind: "locked", locked: false } }],
        [message("policy.unlocksDoor")],
        DE,
      ),
    "Soll ich die Haustür aufschließen?",
  ],
  [
    "a question about two things",
    () =>
      confirmationQuestion(
        [
          { name: "Haustür", kind: "lock", deed: { kind: "locked", locked: false } },
          { name: "Heizung", kind: "heater", deed: set("Solltemperatur", "target-temperature", "29 °C") },
        ],
        [null],
        DE,
      ),
    "Soll ich die Haustür aufschließen und die Heizung auf 29 °C stellen?",
  ],
];

const { answers, knowledge, plans, replies } = GERMAN.messages;

const ANSWERS: readonly Situation[] = [
  [
    "whether any is on: none",
    () => answers.none(["Lampe"], answers.stateText("on", true), { form: "home" }),
    "Nein, keine Lampe ist an.",
  ],
  [
    "whether all are closed",
    () =>
      answers.all(
        { names: ["Vorhang 1", "Vorhang 2", "Vorhang 3"], kind: "Vorhang", together: { form: "all", room: null } },
        answers.stateText("closed", true),
      ),
    "Ja, alle 3 Vorhänge sind zu.",
  ],
  [
    "a value that nobody reported",
    () => knowledge.unknown("Thermometer", "Luftfeuchtigkeit", { reason: "never-reported", since: null }, null),
    "Das weiß ich noch nicht: das Thermometer hat die Luftfeuchtigkeit noch nicht gemeldet.",
  ],
  [
    "a value of a device that is offline",
    () => knowledge.lastValue("Thermometer", "Temperatur", "21 °C", "06:40", { reason: "offline", since: "07:10" }),
    "Die Temperatur des Thermometers war um 06:40 21 °C, das Gerät ist aber seit 07:10 nicht erreichbar.",
  ],
  [
    "since yesterday",
    () =>
      answers.since(
        "Haustür",
        answers.stateText("locked", true),
        momentWords(Date.UTC(2025, 11, 31, 21, 10), time.now(), "Europe/Berlin", DE),
      ),
    "Die Haustür ist seit gestern um 22:10 abgeschlossen.",
  ],
  [
    "since a day longer ago",
    () => answers.since("Ventilator", "an", momentWords(Date.UTC(2025, 11, 24, 6), time.now(), "Europe/Berlin", DE)),
    "Der Ventilator ist seit Mittwoch, 24. Dezember 2025, um 07:00 an.",
  ],
  ["a name that was misspelt", () => replies.meant("Ventilator"), "Meinst du den Ventilator?"],
  [
    "which of several",
    () => replies.ask(["Küche", "Wohnzimmer", "Flur"].map((room) => replies.choice("Deckenlampe", room))),
    "Was meinst du: die Deckenlampe in der Küche, die Deckenlampe im Wohnzimmer oder die Deckenlampe im Flur?",
  ],
  [
    "no such device",
    () => replies.noDevice("Fernseher", "Küche", null),
    "Ich habe in der Küche keinen Fernseher gefunden.",
  ],
  ["a setting that is not there", () => replies.noProperty("Ventilator", "Farbe"), "Der Ventilator hat keine Farbe."],
  [
    "something it can't do",
    () => replies.noAction("Thermometer", "on"),
    "Das Thermometer lässt sich nicht einschalten.",
  ],
  [
    "out of range",
    () => replies.outOfRange("Klimaanlage", "Solltemperatur", "16 °C", "30 °C"),
    "Die Solltemperatur der Klimaanlage geht von 16 °C bis 30 °C.",
  ],
];

const NAMES: readonly Situation[] = [
  ["a device with its room", () => deviceName(deviceOf("living-light"), DE), "Deckenlampe im Wohnzimmer"],
  ["a name that is clear", () => shortName(deviceOf("living-lamp"), DE, false), "Stehlampe"],
  ["a name of several", () => shortName(deviceOf("kitchen-light"), DE, true), "Deckenlampe in der Küche"],
  ["a temperature", () => temperature(DE), "21,6 °C"],
  ["the same in Fahrenheit", () => temperature(withTemperatures(DE, "fahrenheit")), "70,9 °F"],
  ["a duration", () => durationWords(26 * 3600_000 + 61_000, DE), "1 Tag 2 Stunden 1 Minute 1 Sekunde"],
  ["tomorrow", () => momentWords(Date.UTC(2026, 0, 2, 6), time.now(), "Europe/Berlin", DE), "morgen um 07:00"],
  ["weekdays", () => weekdaysWords([1, 3], DE), "montags und mittwochs"],
  ["nine names as a list", () => GERMAN.grammar.list(NINE.slice(0, 3), "or"), "Lampe A, Lampe B oder Lampe C"],
];

const ERRORS: readonly Situation[] = [
  [
    "an unknown device",
    () => errorText({ code: "unknown-device", details: { device: "Fön" } }, DE),
    "Ein Gerät „Fön“ gibt es nicht. Alle zeigt „jia devices“ oder GET /api/devices.",
  ],
  [
    "an error whose detail is a message",
    () => errorText({ code: "denied", details: { detail: message("policy.opensGarage") } }, DE),
    "Die Regeln erlauben das nicht: das öffnet die Garage oder ein Tor.",
  ],
  [
    "an error with a list",
    () => errorText({ code: "unknown-room", details: { room: "Bad", known: ["Küche", "Flur"] } }, DE),
    "Einen Raum „Bad“ gibt es nicht. Es gibt: Küche und Flur.",
  ],
  [
    "the model does not answer",
    () => errorText({ code: "model-unavailable", details: { detail: message("modelFailures.timeout") } }, DE),
    "Das Modell ist gerade nicht verfügbar: es hat nicht rechtzeitig geantwortet.",
  ],
  [
    "a turn without a model",
    () => textOf(message("turn.noModel", { why: message("modelFailures.unavailable") }), DE),
    "Das habe ich allein nicht verstanden, und das Modell ist gerade nicht verfügbar: sein Server ist nicht verfügbar. Ich habe nichts getan.",
  ],
];

const LAMP_ON = { type: "set", target: "living-lamp", set: { "light.on": true } } as const;

function automation(draft: Pick<AutomationDraft, "triggers"> & Partial<AutomationDraft>, language = DE): string {
  const wording = { home, now: time.now(), scene: () => undefined, automation: () => undefined };
  return describeAutomation({ id: "a", name: "A", actions: [LAMP_ON], ...draft }, language, wording);
}

const TEMPERATURE = "temperature-humidity-sensor.temperature";

const AUTOMATIONS: readonly Situation[] = [
  [
    "on weekdays at a time",
    () => automation({ triggers: [{ type: "time", at: "07:00", weekdays: ["mon", "tue", "wed", "thu", "fri"] }] }),
    "Werktags um 07:00: die Stehlampe im Wohnzimmer einschalten. Nächstes Mal: morgen um 07:00.",
  ],
  [
    "when a device is turned on, if it is dark",
    () =>
      automation({
        triggers: [{ type: "property", target: "living-fan", property: "fan.on", to: true }],
        conditions: [{ type: "sun", is: "down" }],
      }),
    "Wenn der Ventilator im Wohnzimmer eingeschaltet wird, sofern es draußen dunkel ist: die Stehlampe im Wohnzimmer einschalten.",
  ],
  [
    "when a temperature rises, at most every ten minutes",
    () =>
      automation({
        triggers: [{ type: "numeric", target: "hall-climate", property: TEMPERATURE, above: 25.5 }],
        cooldown: "10m",
        actions: [{ type: "set", target: "living-curtain", set: { "curtain.target-position": 0 } }],
      }),
    "Wenn die Temperatur des Thermometers im Flur über 25,5 °C steigt: den Vorhang im Wohnzimmer schließen. Höchstens einmal in 10 Minuten.",
  ],
  [
    "the same in Fahrenheit",
    () =>
      automation(
        { triggers: [{ type: "numeric", target: "hall-climate", property: TEMPERATURE, below: 18 }] },
        withTemperatures(DE, "fahrenheit"),
      ),
    "Wenn die Temperatur des Thermometers im Flur unter 64,4 °F fällt: die Stehlampe im Wohnzimmer einschalten.",
  ],
  [
    "when a button is pressed, or a device is gone, several steps",
    () =>
      automation({
        triggers: [
          { type: "event", target: "hall-button", event: "button.click" },
          { type: "availability", target: "hall-motion", online: false, for: "5m" },
        ],
        actions: [LAMP_ON, { type: "wait", for: "1m" }, { type: "say", message: "Hallo" }],
      }),
    "Wenn Taster im Flur gedrückt wird oder wenn der Bewegungsmelder im Flur seit 5 Minuten nicht erreichbar ist: die Stehlampe im Wohnzimmer einschalten, dann 1 Minute warten, dann „Hallo“ ansagen.",
  ],
  [
    "at sunset, if a door is locked and nobody moves",
    () =>
      automation({
        triggers: [{ type: "sun", event: "sunset", offset: "-30m" }],
        conditions: [
          { type: "state", target: "hall-door", property: "lock.locked", is: true },
          { type: "quiet", target: "hall-motion", for: "10m" },
        ],
        enabled: false,
      }),
    "30 Minuten vor Sonnenuntergang, sofern die Haustür im Flur abgeschlossen ist und sich seit 10 Minuten niemand bewegt hat (Bewegungsmelder im Flur): die Stehlampe im Wohnzimmer einschalten. Sie ist ausgeschaltet.",
  ],
  [
    "all lamps of a room except one, if a temperature is high",
    () =>
      automation({
        triggers: [{ type: "interval", every: "1h" }],
        conditions: [{ type: "numeric", target: "hall-climate", property: TEMPERATURE, above: 20 }],
        actions: [
          {
            type: "set",
            target: { room: "living", kind: "light", except: ["living-lamp"] },
            set: { "light.on": false },
          },
        ],
        enabled: false,
      }),
    "Jede Stunde, sofern Temperatur von Thermometer im Flur über 20 °C liegt: alle Lampen im Wohnzimmer außer der Stehlampe im Wohnzimmer ausschalten. Sie ist ausgeschaltet.",
  ],
  [
    "a mode that changes, a part of a switch",
    () =>
      automation({
        triggers: [{ type: "property", target: "living-ac", property: "air-conditioner.mode", to: [2] }],
        actions: [{ type: "set", target: "hall-switch", set: { "switch.on": true } }],
      }),
    "Wenn der Modus der Klimaanlage im Wohnzimmer auf Kühlen wechselt: die linke Taste des Wandschalters im Flur einschalten.",
  ],
  [
    "a scene",
    () =>
      describeScene(
        {
          id: "film",
          name: "Filmabend",
          steps: [{ target: "living-lamp", set: { "light.on": true, "light.brightness": 20 } }],
        },
        DE,
        home,
      ),
    "Filmabend: die Stehlampe im Wohnzimmer einschalten (Helligkeit 20 %).",
  ],
];

/** What is said in English, one sentence after another, and the answer to the last. */
const TURNS: readonly (readonly [said: string, expected: string, language?: string])[] = [
  ["turn on the floor lamp", "Ich habe die Stehlampe eingeschaltet."],
  ["turn on the floor lamp | turn on the floor lamp", "Die Stehlampe ist schon an."],
  ["set the floor lamp to 40%", "Ich habe die Helligkeit der Stehlampe auf 40 % gestellt."],
  ["make the floor lamp red", "Ich habe die Stehlampe auf Rot gestellt."],
  ["set the air conditioner to 21.5 degrees", "Ich habe die Klimaanlage auf 21,5 °C gestellt."],
  ["open the curtain", "Ich habe den Vorhang geöffnet."],
  ["unlock the front door", "Soll ich die Haustür aufschließen?"],
  ["unlock the front door | yes", "Ich habe die Haustür aufgeschlossen."],
  ["unlock the front door | no", "Gut, ich lasse es."],
  ["is the floor lamp on", "Nein, die Stehlampe ist aus."],
  ["turn on the floor lamp | is any light on", "Ja, die Stehlampe ist an."],
  ["turn on the floor lamp | how many lights are on", "1 Lampe ist an: Stehlampe."],
  ["what is the temperature of the thermometer", "Die Temperatur des Thermometers liegt bei 21,6 °C."],
  [
    "what is the temperature of the thermometer",
    "Die Temperatur des Thermometers liegt bei 70,9 °F.",
    "de-u-mu-fahrenhe",
  ],
  ["where is the thermometer", "Das Thermometer ist im Flur."],
  ["set a timer for 10 minutes", "Der Timer läuft: 10 Minuten."],
  ["set a timer for 10 minutes | how long is left on the timer", "Der Timer über 10 Minuten läuft noch 10 Minuten."],
  ["set a timer for 10 minutes | cancel the timer", "Ich habe den Timer über 10 Minuten gelöscht."],
  ["wake me at 7 tomorrow morning", "Der Wecker klingelt morgen um 07:00."],
  ["remind me to call mum at 8 pm", "Ich erinnere dich um 20:00: call mum."],
  ["turn off the floor lamp in 20 minutes", "In Ordnung. Um 13:20: die Stehlampe im Wohnzimmer ausschalten."],
  [
    "every weekday at 7 turn on the floor lamp",
    "In Ordnung. Werktags um 07:00: die Stehlampe im Wohnzimmer einschalten. Nächstes Mal: morgen um 07:00.",
  ],
  ["what is planned", "Es ist nichts geplant."],
  ["which scenes are there", "Es gibt noch keine Szenen."],
  [
    "turn on all lights",
    "Ich habe die Stehlampe, die Deckenlampe im Wohnzimmer und die Deckenlampe in der Küche eingeschaltet.",
  ],
  ["are all lights off", "Ja, alle 3 Lampen sind aus."],
  ["turn on the child lock of the fan", "Ich habe die Kindersicherung des Ventilators eingeschaltet."],
  ["set the fan to level 2", "Ich habe die Lüfterstufe des Ventilators auf Stufe 2 gestellt."],
  [
    "turn off the floor lamp in 20 minutes | what is planned",
    "Geplant: um 13:20 die Stehlampe im Wohnzimmer ausschalten.",
  ],
  [
    "set a timer for 5 minutes | set a timer for 10 minutes | cancel the timer",
    "Was meinst du: Timer über 5 Minuten oder Timer über 10 Minuten?",
  ],
  [
    "turn on the floor lamp for 10 minutes",
    "Ich habe die Stehlampe eingeschaltet. Um 13:10 schalte ich es wieder aus.",
  ],
  ["if the floor lamp is on, turn on the fan", "Nein, die Stehlampe ist aus. Deshalb lasse ich es."],
  [
    "every monday and friday at 8 open the curtain",
    "In Ordnung. Montags und freitags um 08:00: den Vorhang im Wohnzimmer öffnen. Nächstes Mal: morgen um 08:00.",
  ],
  [
    "save this as scene movie night | save this as scene movie night",
    "Eine Szene „movie night“ gibt es schon. Soll ich sie ersetzen?",
  ],
  [
    "set the air conditioner to 80 degrees fahrenheit",
    "Ich habe die Klimaanlage auf 79,7 °F gestellt.",
    "de-u-mu-fahrenhe",
  ],
];

function deviceOf(handle: string) {
  const device = home.devices.find((each) => each.handle === handle);
  if (!device) throw new Error(`no device ${handle}`);
  return device;
}

function temperature(language: string): string {
  const property = deviceOf("hall-climate").spec.properties.get(TEMPERATURE);
  if (!property) throw new Error("no temperature");
  return valueText(property, 21.6, language);
}

describe.each([
  ["outcomes and questions", OUTCOMES],
  ["answers", ANSWERS],
  ["names, values and times", NAMES],
  ["errors", ERRORS],
  ["automations and scenes", AUTOMATIONS],
] as const)("German %s", (_, situations) => {
  it.each(situations)("%s", (_situation, text, expected) => {
    expect(text()).toBe(expected);
  });
});

describe("German answers to what is said in English", () => {
  const turns = TURNS.map(([said, expected, language = DE]) => ({ said, expected, language }));
  it.each(turns)("$said → $expected", async ({ said, expected, language }) => {
    expect(await answeredInGerman(said.split(" | "), language)).toBe(expected);
  });
});

it("German is a language like the others while its pack is there", () => {
  expect(messages(DE)).toBe(GERMAN.messages);
  expect(plans.none).not.toBe(messages("en").plans.none);
});
