import { type Pack, packOf } from "../../../src/language/index.ts";
import { answers } from "./answers.ts";
import { grammar, LOCALE } from "./grammar.ts";
import { plans } from "./plans.ts";
import { replies } from "./replies.ts";
import { times } from "./times.ts";

const ENGLISH = packOf("en");
const { vocabulary } = ENGLISH;

/** German for what people are told in a conversation; what only operators read is in English. */
export const GERMAN: Pack = {
  ...ENGLISH,
  code: "de",
  locale: LOCALE,
  names: ["deutsch", "german"],
  ofSpecs: false,
  grammar,
  vocabulary: {
    ...vocabulary,
    kinds: { ...vocabulary.kinds, light: "Lampen, Lampe, Licht", lock: "Schlösser, Schloss", fan: "Ventilatoren" },
    properties: {
      ...vocabulary.properties,
      brightness: "Helligkeit",
      "target-temperature": "Zieltemperatur",
      temperature: "Temperatur",
      mode: "Modus",
      volume: "Lautstärke",
    },
    values: { ...vocabulary.values, cool: "Kühlen", heat: "Heizen", auto: "Automatik" },
    colors: { ...vocabulary.colors, ff0000: "rot", "0000ff": "blau" },
    keys: { ...vocabulary.keys, "left key": "linke Taste" },
  },
  messages: {
    ...ENGLISH.messages,
    replies,
    answers,
    plans,
    times,
    words: { ...ENGLISH.messages.words, on: "an", off: "aus", yes: "ja", no: "nein", home: "Zuhause" },
    things: {
      ...ENGLISH.messages.things,
      inRoom: ({ name, room }) => `${name} (${room})`,
      placed: ({ name, room }) => `${name} (${room})`,
      serviceOf: ({ part, name }) => `${part} an ${name}`,
    },
    turn: {
      ...ENGLISH.messages.turn,
      empty: "Was soll ich tun?",
      notUnderstood: "Das habe ich nicht verstanden und nichts getan.",
      cancelled: "Abgebrochen, bevor es fertig war.",
      notDone: "{what} hat nicht geklappt: {why}.",
      dropped: "Gut, dann nicht.",
      expired: "Die Frage ist zu lange her. Bitte sag es noch einmal.",
      recognised: "Erkannt habe ich: {names}.",
    },
    policy: {
      ...ENGLISH.messages.policy,
      unlocksDoor: "das schließt eine Tür auf",
      opensGarage: "das öffnet die Garage oder ein Tor",
    },
    errors: {
      ...ENGLISH.messages.errors,
      "unknown-device": "Es gibt kein Gerät „{device}“.",
      "invalid-value": "„{value}“ passt nicht zu „{address}“: möglich ist {expected}.",
      "broker-unreachable": "Der MQTT-Broker {url} antwortet nicht: {detail}.",
    },
    home: {
      ...ENGLISH.messages.home,
      oneOf: ({ values }) => `eines von ${values.join(", ")}`,
      noRoom: "es gibt keinen Raum „{room}“",
    },
  },
  answerWords: {
    sentence: { yes: "ja, jawohl, ja bitte, mach das", no: "nein, lieber nicht", neverMind: "vergiss es, egal" },
    yes: "jo, klar, gerne, okay",
    rhetorical: "warum nicht",
    no: "nö, bloß nicht",
    beside: "bitte, danke, jia",
    before: "äh, hm, also",
    beforeNo: "okay",
    asking: "oder",
  },
};
