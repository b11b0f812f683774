import type { DeviceState } from "../device-states.ts";
import type {
  ChangesReport,
  DurationReport,
  EnergyUseReport,
  NumberReport,
  PastClock,
  SpanReport,
} from "../past-reports.ts";
import type { ValueReport } from "../value-reports.ts";
import { grammar, inPlace, numberWord, sentence, the } from "./grammar.ts";
import { clockText, momentText, spanText } from "./past-times.ts";
import { isPluralName } from "./subjects.ts";
import { valueClause } from "./values.ts";

/** The change into a state: after "was", or alone ("went offline"), and as an infinitive ("go offline"). */
const CAME: Readonly<Record<DeviceState, readonly [done: string, went?: string, go?: string, gone?: string]>> = {
  on: ["turned on"],
  off: ["turned off"],
  open: ["opened"],
  closed: ["closed"],
  locked: ["locked"],
  unlocked: ["unlocked"],
  paused: ["paused"],
  muted: ["muted"],
  playing: ["", "started playing", "play", "played"],
  stopped: ["", "finished", "finish", "finished"],
  occupied: ["", "saw someone", "see anyone", "seen anyone"],
  clear: ["", "cleared", "clear", "cleared"],
  charging: ["", "started charging", "charge", "charged"],
  low: ["", "ran low", "run low", "run low"],
  full: ["", "filled up", "fill up", "filled up"],
  empty: ["", "ran empty", "run empty", "run empty"],
  wet: ["", "detected water", "detect water", "detected water"],
  alarmed: ["", "went off", "go off", "gone off"],
  online: ["", "came back online", "come back online", "come back online"],
  offline: ["", "went offline", "go offline", "gone offline"],
  cleaning: ["", "started cleaning", "clean", "cleaned"],
  docked: ["", "went back to its dock", "go back to its dock", "gone back to its dock"],
  hot: ["", "got warm", "get warm", "got warm"],
  cold: ["", "got cold", "get cold", "got cold"],
};

/** Past states, keyed by state: "it was on", "someone was there". */
const WAS: Readonly<Partial<Record<DeviceState, string>>> = {
  stopped: "finished",
  clear: "empty",
  docked: "at its dock",
  hot: "warm",
  wet: "detecting water",
  alarmed: "sounding the alarm",
};

function called(name: string | null): string {
  return name === null ? "it" : the(name);
}

function were(name: string | null): string {
  return name !== null && isPluralName(name) ? "were" : "was";
}

function stateText(state: DeviceState): string {
  return WAS[state] ?? state;
}

/** "it was on", "someone was there". */
function wasText(name: string | null, state: DeviceState): string {
  return state === "occupied" ? "someone was there" : `${called(name)} ${were(name)} ${stateText(state)}`;
}

function notText(name: string | null, state: DeviceState): string {
  return state === "occupied" ? "nobody was there" : `${called(name)} ${were(name)}n't ${stateText(state)}`;
}

/** "at 7:42, 9:10 and 11:05", "last at 16:20". */
function timesText(times: readonly PastClock[], count: number): string {
  const [first, ...others] = times;
  const last = times.at(-1);
  if (!first || !last) return "";
  if (count > times.length) return `last ${momentText(last)}`;
  return grammar.list([momentText(first), ...others.map((each) => momentText(each).replace(/^at /, ""))], "and");
}

function often(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${numberWord(count)} times`;
}

function never({ name, several: of, state, somebody, span, open, whole }: ChangesReport): string {
  const [done, went = "", go = "", gone = ""] = CAME[state];
  const at = span === "" ? "" : ` ${span}`;
  if (of && state !== "occupied") {
    const did = done === "" ? (open ? `has ${gone}` : went) : `${open ? "has been" : "was"} ${done}`;
    return somebody && done !== ""
      ? `nobody ${open ? "has " : ""}${done} any of them${at}`
      : `none of them ${did}${at}`;
  }
  if (whole) return `${wasText(name, state)} the whole time`;
  if (state === "occupied") return `I ${open ? "haven't seen" : "didn't see"} anyone there${at}`;
  if (done === "") return `${called(name)} ${open ? `hasn't ${gone}` : `didn't ${go}`}${at}`;
  if (somebody)
    return `nobody ${open ? "has " : ""}${done} ${called(name)}${at}`.replace(/(turned) (on|off) (it)\b/, "$1 $3 $2");
  const several = were(name) === "were";
  return `${called(name)} ${open ? (several ? "haven't been" : "hasn't been") : `${were(name)}n't`} ${done}${at}`;
}

/** The past of the home. */
export const past = {
  moment: (at: PastClock): string => momentText(at),
  span: (span: SpanReport): string => spanText(span),
  stretch: (from: PastClock, to: PastClock): string =>
    `from ${clockText(from, to.days)} to ${clockText(to, from.days)}`,
  energy: (value: string, small: boolean): string => `${value} ${small ? "Wh" : "kWh"}`,
  noHistory: "I don't keep a history, so I can't tell.",
  /** `name`: the thing without history; null for the thing of the question. */
  notKept: (name: string | null): string =>
    sentence(`I don't keep a record of that${name === null ? "" : ` for ${the(name)}`}`),
  noRecord: (name: string | null, span: string): string =>
    sentence(`I don't know: I have no record of ${name === null ? "that" : the(name)}${span === "" ? "" : ` ${span}`}`),
  knownSince: (when: string): string => sentence(`I only know since ${when.replace(/^(?:at|on) /, "")}`),
  /** Behind an answer: when nothing was recorded, and why. */
  gap: (stretch: string, why: "offline" | "away"): string =>
    sentence(`${why === "offline" ? "it was offline" : "I wasn't running"} ${stretch}`),
  gaps: (length: string): string => sentence(`I have no record for ${length} of that time`),
  last: ({ name, state, at }: { name: string | null; state: DeviceState; at: PastClock }): string => {
    const [done, went = ""] = CAME[state];
    if (state === "occupied") return sentence(`someone was last there ${momentText(at)}`);
    return sentence(
      done === ""
        ? `${called(name)} last ${went} ${momentText(at)}`
        : `${called(name)} ${were(name)} last ${done} ${momentText(at)}`,
    );
  },
  first: ({ name, state, at }: { name: string | null; state: DeviceState; at: PastClock }): string => {
    const [done, went = ""] = CAME[state];
    if (state === "occupied") return sentence(`someone was first there ${momentText(at)}`);
    return sentence(
      done === ""
        ? `${called(name)} first ${went} ${momentText(at)}`
        : `${called(name)} ${were(name)} first ${done} ${momentText(at)}`,
    );
  },
  /** No such change is known. */
  neverSeen: (name: string | null, state: DeviceState, since: string): string => {
    const [done, , go = ""] = CAME[state];
    const what =
      state === "occupied" ? "anyone there" : done === "" ? `${called(name)} ${go}` : `${called(name)} ${done}`;
    return sentence(`I haven't seen ${what}${since === "" ? "" : ` since ${since.replace(/^(?:at|on) /, "")}`}`);
  },
  when: (told: ChangesReport): string =>
    told.count === 0
      ? sentence(never(told))
      : sentence(
          `${told.name === null ? "" : `${the(told.name)}: `}${told.count > told.times.length ? `${often(told.count)}, ` : ""}${timesText(told.times, told.count)}`,
        ),
  whether: (told: ChangesReport): string => {
    const { name, count, times } = told;
    if (count === 0) return sentence(`no, ${never(told)}`);
    const who = name === null ? "" : `${the(name)}: `;
    if (count === 1) return sentence(`yes, ${who}${timesText(times, count)}`);
    return sentence(`yes, ${who}${often(count)}${count > times.length ? ", " : ": "}${timesText(times, count)}`);
  },
  times: (told: ChangesReport): string => {
    const { name, count, times } = told;
    const who = name === null ? "" : `${the(name)}: `;
    if (count === 0)
      return sentence(`${who}not once${told.whole ? `: ${wasText(name, told.state)} the whole time` : ""}`);
    return sentence(
      `${who}${often(count)}${count > 1 && count <= times.length ? ": " : ", "}${timesText(times, count)}`,
    );
  },
  lasted: (told: DurationReport): string => {
    const { name, state, length, still, whole, least } = told;
    if (length === "") return sentence(`${notText(name, state)} at all${told.span === "" ? "" : ` ${told.span}`}`);
    const go = still
      ? `, and still ${state === "occupied" || (name !== null && isPluralName(name)) ? "are" : "is"}`
      : "";
    if (whole) return sentence(`${wasText(name, state)} the whole time, ${length}`);
    return sentence(`${wasText(name, state)} for ${least ? "at least " : ""}${length}${go}`);
  },
  /** Several devices with durations; "" for not at all. */
  noneWas: (state: DeviceState, span: string): string =>
    sentence(`none of them ${were(null)} ${stateText(state)}${span === "" ? "" : ` ${span}`}`),
  lastedEach: (state: DeviceState, each: readonly { name: string; length: string }[]): string =>
    sentence(
      grammar.list(
        each.map(({ name, length }, at) => {
          const said = at === 0 ? ` ${were(name)} ${stateText(state)}` : "";
          return `${the(name)}${said} ${length === "" ? "not at all" : `for ${length}`}`;
        }),
        "and",
      ),
    ),
  /** At a moment; `at` is given when the question left it open. */
  wasThen: (yes: boolean, name: string | null, state: DeviceState, other: DeviceState | null, at: string): string => {
    const then = at === "" ? "" : `${at} `;
    if (yes) return sentence(`yes, ${then}${wasText(name, state)}`);
    return sentence(`no, ${then}${other === null || other === "clear" ? notText(name, state) : wasText(name, other)}`);
  },
  /** The devices in the state among several; `none`: none of them. */
  were: (names: readonly string[], state: DeviceState, at: string): string => {
    const then = at === "" ? "" : ` ${at}`;
    if (names.length === 0) return sentence(`no, none of them ${were(null)} ${stateText(state)}${then}`);
    return sentence(
      `${grammar.list(names.map(the), "and")} ${names.length === 1 ? were(names[0] ?? "") : "were"} ${stateText(state)}${then}`,
    );
  },
  allWere: (count: number, state: DeviceState, at: string): string =>
    sentence(
      `yes, ${count === 2 ? "both" : `all ${numberWord(count)}`} were ${stateText(state)}${at === "" ? "" : ` ${at}`}`,
    ),
  /** The same for too many devices to name. */
  wereMany: (count: number, state: DeviceState, at: string): string =>
    sentence(`${numberWord(count)} of them were ${stateText(state)}${at === "" ? "" : ` ${at}`}`),
  ever: (told: DurationReport): string => {
    const { name, state, length, stretch, whole, span, least } = told;
    if (whole) return sentence("yes, the whole time");
    if (length === "") return sentence(`no, ${notText(name, state)}${span === "" ? "" : ` ${span}`}`);
    return sentence(`yes, ${stretch === "" ? `for ${least ? "at least " : ""}${length} in all` : stretch}`);
  },
  always: (told: DurationReport): string => {
    const { name, state, length, stretch, whole, span, least } = told;
    if (whole) return sentence(least ? "yes, as far as I know" : "yes, the whole time");
    if (length === "") return sentence(`no, ${notText(name, state)}${span === "" ? "" : ` ${span}`}`);
    return sentence(`no, only for ${length}${stretch === "" ? "" : `: ${stretch}`}`);
  },
  value: (measured: ValueReport): string =>
    sentence(
      valueClause(measured)
        .replace(/\bit's\b/, "it was")
        .replace(/\bis\b/, "was")
        .replace(/\bare\b/, "were")
        .replace(/\bha(?:s|ve)\b(?= \d)/, "had"),
    ),
  between: (of: NumberReport, least: string, most: string): string => {
    const [low, high] = [least.replace(/(?<=\d)\s*[^\d\s.,][^\d]*$/, ""), most];
    const both = least === most ? `${most} the whole time` : `between ${low} and ${high}`;
    return sentence(`${subjectOf(of)} ${both}${whereOf(of)}`);
  },
  least: (of: NumberReport, value: string, at: PastClock, when: boolean): string =>
    endText(of, value, at, when, "least"),
  most: (of: NumberReport, value: string, at: PastClock, when: boolean): string => endText(of, value, at, when, "most"),
  mean: (of: NumberReport, value: string): string => sentence(`${subjectOf(of)} ${value} on average${whereOf(of)}`),
  beyond: (yes: boolean, above: boolean, of: NumberReport, value: string, at: PastClock): string =>
    yes
      ? sentence(`yes, ${isWarmth(of) ? "it" : subject(of)} got ${above ? "up" : "down"} to ${value} ${momentText(at)}`)
      : sentence(`no, the ${above ? "highest" : "lowest"} was ${value}, ${momentText(at)}`),
  /** A number now, or in a span, beside an earlier one. `then`: the other span. */
  compared: (yes: boolean | null, now: string, own: string, before: string, then: string): string => {
    const is = own === "" ? `it's ${now} now` : `it was ${now} ${own}`;
    return sentence(`${yes === null ? "about the same" : yes ? "yes" : "no"}: ${is}, and it was ${before} ${then}`);
  },
  /** How long each list value lasted, longest first. */
  modes: (name: string | null, each: readonly { value: string; length: string }[]): string =>
    sentence(
      `${called(name)} ${were(name)} ${grammar.list(
        each.map(({ value, length }) => `${value} for ${length}`),
        "and",
      )}`,
    ),
  used: ({ name, energy, cost, span, open, least }: EnergyUseReport): string => {
    const who = name === null ? "you" : name === "" ? "it" : the(name);
    const has = open ? (name === null ? "'ve" : name !== "" && isPluralName(name) ? " have" : " has") : "";
    const price = cost === "" ? "" : `, about ${cost}`;
    if (energy === "") return sentence(`${who}${has} used nothing${span === "" ? "" : ` ${span}`}`);
    return sentence(`${who}${has} used ${least ? "at least " : ""}${energy}${span === "" ? "" : ` ${span}`}${price}`);
  },
  cost: ({ name, cost, energy, span }: EnergyUseReport): string => {
    const at = span === "" ? "" : ` ${span}`;
    if (cost !== "") return sentence(`about ${cost}${at}, for ${energy}`);
    const who = name === null ? "you" : name === "" ? "it" : the(name);
    return sentence(`I don't know what your electricity costs, but ${who} used ${energy}${at}`);
  },
  /** None of the devices of the question measures energy. */
  cannotCount: (name: string | null): string =>
    sentence(
      name === null
        ? "nothing here counts how much electricity it uses"
        : `${the(name)} can't tell how much electricity ${isPluralName(name) ? "they use" : "it uses"}`,
    ),
  /** `span` is given when the question named none. */
  usedMost: (each: readonly { name: string; energy: string }[], span: string): string => {
    const [first, ...others] = each;
    if (!first) return "";
    const rest = grammar.list(
      others.map(({ name, energy }) => `${the(name)} with ${energy}`),
      "and",
    );
    const most = `${the(first.name)} used the most${span === "" ? "" : ` ${span}`}: ${first.energy}`;
    return grammar.sentences([
      sentence(most),
      rest === "" ? "" : sentence(`then ${others.length === 1 ? "comes" : "come"} ${rest}`),
    ]);
  },
  usedThan: (yes: boolean | null, use: EnergyUseReport, before: string, then: string): string =>
    sentence(
      `${yes === null ? "about the same" : yes ? "yes" : "no"}: ${use.energy}${use.span === "" ? "" : ` ${use.open ? `so far ${use.span}` : use.span}`}, against ${before} ${then}`,
    ),
  /** The same stretch of the time before: "by this time last week". */
  byThen: (span: string): string => `by this time ${span}`,
};

/** "it was" for the temperature of a room, else "the humidity was". */
function subjectOf(of: NumberReport): string {
  return isWarmth(of) ? "it was" : `${subject(of)} was`;
}

function subject({ property, name, ambient }: NumberReport): string {
  const what = /^(pm|co2|tvoc)/i.test(property) ? property.toUpperCase() : `the ${property}`;
  return ambient ? what : `${what} of ${the(name)}`;
}

function isWarmth({ type, ambient }: NumberReport): boolean {
  return ambient && /temperature$/.test(type);
}

function whereOf({ room, ambient }: NumberReport): string {
  return room === null || !ambient ? "" : ` ${inPlace(room)}`;
}

function endText(of: NumberReport, value: string, at: PastClock, when: boolean, end: "least" | "most"): string {
  if (when) return sentence(`${momentText(at)}, when it was ${value}${whereOf(of)}`);
  if (isWarmth(of))
    return sentence(`it got ${end === "least" ? "down" : "up"} to ${value}${whereOf(of)} ${momentText(at)}`);
  return sentence(`the ${end === "least" ? "lowest" : "highest"} was ${value}${whereOf(of)}, ${momentText(at)}`);
}
