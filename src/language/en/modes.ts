import { answers } from "./answers.ts";
import { capital, common, grammar } from "./grammar.ts";

const SO = {
  open: "open",
  unlocked: "unlocked",
  running: "still on",
  lights: "still on",
  water: "open",
  leak: "detecting water",
} as const;
/** The good results that a report mentions; other checks are silent when all is well. */
const CLEAR: Readonly<Record<string, string>> = { open: "closed", unlocked: "locked" };

/** "Away mode", "Holiday mode"; a name that contains the word stays as it is. */
function called(name: string): string {
  return /\bmode$/i.test(name) ? capital(name) : `${capital(name)} mode`;
}

const USUAL: Readonly<Record<"home" | "away" | "night" | "guest" | "holiday", readonly [string, ...string[]]>> = {
  home: ["Home", "at home"],
  away: ["Away", "out"],
  night: ["Night", "bedtime"],
  guest: ["Guest", "guests", "visitors"],
  holiday: ["Holiday", "vacation"],
};

/** Modes by id inside a sentence: "away or holiday mode". */
export function modesCalled(ids: readonly string[]): string {
  const names: Readonly<Record<string, readonly string[]>> = USUAL;
  return `${grammar.list(
    ids.map((id) => (names[id]?.[0] ?? id).toLowerCase()),
    "or",
  )} mode`;
}

/** The modes of the home. */
export const modes = {
  /** The kind of definition in an error: 'The mode "Away" cannot be saved'. */
  mode: "mode",
  named: 'mode "{name}"',
  nameInUse: '"{name}" is already a name of "{id}"',
  noScene: 'there is no scene "{scene}"',
  noMode: 'there is no mode "{mode}"',
  staysThere: "Every home has this mode: it cannot be deleted.",
  isThere: 'The home is in "{name}" now. Choose another mode before you delete it.',
  /** The name and aliases of each default mode, keyed by id. */
  usual: USUAL,
  called: ({ name }: { name: string }): string => called(name),
  /** A finding about several devices. */
  found: ({ check, devices, more }: { check: keyof typeof SO; devices: readonly string[]; more: number }): string => {
    const names = check === "open" ? devices.map(answers.opening) : devices;
    const all = [...names, ...(more > 0 ? [`${more} more`] : [])];
    return `${grammar.list(all, "and")} ${all.length > 1 || more > 1 ? "are" : "is"} ${SO[check]}`;
  },
  untold: ({ devices }: { devices: readonly string[] }): string => `I can't tell about ${grammar.list(devices, "and")}`,
  /** One sentence: the mode, and the findings. `clear`: the checks without findings. */
  report: ({
    name,
    already,
    parts,
    clear,
  }: {
    name: string;
    already: boolean;
    parts: readonly string[];
    clear: readonly string[];
  }): string => {
    const begun = `${called(name)} is ${already ? "already on" : "on"}`;
    if (parts.length > 0) return `${begun}, but ${grammar.list(parts, "and")}.`;
    const well = clear.flatMap((check) => CLEAR[check] ?? []);
    if (well.length === 0) return `${begun}.`;
    return `${begun}, and everything is ${grammar.list([...new Set(well)], "and")}.`;
  },
  yes: "Say yes to what the policy asks about in the scene of the mode.",
  ask: "Switch the home to {name}?",
  sceneFailed: ({ scene, reason }: { scene: string; reason: string }): string =>
    `I couldn't run the scene "${scene}": ${reason}`,
  /** Somebody is leaving, and others are there. */
  othersThere: ({ names, leaving }: { names: readonly string[]; leaving: boolean }): string => {
    const who = names.length === 0 ? "Somebody is" : `${grammar.list(names, "and")} ${names.length > 1 ? "are" : "is"}`;
    return `${leaving ? "Bye! " : ""}${who} still here, so I'm leaving everything as it is.`;
  },
  /** Sentences cannot make or delete modes. */
  madeBy:
    "I can't make a mode by words: jia modes export prints all modes as a file, and jia modes import takes them from it.",
  deletedBy: ({ id }: { id: string }): string => `I can't delete a mode by words: use jia modes delete ${id}.`,
  thereAlready: ({ name }: { name: string }): string => `There is ${common(called(name))} already.`,
  /** What a mode does by itself. `scene`: the actions of its scene; `idle`: whether it does nothing. */
  does: ({
    name,
    scene,
    checks,
    idle,
  }: {
    name: string;
    scene: string | null;
    checks: readonly string[];
    idle: boolean;
  }): string => {
    if (idle) return `${called(name)} does nothing by itself.`;
    const looks = checks.length === 0 ? "" : ` I tell you about ${grammar.list(checks, "and")}.`;
    if (scene === null) return `${called(name)} switches nothing by itself.${looks}`;
    return `${called(name)} runs ${scene.replace(/\.$/, "")}.${looks}`;
  },
  /** When it began last. `until`: when it ended; null: it is on. */
  began: ({ name, at, until }: { name: string; at: string; until: string | null }): string =>
    until === null ? `${called(name)} has been on since ${at}.` : `${called(name)} was on last from ${at} to ${until}.`,
  now: ({ name, since }: { name: string; since: string | null }): string =>
    `${called(name)}${since === null ? "" : `, since ${since}`}.`,
  list: ({ names, current }: { names: readonly string[]; current: string }): string =>
    `There ${names.length === 1 ? "is" : "are"} ${grammar.list(names.map(common), "and")}. The home is in ${common(called(current))} now.`,
  /** jia modes */
  summary: "Show the modes of the home, or bring it into one.",
  details:
    "A mode is what the home is in: home, away, night, guest, holiday, and your own. set MODE begins one: its scene runs, and Jia " +
    "tells what is still open, unlocked or running. export prints all modes as YAML, import FILE takes them from a file.",
  heading: ["Mode", "Name", "Scene", "Looks at", "Begins"] as const,
  currentMark: "now",
  none: "—",
  checks: {
    open: "what is open",
    unlocked: "what is unlocked",
    running: "what cooks or heats",
    lights: "lights",
    water: "water",
  },
  begins: { "everyone-left": "when everyone has left", "someone-arrived": "when somebody arrives" },
  beginsFrom: ({ when, from }: { when: string; from: readonly string[] }): string =>
    `${when} (from ${from.join(", ")})`,
  removed: ({ name }: { name: string }): string => `Deleted: ${called(name)}.`,
  imported: ({ count }: { count: number }): string =>
    `${count === 1 ? "1 mode" : `${count} modes`} taken from the file.`,
};
