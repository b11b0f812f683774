import type { Grammar } from "../grammar.ts";
import { localeGrammar } from "../locale.ts";
import { kinds } from "./vocabulary/kinds.ts";

/** British, for its lists: without a comma before "and". */
export const LOCALE = "en-GB";

const plurals = new Intl.PluralRules(LOCALE);

export const grammar: Grammar = {
  ...localeGrammar(LOCALE),
  sentences: (texts) => texts.filter((text) => text !== "").join(" "),
  quote: (text) => `"${text}"`,
};

/** The form of a noun for a count: `plural(2, "device")` → "devices". */
export function plural(count: number, one: string, several = `${one}s`): string {
  return plurals.select(count) === "one" ? one : several;
}

/** "1 device", "3 devices". */
export function countedNoun(count: number, one: string, several?: string): string {
  return `${count} ${plural(count, one, several)}`;
}

/** A text with its first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const BRANDS = `hue sonos ikea xiaomi aqara yeelight google apple alexa echo dyson philips bosch miele samsung lg sony bose
  siemens roborock roomba ecovacs tapo nest eve nanoleaf lifx netatmo tado velux somfy shelly tuya haier midea gree
  panasonic daikin mitsubishi electrolux whirlpool delonghi nespresso husqvarna gardena amazon roku chromecast playstation
  xbox tesla`;

/** Given names that occur in names of devices. */
const PEOPLE = `adam alex alice amelia amy anna anne ben bella bob charlie charlotte chloe chris clara daniel david dylan
  ella elena ellie emily emma ethan eva eve finn freya george grace hannah harry henry ida isla ivy jack jacob james jane
  jess joe john jonas joseph julia kate laura leah leo leon liam lily lisa louis lucas lucy luke maria mark martin mary max
  maya mia mike mila mohammed nina noah nora oliver olivia oscar paul peter poppy rosie ruby ryan sam sara sarah simon
  sofia sophia sophie stella theo thomas tom victoria will william zoe`;

/** Beginnings of proper names: a possessive, and words that are always capitalized. */
const PROPER = new RegExp(
  `^(\\S+['’]s\\b|(christmas|easter|halloween|${BRANDS}|${PEOPLE})\\b)`.replace(/\s+/g, "|"),
  "i",
);

/** A name inside a sentence: "Floor lamp" → "floor lamp"; "TV", "Emma's lamp" and "Garden Lights" stay as they are written. */
export function common(name: string): string {
  const plain = /^[A-Z][a-z]+(?:[ -][a-z0-9]+)*$/.test(name) && !PROPER.test(name);
  // A single word may be a person's name.
  return plain && (/[ -]/.test(name) || isNoun(name)) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Whether a name begins with a possessive, which replaces the article: "Emma's room". */
export function isPossessive(name: string): boolean {
  return /^\S+['’]s\s/.test(name);
}

/** "the" before a common name, none before a proper one. */
export function the(name: string): string {
  return /^(the|my|our|your)\b/i.test(name) || isPossessive(name) ? name : `the ${common(name)}`;
}

/** Places with the preposition "on". */
const ON = /(?:landing|patio|balcony|terrace|porch|deck|roof|veranda|stairs|staircase|driveway|lawn|mezzanine)$/i;

/** "in the study", "on the landing", "in the hall and the study". */
export function inPlace(...rooms: readonly string[]): string {
  return `${rooms.every((room) => ON.test(room)) ? "on" : "in"} ${grammar.list(rooms.map(the), "and")}`;
}

/** The contracted form: "is not running" → "isn't running". */
export function contracted(text: string): string {
  return text.replace(/\b(is|are|has|have) not\b/, "$1n't");
}

/** Single words that are nouns and not names of people. */
const NOUNS: ReadonlySet<string> = new Set(
  `attic balcony basement bathroom bedroom cellar closet conservatory corridor den driveway ensuite entrance garage garden
  gym hall hallway kitchen landing laundry library loft lounge nursery office pantry patio playroom porch shed snug spare
  stairs study terrace toilet utility wardrobe workshop yard blinds chandelier curtain curtains doorbell drapes downlights
  floodlight gateway hub lamp lamps lights pendant robot shades sideboard socket spotlight spotlights sprinklers telly
  thermometer uplighter`.split(/\s+/),
);

function isNoun(name: string): boolean {
  const word = name.toLowerCase();
  return NOUNS.has(word) || Object.values(kinds).some((words) => words.split(", ").includes(word));
}

/** A text as a sentence, with a capital and a full stop. "" stays "". */
export function sentence(text: string): string {
  return text === "" ? "" : `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}

export function be(count: number): string {
  return count === 1 ? "is" : "are";
}

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A count in words up to twelve. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** The plural of a noun: "switches", "batteries", "lights". */
export function nounPlural(noun: string): string {
  if (noun === "tv") return "TVs";
  if (/s$/.test(noun)) return noun;
  if (/(x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
