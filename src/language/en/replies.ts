import { lowerEnd } from "../locale.ts";
import type { Change, Deed, Moving, Setting } from "../reported-changes.ts";
import type { Subjects } from "../subject-types.ts";
import { gerund, order, predicate, settingsTold } from "./deeds.ts";
import { capital, common, grammar, inPlace, isPossessive, sentence, the } from "./grammar.ts";
import { isPluralName, isSeveral, told, who, whoIn } from "./subjects.ts";
import { colors } from "./vocabulary/names.ts";

const COLORS: ReadonlySet<string> = new Set(Object.values(colors));

/** What a device is told that it can't do, keyed by what was asked of it. */
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

/** "is on", "are already open": how a setting is. */
function switched({ property, on, leaf }: Extract<Change, { kind: "switched" }>, already: "" | "already "): string {
  const state = leaf ? (on ? "open" : "closed") : on ? "on" : "off";
  return `${isPluralName(property) ? "are" : "is"} ${already}${state}`;
}

/** Nothing at a place reports what was asked about. */
const UNTOLD_THERE = "I can't tell: no sensor there reports that.";

/** What came of what was asked for, why not, and what is asked back. */
export const replies = {
  done: (deed: Change, subjects: Subjects, room: string | null): string => {
    const state = predicate(deed, isSeveral(subjects));
    if (state !== null) return told(`${whoIn(subjects, room)} ${state}`, subjects);
    if (deed.kind === "switched") return sentence(`${ownOf(deed.property, subjects, room)} ${switched(deed, "")}`);
    return sentence(`I told ${whoIn(subjects, room)} to ${toDo(deed)}`);
  },
  already: (deed: Change, subjects: Subjects, room: string | null): string => {
    const state = predicate(deed, isSeveral(subjects));
    if (state !== null) return told(`${whoIn(subjects, room)} ${state.replace(/^(is|are)\b/, "$1 already")}`, subjects);
    if (deed.kind === "switched")
      return sentence(`${ownOf(deed.property, subjects, room)} ${switched(deed, "already ")}`);
    return sentence(`I told ${whoIn(subjects, room)} to ${toDo(deed)}`);
  },
  /** Values that were set, are so already, or were set of what was switched on with them. */
  set: (
    settings: readonly Setting[],
    subjects: Subjects,
    room: string | null,
    how: "done" | "already" | "on",
  ): string => {
    // A fan's speed needs no "fan" before it.
    const isFan = subjects.names.every((name) => /\bfan$/i.test(name));
    const own = settings.map((each) => (isFan ? { ...each, property: each.property.replace(/^fan /, "") } : each));
    return told(`${whoIn(subjects, room)} ${settingsTold(own, isSeveral(subjects), how)}`, subjects);
  },
  /** One property of several devices of a room, each at a value of its own. */
  setEach: (each: readonly { readonly name: string; readonly setting: Setting }[], room: string): string => {
    const [first, ...others] = each.map(({ name, setting }) => {
      const told = settingsTold([setting], isPluralName(name), "done");
      return { name: the(name), told, value: told.replace(/^(?:is|are) /, "") };
    });
    const rest = others.map(({ name, value }) => `${name} ${value}`);
    return sentence(`${inPlace(room)}, ${grammar.list([`${first?.name} ${first?.told}`, ...rest], "and")}`);
  },
  /** On its way to where it was sent; `reports` is false for what reports nothing back. */
  moving: (moving: Moving, subjects: Subjects, room: string | null, reports: boolean): string => {
    const several = isSeveral(subjects);
    const lifts = moving.kind !== "to" && moving.lifts === true;
    const verb = moving.kind === "to" || lifts ? "go" : moving.kind === "open" ? "open" : "close";
    const end = lifts ? (moving.kind === "open" ? " up" : " down") : "";
    const where = moving.kind === "to" ? ` to ${moving.place}` : end;
    if (!reports) return sentence(`I told ${whoIn(subjects, room)} to ${verb}${where}, but ${silent(subjects)}`);
    return told(
      `${whoIn(subjects, room)} ${several ? "are" : "is"} ${verb === "go" ? "moving" : `${verb.replace(/e$/, "")}ing`}${where}`,
      subjects,
    );
  },
  /** Sent, to devices that report nothing back. */
  accepted: (deed: Deed, subjects: Subjects): string =>
    sentence(`I sent the command to ${order(deed, subjects)}, but ${silent(subjects)}`),
  timeout: (subjects: Subjects): string =>
    sentence(`${who(subjects)} didn't answer, so I can't tell whether it worked`),
  offline: (subjects: Subjects, reason: string): string =>
    sentence(reason || `I can't reach ${who(subjects)}: ${isSeveral(subjects) ? "they're" : "it's"} offline`),
  rejected: (subjects: Subjects, reason: string): string =>
    sentence(`${who(subjects)} refused${/^-?\d+$/.test(reason) ? ` (code ${reason})` : reason && `: ${reason}`}`),
  /** The command did not get as far as the device. */
  notSent: (subjects: Subjects, reason: string): string =>
    sentence(`the command didn't get to ${who(subjects)}: ${reason}`),
  denied: (reason: string): string => sentence(`that isn't allowed${reason && `: ${reason}`}`),
  /** What would be done, as something to go ahead with: "unlocking the front door". */
  doing: (deed: Deed, subjects: Subjects): string => gerund(deed, subjects),
  /** The same as it is asked about: "unlock the front door". */
  asking: (deed: Deed, subjects: Subjects): string => order(deed, subjects),
  /** Several orders in one question. */
  orders: (things: readonly string[]): string => grammar.list(things, "and"),
  /** `what` is done after a yes; `why` is asked where that does not tell it. */
  confirm: (what: string, why: readonly string[]): string =>
    grammar.sentences([sentence(why.join(", ")), `${capital(what)}?`]),
  /** The same where a PIN is wanted; alone: it is plain from what was just said. */
  pin: (what: string): string => `What's the PIN to ${what}?`,
  pinAlone: "What's the PIN?",
  /** What was not changed, as far as the records tell, where that is asked. */
  untouched: (names: readonly string[]): string => `No, I haven't changed ${grammar.list(names.map(the), "and")}.`,
  /** Without records: when it was, in this conversation. */
  touchedAt: (names: readonly string[], time: string): string =>
    `Yes, I changed ${grammar.list(names.map(the), "and")} ${time.replace(/(\d+:\d+)$/, "at $1")}.`,
  /** What was done with it, and when. */
  touched: (reply: string): string => grammar.sentences(["Yes.", reply]),
  nothingToUndo: "There's nothing to undo.",
  /** What is as it was made, of what was to be put back. */
  notBack: (names: readonly string[]): string =>
    `I can't undo what was done with ${grammar.list(names.map(the), "and")}.`,
  /** Behind how a thing is that is said not to work: it is on. */
  maybeBroken: "I see nothing wrong from here, so it may be broken, or its power may be off at the wall.",
  /** The same where it is off. */
  offNow: "If it doesn't come on when I turn it on, it may be broken.",
  leave: "OK, I'll leave it.",
  /** Lamps that were set while they are off. */
  stillOff: (names: readonly string[]): string =>
    `${capital(grammar.list(names.map(the), "and"))} ${names.length > 1 ? "are" : "is"} still off.`,
  /** What a yes was not for, and is on. */
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
  /** What a rule waits for, as it was said. */
  noEvent: (said: string): string => `Nothing here can tell me “${said}”.`,
  /** Nobody of the home is called so; `known`: who there is. */
  noPerson: (said: string, known: readonly string[]): string =>
    known.length === 0 || known.length > 5
      ? `I don't know who “${said}” is.`
      : `I don't know who “${said}” is. I know ${grammar.list(known, "and")}.`,
  /** A command was only for when somebody is there, or away. `home` null: nothing tells. */
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
    // "how much power" is asked of what does not measure it.
    const asked = /^(how|what|which)\b/i.test(said);
    if (device === null) return asked ? UNTOLD_THERE : sentence(`nothing there has ${a(said)}`);
    const several = isPluralName(device);
    if (asked) return `I can't tell: ${the(device)} ${several ? "don't" : "doesn't"} report that.`;
    if (COLORS.has(said.toLowerCase())) return sentence(`${the(device)} can't turn ${said}`);
    return sentence(`${the(device)} ${several ? "have" : "has"} no ${said ? `${said} setting` : "setting like that"}`);
  },
  /** A value that cannot be set. */
  /** `devices`: none where it is not known of which; `more`: so many beside those that are named. */
  notChanged: (
    property: string,
    devices: readonly string[],
    range: { readonly from: string; readonly to: string } | null,
    more = 0,
  ): string =>
    sentence(
      `the ${property}${devices.length === 0 ? "" : ` of ${grammar.list([...devices.map(the), ...(more > 0 ? [`${more} more`] : [])], "and")}`} was not changed${range ? `: it can be from ${range.from} to ${range.to}` : ""}`,
    ),
  /** `said`: the act or action that was asked for. */
  noAction: (device: string, said: string): string => sentence(`${the(device)} can't ${CANNOT[said] ?? "do that"}`),
  untoldThere: UNTOLD_THERE,
  /** It reports nothing of a state that was asked about. */
  untold: (device: string, state: string): string =>
    sentence(`I can't tell whether ${the(device)} ${isPluralName(device) ? "are" : "is"} ${state}`),
  noMode: (device: string, said: string, choices: readonly string[]): string =>
    sentence(
      `${the(device)} ${isPluralName(device) ? "have" : "has"} no ${said} mode. ${isPluralName(device) ? "They" : "It"} can be set to ${grammar.list(choices, "or")}`,
    ),
  /** It was to be locked or unlocked and has nothing for it. */
  noLock: (device: string): string => sentence(`${the(device)} ${isPluralName(device) ? "have" : "has"} no lock`),
  /** It has no switch of its own; `parts` of it have. */
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
  /** The values of a list are all that it can be. */
  notOneOf: (device: string, property: string, choices: readonly string[]): string =>
    sentence(`the ${property} of ${the(device)} can be ${grammar.list(choices, "or")}`),
  badValue: (device: string, said: string, choices: readonly string[]): string =>
    sentence(
      `${the(device)} ${isPluralName(device) ? "have" : "has"} no "${said}"${choices.length > 0 ? `. The choices are ${grammar.list(choices, "and")}` : ""}`,
    ),
  /** Only a value can be planned, not a change from what is then. */
  relative: (device: string, property: string): string =>
    sentence(`I can't know now what the ${property} of ${the(device)} will be then. Tell me a value`),
  /** `now` is none of the steps of what can be set ("auto"): which of them is meant. */
  noStep: (device: string, property: string, now: string, steps: readonly string[]): string =>
    `The ${property} of ${the(device)} is on ${now}. Which one would you like: ${grammar.list(steps, "or")}?`,
  unknownState: (device: string, property: string): string =>
    sentence(`I don't know what the ${property} of ${the(device)} is now, so I can't change it by a step`),
  /** What "it" is, when nothing was talked about. */
  whom: "Which device do you mean?",
  /** A name that was perhaps misspelt. */
  meant: (option: string): string => `Do you mean ${the(option)}?`,
  ask: (options: readonly string[]): string => `Which one: ${grammar.list(options, "or")}?`,
  /** Which of several that could help shall be turned on. */
  askOn: (options: readonly string[]): string => `Shall I turn on ${grammar.list(options, "or")}?`,
  /** One name in several rooms: which of them. */
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

/** Why nobody knows whether it worked. */
function silent(subjects: Subjects): string {
  return isSeveral(subjects) ? "they don't report back" : "it doesn't report back";
}

/** What a device was told to do, where no word of ours tells what became of it. */
function toDo(deed: Extract<Deed, { kind: "act" | "action" | "power" | "moved" | "locked" }>): string {
  if (deed.kind === "action") return deed.name;
  return deed.kind === "act" ? (deed.action || deed.act).toLowerCase() : "do that";
}
