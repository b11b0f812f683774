import type { ReportedChange, ValueChange, VerbChange } from "../reported-changes.ts";
import type { Subjects } from "../subject-types.ts";
import { grammar } from "./grammar.ts";
import { who } from "./subjects.ts";

/** The predicate after an act, keyed by act. */
const ACTS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  start: ["has started", "have started"],
  run: ["has started", "have started"],
  stop: ["has stopped", "have stopped"],
  off: ["has stopped", "have stopped"],
  close: ["has stopped", "have stopped"],
  pause: ["is paused", "are paused"],
  resume: ["is carrying on", "are carrying on"],
  play: ["is playing", "are playing"],
  next: ["is on the next track", "are on the next track"],
  previous: ["is back on the previous track", "are back on the previous track"],
  mute: ["is muted", "are muted"],
  unmute: ["has its sound back on", "have their sound back on"],
  dock: ["is on its way back to the dock", "are on their way back to their docks"],
  clean: ["has started cleaning", "have started cleaning"],
  mop: ["has started mopping", "have started mopping"],
  mow: ["has started mowing", "have started mowing"],
  locate: ["is making a sound so that you can find it", "are making a sound so that you can find them"],
  toggle: ["has been switched over", "have been switched over"],
};

/** The order for an act, keyed by act; the device comes behind it, or in the place of the dash. */
const ORDERS: Readonly<Record<string, string>> = {
  run: "start",
  off: "stop",
  close: "stop",
  play: "play — again",
  next: "skip to the next track on",
  previous: "go back to the previous track on",
  dock: "send — back to the dock",
  clean: "start cleaning with",
  mop: "start mopping with",
  mow: "start mowing with",
  locate: "make — call out",
  toggle: "switch — over",
};

/** The predicate after a change: "is on", "are closed"; null when the change is no state. */
export function predicate(deed: VerbChange, several: boolean): string | null {
  const be = several ? "are" : "is";
  switch (deed.kind) {
    case "power":
      return `${be} ${deed.on ? "on" : "off"}`;
    case "moved":
      return `${be} ${deed.lifts ? (deed.open ? "up" : "down") : deed.open ? "open" : "closed"}`;
    case "locked":
      return `${be} ${deed.locked ? "locked" : "unlocked"}`;
    case "switched":
      return null;
    case "act":
      return ACTS[deed.act]?.[several ? 1 : 0] ?? null;
    case "action":
      return null;
    default:
      return deed satisfies never;
  }
}

/** A change as an order: "unlock the front door", "set the heater to 30 °C". */
export function order(deed: ReportedChange, subjects: Subjects): string {
  const subject = who(subjects);
  switch (deed.kind) {
    case "power":
      return `turn ${deed.on ? "on" : "off"} ${subject}`;
    case "moved":
      return `${deed.lifts ? (deed.open ? "raise" : "lower") : deed.open ? "open" : "close"} ${subject}`;
    case "locked":
      return `${deed.locked ? "lock" : "unlock"} ${subject}`;
    case "switched":
      return `${switching(deed)} the ${deed.property} of ${subject}`;
    case "set":
      return `set ${subject} to ${settingWords(deed)}`;
    case "act": {
      const words = ORDERS[deed.act] ?? (ACTS[deed.act] ? deed.act : null);
      if (words === null) return `tell ${subject} to ${deed.action.toLowerCase()}`;
      return words.includes("—") ? words.replace("—", subject) : `${words} ${subject}`;
    }
    case "action":
      return `tell ${subject} to ${deed.name}`;
    default:
      return deed satisfies never;
  }
}

/** The verb for a setting that is on or off: "turn on", "close". */
export function switching({ on, leaf }: Extract<ReportedChange, { kind: "switched" }>): string {
  if (leaf) return on ? "open" : "close";
  return `turn ${on ? "on" : "off"}`;
}

/** A change as a gerund: "unlocking the front door". */
export function gerund(deed: ReportedChange, subjects: Subjects): string {
  return order(deed, subjects).replace(/^\w+/, (verb) => GERUNDS[verb] ?? `${verb.replace(/e$/, "")}ing`);
}

const GERUNDS: Readonly<Record<string, string>> = { set: "setting", stop: "stopping", skip: "skipping" };

/** A value, with its property when the value alone is not clear: "cool", "26 °C", "fan speed 3". */
export function settingWords({ type, property, value }: Pick<ValueChange, "type" | "property" | "value">): string {
  if (/^(target-temperature|color|color-temperature|mode|brightness)$/.test(type)) return value;
  if (type === "target-position") return `${value} open`;
  if (type === "volume") return `${value} volume`;
  const level = /^level (\d+)$/.exec(value)?.[1];
  return `${property} ${level ?? value}`;
}

/** The predicate for set values: "is at 50%", "is set to cool, 26 °C and fan speed 8". */
export function valuesPredicate(
  settings: readonly ValueChange[],
  several: boolean,
  how: "done" | "already" | "on",
): string {
  const be = `${several ? "are" : "is"}${how === "already" ? " already" : how === "on" ? " on" : ""}`;
  const after = how === "on" ? ", " : " ";
  const looks = settings.filter(({ type }) => /^color/.test(type)).map(({ value }) => value);
  const [bright] = settings.filter(({ type }) => type === "brightness");
  const rest = settings.filter((setting) => setting !== bright && !/^color/.test(setting.type));
  const [only] = settings;
  if (rest.length === 0) {
    if (bright && bright.end !== null && looks.length === 0)
      return `${be}${how === "on" ? " and" : ""} ${bright.end === "max" ? "at full brightness" : "dimmed right down"}`;
    const at = bright ? `at ${bright.value}` : "";
    if (looks.length === 0) return `${be} ${at}`;
    const look = grammar.list(looks, "and");
    return how === "on"
      ? `${be}${bright ? ", " : " and "}set to ${look}${at && ` ${at}`}`
      : `${be} ${look}${at && `, ${at}`}`;
  }
  if (only && settings.length === 1 && only.type === "target-position")
    return `${be}${after}${only.value === "50%" ? "half" : only.value} open`;
  if (only && settings.length === 1 && only.type === "volume" && only.end === null)
    return `${be} at ${settingWords(only)}`;
  // "on" joins the values like a list.
  if (how === "on" && settings.length > 1 && !settings.some((each) => each.end !== null))
    return `${be}: ${settings.map(settingWords).join(", ")}`;
  const words = grammar.list(settings.map(settingWords), "and");
  const end = settings.some((each) => each.end !== null) ? ", which is as far as it goes" : "";
  return `${be}${after}set to ${words}${end}`;
}
