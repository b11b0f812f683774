import { packOf, type Vocabulary } from "../../../src/language/index.ts";

const english = packOf("en").vocabulary;

/** A table with the German words that are given, and none for what the small home does not have. */
function table<Key extends string>(
  keys: Readonly<Record<Key, string>>,
  words: Partial<Record<Key, string>>,
): Record<Key, string> {
  const all: Record<Key, string> = { ...keys };
  for (const key of Object.keys(keys) as Key[]) all[key] = words[key] ?? "";
  return all;
}

/** What people call the things of specs; commas between words. */
export const vocabulary: Vocabulary = {
  ...english,
  kinds: table(english.kinds, {
    light: "Licht, Lampe, Leuchte, Beleuchtung",
    switch: "Schalter",
    outlet: "Steckdose",
    curtain: "Vorhang, Gardine",
    blinds: "Rollladen, Rollo, Jalousie",
    lock: "Schloss, Türschloss",
    door: "Tür",
    fan: "Ventilator, Lüfter",
    thermostat: "Thermostat",
    heater: "Heizung, Heizkörper",
    television: "Fernseher, TV",
    speaker: "Lautsprecher",
  }),
  properties: table(english.properties, {
    brightness: "Helligkeit",
    color: "Farbe",
    "color-temperature": "Farbtemperatur",
    "target-temperature": "Temperatur, Solltemperatur",
    temperature: "Temperatur, Raumtemperatur",
    mode: "Modus, Betriebsart",
    "fan-level": "Lüfterstufe, Stufe, Geschwindigkeit",
    volume: "Lautstärke",
    mute: "Stummschaltung",
    "target-position": "Position",
  }),
  actions: table(english.actions, {}),
  values: table(english.values, {
    auto: "Automatik, automatisch",
    sleep: "Schlaf, Schlafmodus, Nachtmodus",
    away: "abwesend, Abwesenheit",
    home: "Zuhause",
    manual: "manuell",
    "natural wind": "Naturwind",
    smart: "schlau",
    low: "niedrig, langsam",
    medium: "mittel",
    high: "hoch, schnell",
  }),
};
