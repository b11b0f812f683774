import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHomeFile, SpecLibrary } from "../../../src/library/index.ts";
import { createDirectHome } from "../../../src/simulator/direct-home.ts";
import { understand } from "../../../src/understanding/understand.ts";
import { ManualClock } from "../../support/clock.ts";
import { talk, talkIn } from "../../support/speak.ts";
import { learnGerman } from "./index.ts";
import { meaningOf } from "./meaning.ts";

let forget = (): void => undefined;
let local = talkIn("flat").local;

beforeAll(() => {
  forget = learnGerman();
  const clock = new ManualClock();
  const file = readHomeFile("test/understanding/german/home.json", new SpecLibrary("devices"));
  const { home } = createDirectHome(file, { policy: "off", clock });
  local = talk(home, clock, null, undefined).local;
});
afterAll(() => forget());

function meaning(text: string): string[] {
  const understanding = understand(text, local.dialogueContext(null, "de", null), null);
  return understanding.kind === "unknown" ? ["unknown"] : understanding.steps.flatMap(meaningOf);
}

const ON = "light.on=true";
const OFF = "light.on=false";

type Said = readonly (readonly [text: string, ...meaning: string[]])[];

const SWITCHING: Said = [
  ["Mach das Licht im Flur an", `flur-licht ${ON}`],
  ["Schalte die Deckenlampe im Wohnzimmer ein", `wohnzimmer-deckenlampe ${ON}`],
  ["Schalt das Licht in der Küche bitte aus", `kueche-licht ${OFF}`],
  ["Licht im Schlafzimmer an", `schlafzimmer-lampe ${ON}`],
  ["Flurlampe aus", `flur-licht ${OFF}`],
  ["Die Stehlampe bitte ausmachen", `wohnzimmer-stehlampe ${OFF}`],
  ["Schalte den Ventilator im Schlafzimmer ein", "schlafzimmer-ventilator fan.on=true"],
  ["Schalt den Fernseher aus", "wohnzimmer-fernseher television.on=false"],
  ["Mach den Vorhang auf", "wohnzimmer-vorhang curtain.motor-control=2"],
  ["Zieh den Vorhang im Wohnzimmer zu", "wohnzimmer-vorhang curtain.motor-control=0"],
  ["Fahr den Rollladen im Schlafzimmer runter", "schlafzimmer-rollo curtain.motor-control=0"],
  ["Fahr das Rollo hoch", "schlafzimmer-rollo curtain.motor-control=2"],
  ["Öffne den Vorhang", "wohnzimmer-vorhang curtain.motor-control=2"],
  ["Schließ die Haustür ab", "flur-tuer lock.locked=true"],
  ["Sperr die Haustür auf", "flur-tuer lock.locked=false"],
  ["Verriegle die Haustür", "flur-tuer lock.locked=true"],
];

const VALUES: Said = [
  ["Stehlampe auf 30 Prozent", `wohnzimmer-stehlampe ${ON}`, "wohnzimmer-stehlampe light.brightness=30"],
  [
    "Dimme die Stehlampe auf fünfundzwanzig Prozent",
    `wohnzimmer-stehlampe ${ON}`,
    "wohnzimmer-stehlampe light.brightness=25",
  ],
  [
    "Stell die Helligkeit der Stehlampe auf Maximum",
    `wohnzimmer-stehlampe ${ON}`,
    "wohnzimmer-stehlampe light.brightness=100",
  ],
  // It is off already, which is what is told then.
  ["Mach die Nachttischlampe etwas dunkler", `schlafzimmer-lampe ${OFF}`],
  ["Mach die Stehlampe rot", `wohnzimmer-stehlampe ${ON}`, "wohnzimmer-stehlampe light.color=16711680"],
  ["Stell die Heizung auf 21 Grad", "wohnzimmer-heizung thermostat.target-temperature=21"],
  ["Stell die Temperatur im Wohnzimmer auf zweiundzwanzig Grad", "wohnzimmer-heizung thermostat.target-temperature=22"],
  ["Mach die Heizung zwei Grad wärmer", "wohnzimmer-heizung thermostat.target-temperature=22"],
  ["Dreh die Heizung ein Grad runter", "wohnzimmer-heizung thermostat.target-temperature=19"],
  ["Stell die Heizung in den Schlafmodus", "wohnzimmer-heizung thermostat.mode=4"],
  ["Fahr den Rollladen auf 40 Prozent", "schlafzimmer-rollo curtain.target-position=40"],
  [
    "Stell den Ventilator auf Stufe 3",
    "schlafzimmer-ventilator fan.on=true",
    "schlafzimmer-ventilator fan.fan-level=3",
  ],
  ["Stell den Ventilator auf Naturwind", "schlafzimmer-ventilator fan.on=true", "schlafzimmer-ventilator fan.mode=1"],
  ["Mach den Fernseher leiser", "wohnzimmer-fernseher speaker.volume=20"],
  ["Stell die Lautstärke vom Fernseher auf 15", "wohnzimmer-fernseher speaker.volume=15"],
  ["Schalt den Fernseher stumm", "wohnzimmer-fernseher speaker.mute=true"],
];

const SEVERAL: Said = [
  ["Mach alle Lampen im Wohnzimmer an", `wohnzimmer-deckenlampe ${ON}`, `wohnzimmer-stehlampe ${ON}`],
  ["Mach im Schlafzimmer alles aus", `schlafzimmer-lampe ${OFF}`, "schlafzimmer-ventilator fan.on=false"],
  ["Mach das Licht in der Küche und im Flur aus", `kueche-licht ${OFF}`, `flur-licht ${OFF}`],
  [
    "Mach alle Lichter aus außer der Stehlampe",
    `wohnzimmer-deckenlampe ${OFF}`,
    `kueche-licht ${OFF}`,
    `flur-licht ${OFF}`,
    `schlafzimmer-lampe ${OFF}`,
  ],
  ["Mach das Licht im Flur an und den Fernseher aus", `flur-licht ${ON}`, "wohnzimmer-fernseher television.on=false"],
  [
    "Mach den Vorhang zu und die Stehlampe an",
    "wohnzimmer-vorhang curtain.motor-control=0",
    `wohnzimmer-stehlampe ${ON}`,
  ],
  [
    "Schalte die Deckenlampe ein, fahr den Rollladen runter und schließ die Haustür ab",
    `wohnzimmer-deckenlampe ${ON}`,
    "schlafzimmer-rollo curtain.motor-control=0",
    "flur-tuer lock.locked=true",
  ],
];

const AROUND: Said = [
  ["Könntest du bitte das Licht im Flur anmachen?", `flur-licht ${ON}`],
  ["Hey Jia, mach mal die Küchenlampe an, danke", `kueche-licht ${ON}`],
  ["Mach mir bitte mal die Nachttischlampe an", `schlafzimmer-lampe ${ON}`],
  ["Ich hätte gern die Stehlampe an", `wohnzimmer-stehlampe ${ON}`],
  ["Mir ist kalt, mach die Heizung an", "wohnzimmer-heizung thermostat.on=true"],
  ["Mach die Stehlampe an, nein, die Deckenlampe", `wohnzimmer-deckenlampe ${ON}`],
  ["Mach die Stehlampe an, vergiss es", "leave"],
  ["Mach das Licht im Flur nicht an", "leave"],
  ["Mach bitte nicht den Fernseher aus", "leave"],
];

const ASKING: Said = [
  ["Ist das Licht im Flur an?", "polar flur-licht"],
  ["Ist die Haustür abgeschlossen?", "polar flur-tuer"],
  ["Ist der Rollladen offen?", "polar schlafzimmer-rollo"],
  ["Wie warm ist es im Wohnzimmer?", "value wohnzimmer-heizung"],
  ["Wie laut ist der Fernseher?", "value wohnzimmer-fernseher"],
  ["Welche Lampen im Wohnzimmer sind an?", "which wohnzimmer-deckenlampe wohnzimmer-stehlampe"],
  ["Wie viele Lichter im Wohnzimmer sind an?", "howMany wohnzimmer-deckenlampe wohnzimmer-stehlampe"],
  ["Sind alle Lampen im Wohnzimmer aus?", "all wohnzimmer-deckenlampe wohnzimmer-stehlampe"],
];

const LATER: Said = [
  ["Mach in zehn Minuten das Licht in der Küche aus", `delay 600 s: kueche-licht ${OFF}`],
  ["Mach die Stehlampe für eine halbe Stunde an", `for 1800 s: wohnzimmer-stehlampe ${ON}`],
  ["Mach das Licht im Flur um 22 Uhr aus", `22:00: flur-licht ${OFF}`],
  ["Mach um sieben Uhr dreißig den Fernseher an", "07:30: wohnzimmer-fernseher television.on=true"],
  ["Mach heute Abend um halb neun den Fernseher an", "20:30 +0: wohnzimmer-fernseher television.on=true"],
  ["Mach morgen früh um sieben Uhr den Vorhang auf", "07:00 +1: wohnzimmer-vorhang curtain.motor-control=2"],
  ["Mach werktags um halb sieben die Nachttischlampe an", `06:30 on 12345: schlafzimmer-lampe ${ON}`],
  ["Fahr jeden Tag um 7:15 den Rollladen hoch", "07:15 on 1234567: schlafzimmer-rollo curtain.motor-control=2"],
  ["Mach bei Sonnenuntergang die Flurlampe an", `sunset: flur-licht ${ON}`],
  ["Mach das Licht im Flur an und in zehn Minuten wieder aus", `flur-licht ${ON}`, `delay 600 s: flur-licht ${OFF}`],
  ["Wenn die Haustür aufgeschlossen wird, mach die Flurlampe an", `whenever: flur-licht ${ON}`],
  ["Stell einen Timer auf zehn Minuten", "start 600 s"],
  ["Weck mich morgen um Viertel nach sechs", "ring 06:15 +1"],
  ["Erinnere mich in 20 Minuten an die Wäsche", "ring delay 1200 s an die Wäsche"],
];

const NOTHING: Said = [
  ["Mach die Lampe auf dem Tisch an", "unknown"],
  ["Das Licht im Flur ist an", "unknown"],
  ["Erzähl mir einen Witz", "unknown"],
  ["Mach das Bügeleisen aus", "refuse no-device"],
  ["Mach um 25 Uhr das Licht aus", "refuse no-time"],
];

describe("a language added as data is understood by the same stages", () => {
  describe.each([
    ["switching, with verbs in two parts", SWITCHING],
    ["values and steps", VALUES],
    ["several things and several commands", SEVERAL],
    ["what is said around a command, and negation", AROUND],
    ["questions", ASKING],
    ["times, timers and rules", LATER],
    ["what is not clear or not there does nothing", NOTHING],
  ] as const)("%s", (_, said) => {
    it.each(said.map(([text, ...expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
      expect(meaning(text)).toEqual(expected);
    });
  });
});

describe("a language with the same letters as another one", () => {
  it.each([
    ["turn the floor lamp on", "living-floor-lamp light.on=true"],
    ["is the floor lamp on", "polar living-floor-lamp"],
    ["in ten minutes turn the floor lamp off", "delay 600 s: living-floor-lamp light.on=false"],
    ["把落地灯打开", "living-floor-lamp light.on=true"],
  ])("%s is understood as before", (text, expected) => {
    const flat = talkIn("flat").local;
    const understanding = understand(text, flat.dialogueContext(null, "en", null), null);
    expect(understanding.kind === "plan" && understanding.steps.flatMap(meaningOf)).toEqual([expected]);
  });
});

describe("an added language can be removed", () => {
  it("its sentences are handed on after the removal", () => {
    expect(meaning("Mach das Licht im Flur an")).toEqual([`flur-licht ${ON}`]);
    forget();
    expect(meaning("Mach das Licht im Flur an")).toEqual(["unknown"]);
  });
});
