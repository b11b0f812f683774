import { capital, countedNoun, grammar, nounPlural, numberWord, the } from "./grammar.ts";
import { isPluralName } from "./subjects.ts";

/** The name of an alarm without one. */
export const ALARM = "alarm";

/** More kinds than this become "others". */
const MANY_KINDS = 5;

/** "18 lights", "1 fan", "4 others". */
function named(kinds: readonly (readonly [name: string, count: number])[]): string[] {
  const others = kinds.slice(MANY_KINDS).reduce((sum, [, count]) => sum + count, 0);
  const told = kinds.slice(0, MANY_KINDS).map(([name, count]) => countedNoun(count, name, nounPlural(name)));
  return others > 0 ? [...told, countedNoun(others, "other")] : told;
}

/** "at 20:15", "tomorrow at 20:15". */
function at(time: string): string {
  return time.replace(/(\d+:\d+)$/, "at $1");
}

/** "07:00", "07:00 tomorrow", "07:00 on Wed 25 Nov". */
function timeFirst(time: string): string {
  const [, day = "", clock = ""] = /^(.*?) ?(\d+:\d+)$/.exec(time) ?? [];
  if (clock === "") return time;
  if (day === "") return clock;
  return `${clock} ${/^(tomorrow|yesterday|(?:on|at|every) .*)$/.test(day) ? day : `on ${day}`}`;
}

/** First words of tasks: "take out the trash". */
const DEEDS =
  /^(?:take|call|ring|buy|water|feed|walk|check|pay|pick|put|get|go|do|turn|wash|clean|send|write|bring|make|book|charge|change|cook|defrost|empty|fetch|fill|finish|give|hang|join|leave|let|lock|look|mail|meet|move|open|order|pack|phone|post|prepare|read|renew|return|reply|see|set|start|stop|submit|tell|text|thaw|throw|tidy|unload|load|visit|wake|work|close|cancel|collect|ask|be|drink|eat|stretch|study|practise|practice|iron|fold|vacuum|mow)\b/;

/** Whether a name is a task, and not a thing or an event: "take out the trash". */
export function isDeed(name: string): boolean {
  return DEEDS.test(name);
}

/** Turns the speaker's words into words to the speaker: "take my pills" → "take your pills". */
export function toYou(name: string): string {
  return name.replace(/\bmy\b/g, "your").replace(/\bmyself\b/g, "yourself");
}

/** Timers, delayed commands, schedules and scenes. */
export const plans = {
  started: (name: string, duration: string): string =>
    name ? `${capital(name)} timer set for ${duration}.` : `Timer set for ${duration}.`,
  alarm: (name: string, time: string): string =>
    `Your${name && name !== ALARM ? ` "${name}"` : ""} alarm is set for ${timeFirst(time)}.`,
  /** An alarm without a name. */
  alarmName: ALARM,
  /** The question for the missing part of an alarm or a timer. */
  whenRing: "When?",
  howLong: "For how long?",
  reminder: (name: string, time: string): string =>
    isDeed(name) ? `I'll remind you ${at(time)} to ${toYou(name)}.` : `I'll remind you ${at(time)}: ${name}.`,
  /** `what`: the action, "turn off the floor lamp". */
  later: (what: string, time: string): string => `I'll ${what} ${at(time)}.`,
  back: (time: string): string => `${capital(at(time))}, I'll put things back as they were.`,
  /** Behind a switch for a limited time. */
  switchedBack: (on: boolean, names: readonly string[], time: string): string => {
    const it = names.length > 1 || names.some(isPluralName) ? "them" : "it";
    return `I'll turn ${it} ${on ? "back on" : "off"} ${at(time)}.`;
  },
  /** A recurring limited time is only for switches. */
  unknownBack: "For something that repeats I can only put back what is switched on or off, so I haven't saved it.",
  /** A time of today that has gone by: "20:00". */
  goneToday: (time: string): string => `It's already past ${time} today. Tomorrow at ${time} instead?`,
  /** Before the first of several plans. */
  good: "OK. ",
  cancelled: (names: readonly string[]): string => `Cancelled ${grammar.list(names, "and")}.`,
  paused: (name: string): string => `Paused ${name}.`,
  resumed: (name: string): string => `Resumed ${name}.`,
  added: (name: string, left: string): string => `${capital(name)} now has ${left} left.`,
  remaining: (name: string, left: string): string => `${capital(name)} has ${left} left.`,
  none: "There's no timer like that.",
  /** The name of a plan. */
  alarmFor: (time: string): string => `the alarm for ${timeFirst(time)}`,
  alarmOf: (name: string): string => `the alarm "${name}"`,
  theAlarm: "the alarm",
  reminderOf: (name: string): string => (isDeed(name) ? `the reminder to ${toYou(name)}` : `the reminder "${name}"`),
  /** A plan was renamed. */
  renamed: (what: string, to: string): string => `${capital(what)} is called "${to}" now.`,
  /** A plan was moved to another time. */
  moved: (what: string, time: string): string => `${capital(what)} is now set for ${timeFirst(time)}.`,
  /** A timer was made longer or shorter. */
  lasts: (what: string, duration: string): string => `${capital(what)} is set for ${duration} now.`,
  movedBack: (names: readonly string[]): string =>
    `${capital(grammar.list(names, "and"))} ${names.length === 1 ? "is" : "are"} as before.`,
  cannotMove: (what: string): string => `I can't move ${what} like that.`,
  /** A plan that needs a yes is not moved without it. */
  movedNeedsYes: (what: string): string =>
    `I can't move ${what}: it does something that I have to ask about. Cancel it and set it up again.`,
  /** Parts of a list of plans; `time` may begin with recurring days. */
  anAlarm: (name: string, time: string): string =>
    `an alarm ${/^\d/.test(time) ? at(time) : `for ${timeFirst(time)}`}${name && name !== ALARM ? ` ("${name}")` : ""}`,
  aTimer: (name: string, left: string): string => `a timer ${name ? `"${name}" ` : ""}with ${left} left`,
  aReminder: (name: string, time: string): string =>
    isDeed(name) ? `a reminder ${at(time)} to ${toYou(name)}` : `a reminder ${at(time)}: ${name}`,
  have: (items: readonly string[]): string =>
    `You have ${items.length > 1 ? `${numberWord(items.length)}: ` : ""}${grammar.list(items, "and")}.`,
  /** No automation has the given trigger: an arrival, a mode. */
  noneThen: "Nothing is set for that.",
  haveNone: (of: "alarm" | "timer" | "reminder" | null): string =>
    of === null ? "Nothing is planned." : of === "timer" ? "No timers are running." : `You have no ${of}s.`,
  /** No plan fits; `others` exist. */
  noneSuch: (of: "alarm" | "timer" | "reminder" | null, others: readonly string[]): string =>
    `There's no ${of ?? "plan"} like that.${others.length > 0 ? ` You have ${grammar.list(others, "and")}.` : ""}`,
  /** The same automation exists; `description`: its actions as a sentence. */
  already: (description: string): string => `That's already set. ${description}`,
  which: (names: readonly string[]): string => `Which one: ${grammar.list(names, "or")}?`,
  /** A plan that will not do everything. */
  waits: (what: string): string => `${what} (I'll ask first)`,
  refused: (what: string): string => `${what} (not allowed, so it won't happen)`,
  nothingPlanned: "Nothing is planned.",
  /** The chosen plan has run or was deleted meanwhile. */
  gone: "That one is already gone.",
  due: (time: string, what: string): string => `${time} ${what}`,
  /** `what`: the action; without `isDeed` the name of the plan that rings or runs. */
  upcoming: (time: string, what: string, isDeed: boolean): string =>
    isDeed ? `I'll ${what} ${at(time)}` : `${what} is set for ${timeFirst(time)}`,
  planned: (items: readonly string[], more: number): string =>
    `${capital(items.join("; "))}${more > 0 ? `; and ${more} more` : ""}.`,
  /** Plans by name; `count`: their number. */
  inventory: (of: "scenes" | "automations", names: readonly string[], count: number): string =>
    count === 0
      ? `There are no ${of} yet.`
      : `${capital(of)}: ${grammar.list(names, "and")}${count > names.length ? ` and ${count - names.length} more` : ""}.`,
  /** `fact`: the present state, as the answer to the condition that does not hold. */
  unmet: (fact: string): string => {
    const [is = "", ...more] = fact
      .replace(/^(?:no|yes), /i, "")
      .replace(/\.$/, "")
      .split(/(?<=[.!?]) /);
    const so = "I haven't done anything";
    return more.length > 0 ? `${fact} So ${so}.` : `${capital(is)}, so ${so}.`;
  },
  /** A scene with a gradual transition. */
  sceneSlowly: (name: string, duration: string) => `The "${name}" scene is on its way; it takes ${duration}.`,
  scene: (name: string): string => `The "${name}" scene is on.`,
  sceneFailed: (names: readonly string[]): string =>
    `The scene didn't work: nothing from ${grammar.list(names.map(the), "and")}.`,
  /** `good`: the reply when everything worked. */
  scenePartly: (good: string, names: readonly string[]): string =>
    `${good} It didn't work for ${grammar.list(names.map(the), "and")}, though.`,
  sceneLeft: (name: string): string => `Everything is back as it was before "${name}".`,
  sceneNotOn: (name: string): string => `There's nothing to put back from the "${name}" scene.`,
  /** Two scenes have the same name, so neither is certain. */
  sceneTwice: "Two scenes have that name. Rename one of them first.",
  /** `description`: its name and actions. */
  sceneTold: (name: string, description: string): string =>
    `"${name}" is a scene: it sets things once, so it's neither on nor off. ${capital(description)}`.trim(),
  noParameter: (name: string): string => `The "${name}" scene doesn't take a number.`,
  sceneSaved: (description: string): string =>
    `I've saved ${description
      .replace(/^(.+?): /, '"$1": ')
      .replace(/; (?=[^;]*$)/, " and ")
      .replaceAll("; ", ", ")}`,
  /** The contents of a snapshot. */
  kept: (name: string, devices: readonly string[], count: number): string =>
    `${name}: ${grammar.list(devices, "and")}${count > devices.length ? ` and ${count - devices.length} more` : ""} as ${count === 1 ? "it is" : "they are"} now.`,
  nothingToKeep: "There's nothing here that a scene could keep.",
  /** A scene without sensitive actions: its name is enough. */
  replaceScene: (name: string): string => `There's already a scene called "${name}". Replace it?`,
  sceneRemoved: (name: string): string => `I deleted the scene "${name}".`,
  /** A command for many devices needs a yes. */
  many: (count: number, kinds: readonly (readonly [name: string, count: number])[]): string =>
    `That's ${count} devices: ${grammar.list(named(kinds), "and")}. Go ahead?`,
  /** A vacuum without rooms was asked to clean one. */
  cleansAll: (robot: string): string =>
    `${capital(the(robot))} can't clean just one room; it would clean everywhere. Start it anyway?`,
  /** A timer without a name. */
  timer: "the timer",
  timerNamed: (name: string): string => `the ${/timer$/i.test(name) ? name : `${name} timer`}`,
  timerOf: (device: string): string => `the timer for ${the(device)}`,
  timerFor: (duration: string): string => `the ${duration.replace(/(\d+) (\w+?)s?\b/g, "$1-$2")} timer`,
};
