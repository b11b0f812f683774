import { lowerEnd } from "../locale.ts";
import type { OngoingMotion, ReportedChange, ValueChange, VerbChange } from "../reported-changes.ts";
import type { Subjects } from "../subject-types.ts";
import { capital, common, grammar, inPlace, isPossessive, sentence, the } from "./grammar.ts";
import { gerund, order, predicate, valuesPredicate } from "./reported-changes.ts";
import { isPluralName, isSeveral, subjectSentence, who, whoIn } from "./subjects.ts";
import { colors } from "./vocabulary/names.ts";

const COLORS: ReadonlySet<string> = new Set(Object.values(colors));

/** Acts that a device cannot do, keyed by act. */
const CANNOT: Readonly<Record<string, string>> = {
  on: "be turned on",
  off: "be turned off",
  open: "be opened",
  close: "be closed",
  lock: "be locked",
  unlock: "be unlocked",
  start: "be started",
  run: "be started",
  stop: "be stopped",
  pause: "be paused",
  resume: "be resumed",
  play: "play anything",
  next: "skip",
  previous: "go back",
  mute: "be muted",
  unmute: "be unmuted",
  dock: "be sent home",
  clean: "clean",
  mop: "mop",
  mow: "mow",
  locate: "call",
  toggle: "be toggled",
};

/** The predicate of a setting: "is on", "are already open". */
function switched({ property, on, leaf }: Extract<VerbChange, { kind: "switched" }>, already: "" | "already "): string {
  const state = leaf ? (on ? "open" : "closed") : on ? "on" : "off";
  return `${isPluralName(property) ? "are" : "is"} ${already}${state}`;
}

/** No device at a place reports the asked property. */
const UNTOLD_THERE = "I can't tell: no sensor there reports that.";

/** Replies to commands: outcomes, refusals, and questions back. */
export const replies = {
  done: (deed: VerbChange, subjects: Subjects, room: string | null): string => {
    const state = predicate(deed, isSeveral(subjects));
    if (state !== null) return subjectSentence(`${whoIn(subjects, room)} ${state}`, subjects);
    if (deed.kind === "switched") return sentence(`${ownOf(deed.property, subjects, room)} ${switched(deed, "")}`);
    return sentence(`I told ${whoIn(subjects, room)} to ${toDo(deed)}`);
  },
  already: (deed: VerbChange, subjects: Subjects, room: string | null): string => {
    const state = predicate(deed, isSeveral(subjects));
    if (state !== null)
      return subjectSentence(`${whoIn(subjects, room)} ${state.replace(/^(is|are)\b/, "$1 already")}`, subjects);
    if (deed.kind === "switched")
      return sentence(`${ownOf(deed.property, subjects, room)} ${switched(deed, "already ")}`);
    return sentence(`I told ${whoIn(subjects, room)} to ${toDo(deed)}`);
  },
  /** Set values: changed, unchanged, or set while switching on. */
  set: (
    settings: readonly ValueChange[],
    subjects: Subjects,
    room: string | null,
    how: "done" | "already" | "on",
  ): string => {
    // "fan speed" of a fan becomes "speed".
    const isFan = subjects.names.every((name) => /\bfan$/i.test(name));
    const own = settings.map((each) => (isFan ? { ...each, property: each.property.replace(/^fan /, "") } : each));
    return subjectSentence(`${whoIn(subjects, room)} ${valuesPredicate(own, isSeveral(subjects), how)}`, subjects);
  },
  /** One property of several devices of a room with different values. */
  setEach: (each: readonly { readonly name: string; readonly setting: ValueChange }[], room: string): string => {
    const [first, ...others] = each.map(({ name, setting }) => {
      const told = valuesPredicate([setting], isPluralName(name), "done");
      return { name: the(name), told, value: told.replace(/^(?:is|are) /, "") };
    });
    const rest = others.map(({ name, value }) => `${name} ${value}`);
    return sentence(`${inPlace(room)}, ${grammar.list([`${first?.name} ${first?.told}`, ...rest], "and")}`);
  },
  /** A motion in progress; `reports` is false for devices that report nothing back. */
  moving: (moving: OngoingMotion, subjects: Subjects, room: string | null, reports: boolean): string => {
    const several = isSeveral(subjects);
    const lifts = moving.kind !== "to" && moving.lifts === true;
    const verb = moving.kind === "to" || lifts ? "go" : moving.kind === "open" ? "open" : "close";
    const end = lifts ? (moving.kind === "open" ? " up" : " down") : "";
    const where = moving.kind === "to" ? ` to ${moving.place}` : end;
    if (!reports) return sentence(`I told ${whoIn(subjects, room)} to ${verb}${where}, but ${silent(subjects)}`);
    return subjectSentence(
      `${whoIn(subjects, room)} ${several ? "are" : "is"} ${verb === "go" ? "moving" : `${verb.replace(/e$/, "")}ing`}${where}`,
      subjects,
    );
  },
  /** Sent, to devices that report nothing back. */
  accepted: (deed: ReportedChange, subjects: Subjects): string =>
    sentence(`I sent the command to ${order(deed, subjects)}, but ${silent(subjects)}`),
  timeout: (subjects: Subjects): string =>
    sentence(`${who(subjects)} didn't answer, so I can't tell whether it worked`),
  offline: (subjects: Subjects, reason: string): string =>
    sentence(reason || `I can't reach ${who(subjects)}: ${isSeveral(subjects) ? "they're" : "it's"} offline`),
  rejected: (subjects: Subjects, reason: string): string =>
    sentence(`${who(subjects)} refused${/^-?\d+$/.test(reason) ? ` (code ${reason})` : reason && `: ${reason}`}`),
  /** The command did not reach the device. */
  notSent: (subjects: Subjects, reason: string): string =>
    sentence(`the command didn't get to ${who(subjects)}: ${reason}`),
  denied: (reason: string): string => sentence(`that isn't allowed${reason && `: ${reason}`}`),
  /** A pending change as a gerund: "unlocking the front door". */
  doing: (deed: ReportedChange, subjects: Subjects): string => gerund(deed, subjects),
  /** A pending change in a question: "unlock the front door". */
  asking: (deed: ReportedChange, subjects: Subjects): string => order(deed, subjects),
  /** Several orders in one question. */
  orders: (things: readonly string[]): string => grammar.list(things, "and"),
  /** `what` is done after a yes; `why`: the reasons that the question does not show. */
  confirm: (what: string, why: readonly string[]): string =>
    grammar.sentences([sentence(why.join(", ")), `${capital(what)}?`]),
  /** The same with a PIN; alone: for the command that was just given. */
  pin: (what: string): string => `What's the PIN to ${what}?`,
  pinAlone: "What's the PIN?",
  /** The asked change is not in the records. */
  untouched: (names: readonly string[]): string => `No, I haven't changed ${grammar.list(names.map(the), "and")}.`,
  /** Without records: the time of the change in this conversation. */
  touchedAt: (names: readonly string[], time: string): string =>
    `Yes, I changed ${grammar.list(names.map(the), "and")} ${time.replace(/(\d+:\d+)$/, "at $1")}.`,
  /** The last change, and when. */
  touched: (reply: string): string => grammar.sentences(["Yes.", reply]),
  nothingToUndo: "There's nothing to undo.",
  /** Changes that an undo could not restore. */
  notBack: (names: readonly string[]): string =>
    `I can't undo what was done with ${grammar.list(names.map(the), "and")}.`,
  /** Behind the state of a thing that is said not to work: it is on. */
  maybeBroken: "I see nothing wrong from here, so it may be broken, or its power may be off at the wall.",
  /** The same for a thing that is off. */
  offNow: "If it doesn't come on when I turn it on, it may be broken.",
  leave: "OK, I'll leave it.",
  /** Lamps that were set while they are off. */
  stillOff: (names: readonly string[]): string =>
    `${capital(grammar.list(names.map(the), "and"))} ${names.length > 1 ? "are" : "is"} still off.`,
  /** A device was marked to keep running, or the mark was removed. */
  essential: (names: readonly string[]): string =>
    `Noted: ${grammar.list(names.map(the), "and")} ${names.length > 1 ? "stay" : "stays"} on when everything is switched off.`,
  notEssential: (names: readonly string[]): string =>
    `Noted: ${grammar.list(names.map(the), "and")} may go off with everything else.`,
  essentialForAdults: "Only an adult of this home decides what must stay on.",
  essentialAre: (names: readonly string[], count: number): string =>
    names.length === 0
      ? "Nothing here has to stay on."
      : count > names.length
        ? `${capital(grammar.list([...names.map(the), `${count - names.length} more`], "and"))} stay on when everything is switched off.`
        : `${capital(grammar.list(names.map(the), "and"))} ${names.length > 1 ? "stay" : "stays"} on when everything is switched off.`,
  leftOn: (names: readonly string[]): string => `I've left ${grammar.list(names.map(the), "and")} on.`,
  noDevice: (said: string, place: string | null, nearest: string | null): string =>
    sentence(
      `${said ? `${/[^s]s$/.test(said) ? "there are" : "there's"} no ${said}` : "there's nothing like that"}${place ? ` ${inPlace(place)}` : " here"}${nearest ? `. The closest is ${the(nearest)}` : ""}`,
    ),
  noTime: (said: string): string => sentence(`there's no such time as ${said}`),
  /** The condition that a rule waits for, in the person's words. */
  noEvent: (said: string): string => `Nothing here can tell me “${said}”.`,
  /** No person has this name; `known`: the names of the people. */
  noPerson: (said: string, known: readonly string[]): string =>
    known.length === 0 || known.length > 5
      ? `I don't know who “${said}” is.`
      : `I don't know who “${said}” is. I know ${grammar.list(known, "and")}.`,
  /** A command on the condition that somebody is in or out. `home` null: not known. */
  notThere: (who: string | null, home: boolean | null): string =>
    home === null
      ? `I can't tell whether ${who ?? "anyone"} is at home, so I haven't done anything.`
      : `${who ?? "Nobody"} is ${home ? "at home" : "away"}, so I haven't done anything.`,
  noSpeaker: "Who are you? Tell me your name.",
  unplaced: (floor: boolean): string => `I don't know which ${floor ? "floor you're on" : "room you're in"}.`,
  noRoom: (said: string, nearest: string | null): string =>
    sentence(
      `${/[^s]s$/.test(said) ? "there are" : "there's"} no ${said} in this home${nearest ? `. The closest is ${the(nearest)}` : ""}`,
    ),
  noProperty: (device: string | null, said: string): string => {
    // A question for the power of a device that does not measure it.
    const asked = /^(how|what|which)\b/i.test(said);
    if (device === null) return asked ? UNTOLD_THERE : sentence(`nothing there has ${a(said)}`);
    const several = isPluralName(device);
    if (asked) return `I can't tell: ${the(device)} ${several ? "don't" : "doesn't"} report that.`;
    if (COLORS.has(said.toLowerCase())) return sentence(`${the(device)} can't turn ${said}`);
    return sentence(`${the(device)} ${several ? "have" : "has"} no ${said ? `${said} setting` : "setting like that"}`);
  },
  /** A value that cannot be set. `devices` may be empty; `more`: how many are not named. */
  notChanged: (
    property: string,
    devices: readonly string[],
    range: { readonly from: string; readonly to: string } | null,
    more = 0,
  ): string =>
    sentence(
      `the ${property}${devices.length === 0 ? "" : ` of ${grammar.list([...devices.map(the), ...(more > 0 ? [`${more} more`] : [])], "and")}`} was not changed${range ? `: it can be from ${range.from} to ${range.to}` : ""}`,
    ),
  /** `said`: the requested act or action. */
  noAction: (device: string, said: string): string => sentence(`${the(device)} can't ${CANNOT[said] ?? "do that"}`),
  untoldThere: UNTOLD_THERE,
  /** The device does not report the asked state. */
  untold: (device: string, state: string): string =>
    sentence(`I can't tell whether ${the(device)} ${isPluralName(device) ? "are" : "is"} ${state}`),
  noMode: (device: string, said: string, choices: readonly string[]): string =>
    sentence(
      `${the(device)} ${isPluralName(device) ? "have" : "has"} no ${said} mode. ${isPluralName(device) ? "They" : "It"} can be set to ${grammar.list(choices, "or")}`,
    ),
  /** The device has no lock. */
  noLock: (device: string): string => sentence(`${the(device)} ${isPluralName(device) ? "have" : "has"} no lock`),
  /** The device has no switch of its own, but its `parts` have. */
  noSwitch: (device: string, on: boolean, parts: readonly string[]): string => {
    const can = `you can turn ${on ? "on" : "off"} ${grammar.list(
      parts.map((part) => the(part === "blow" ? "blower" : part)),
      "or",
    )}`;
    return `${sentence(`${the(device)} ${isPluralName(device) ? "have" : "has"} no main switch`)} ${sentence(can)}`;
  },
  outOfRange: (device: string, property: string, from: string, to: string): string =>
    sentence(
      `${/temperature$/.test(property) ? the(device) : `the ${property} of ${the(device)}`} can only be set between ${lowerEnd(from, to)} and ${to}`,
    ),
  /** The allowed values of a list. */
  notOneOf: (device: string, property: string, choices: readonly string[]): string =>
    sentence(`the ${property} of ${the(device)} can be ${grammar.list(choices, "or")}`),
  badValue: (device: string, said: string, choices: readonly string[]): string =>
    sentence(
      `${the(device)} ${isPluralName(device) ? "have" : "has"} no "${said}"${choices.length > 0 ? `. The choices are ${grammar.list(choices, "and")}` : ""}`,
    ),
  /** Only absolute values can be planned, no relative changes. */
  relative: (device: string, property: string): string =>
    sentence(`I can't know now what the ${property} of ${the(device)} will be then. Tell me a value`),
  /** `now` is not among the steps that can be set ("auto"): asks which step is meant. */
  noStep: (device: string, property: string, now: string, steps: readonly string[]): string =>
    `The ${property} of ${the(device)} is on ${now}. Which one would you like: ${grammar.list(steps, "or")}?`,
  unknownState: (device: string, property: string): string =>
    sentence(`I don't know what the ${property} of ${the(device)} is now, so I can't change it by a step`),
  /** Asks what "it" means, without a focus. */
  whom: "Which device do you mean?",
  /** Asks about a name that may be misspelt. */
  meant: (option: string): string => `Do you mean ${the(option)}?`,
  ask: (options: readonly string[]): string => `Which one: ${grammar.list(options, "or")}?`,
  /** Asks which of several helpful devices to turn on. */
  askOn: (options: readonly string[]): string => `Shall I turn on ${grammar.list(options, "or")}?`,
  /** Asks which of several rooms is meant. */
  whichRoom: (name: string, rooms: readonly string[]): string =>
    `Which ${common(name)}: ${grammar.list(rooms.map(common), "or")}?`,
  /** A device as one of several. */
  named: (name: string): string => the(name),
  /** A device among several of that name, by its room. */
  choice: (name: string, room: string): string =>
    isPossessive(room) ? `the ${common(name)} ${inPlace(room)}` : `the ${common(room)} ${common(name)}`,
};

/** "the air purifier's child lock", "the child lock of the heaters in the study". */
function ownOf(property: string, subjects: Subjects, room: string | null): string {
  const whose = whoIn(subjects, room);
  return isSeveral(subjects) || / (?:in|on|of) /.test(whose) ? `the ${property} of ${whose}` : `${whose}'s ${property}`;
}

function a(said: string): string {
  return said === "" ? "a setting like that" : `a setting for ${said}`;
}

/** Why the result is not known. */
function silent(subjects: Subjects): string {
  return isSeveral(subjects) ? "they don't report back" : "it doesn't report back";
}

/** The sent act of a device that reports nothing back. */
function toDo(deed: Extract<ReportedChange, { kind: "act" | "action" | "power" | "moved" | "locked" }>): string {
  if (deed.kind === "action") return deed.name;
  return deed.kind === "act" ? (deed.action || deed.act).toLowerCase() : "do that";
}
