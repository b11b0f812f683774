import type { Act, Role } from "../understanding/lexicon/types.ts";
import { is } from "../understanding/parse/items.ts";
import { readScene } from "../understanding/parse/scenes.ts";
import { type Bounds, boundsOf, NO_BOUNDS } from "./bounds.ts";
import { type Deletion, deletionAt } from "./deleted.ts";
import { isOrder, isTold, wishSignsOf } from "./orders.ts";
import type { Clause, Part } from "./statements/clause.ts";
import type { Request } from "./statements/request.ts";

/** What the person's own words of a turn may wish, as far as it decides what is done without a yes. */
export interface Wishes {
  /** They ask nothing, want no words about it, and do not say that something shall not be. */
  readonly plain: boolean;
  /** They say that something is to be done, to be so, or to be told. */
  readonly deed: boolean;
  /** They order or wish it: they do not tell what somebody does or did, nor what might be. */
  readonly order: boolean;
  /** They say that something planned is to be otherwise: the name of a plan may hold any other word. */
  readonly change: boolean;
  /** They speak of a time, of what recurs, or of a condition. */
  readonly later: boolean;
  /** They want to hear of something. */
  readonly told: boolean;
  /** They want something to be kept in mind, or to be forgotten. */
  readonly remembers: boolean;
  readonly forgets: boolean;
  /** They want a scene to be made. */
  readonly scene: boolean;
  /** They may mean the end of a timer. */
  readonly end: boolean;
  /** Where they may mean the end of something lasting. */
  readonly deletions: readonly Deletion[];
  /** They may mean that something rests. */
  readonly rests: boolean;
  /** They may mean that something goes on. */
  readonly resumes: boolean;
  /** How far they go of what is to be saved. */
  readonly bounds: Bounds;
  /** Everything is meant, as far as no room is said. */
  readonly everything: boolean;
}

/** Words of nobody wish nothing. */
export const NO_WISHES: Wishes = {
  plain: false,
  order: false,
  deed: false,
  change: false,
  later: false,
  told: false,
  remembers: false,
  forgets: false,
  scene: false,
  end: false,
  deletions: [],
  rests: false,
  resumes: false,
  bounds: NO_BOUNDS,
  everything: false,
};

/** Acts that end something. */
const ENDING: ReadonlySet<Act> = new Set(["stop", "off", "pause"]);
const STARTING: ReadonlySet<Act> = new Set(["on", "start", "resume", "play"]);
const ENDS = ["cancel", "delete", "never_mind", "pausing"] as const;
const CONDITIONS = ["if", "when", "when_end", "whenever", "unless"] as const;
const LATER = [...CONDITIONS, "after", "until", "timer", "alarm", "wake", "remind", "automation", "tellsIf"] as const;
const TOLD = ["tellsIf", "remind", "alarm", "wake", "rings", "calls", "timer"] as const;
const EVERYTHING = ["everything", "everyThing", "allOfThem"] as const;
const WISHING = ["making", "changing", "pausing", "resuming", "cancel", "delete", "add", "undo"] as const;

/** What a text wishes. @param asking it has the form of a question */
export function wishesOf(text: string, { kind, asks, deed, clauses }: Request, asking: boolean): Wishes {
  const parts = clauses.flatMap((clause) => clause.parts);
  const acts = parts.flatMap(({ lex, predicate }) => (predicate?.weak ? [] : (lex?.acts ?? [])));
  const said = kind !== "text" && kind !== "general";
  const plain = said && !asks && !clauses.some(isDenied);
  const signs = wishSignsOf(text);
  const wishing = !isTold(signs) && !signs.has("spares");
  const told = hasRole(parts, TOLD) || acts.includes("tell");
  // "Turn the morning rule off": the particle alone may mean much else.
  const turns = (particle: "on" | "off") =>
    acts.includes("turn") && hasRole(parts, [particle]) && !clauses.some(isDenied);
  const discards = said && !asks && signs.has("discards") && !isTold(signs) && !clauses.some(isDenied);
  const end = discards || (said && !asks && clauses.some(ends));
  return {
    plain,
    order: plain && isOrder(clauses, signs),
    change: plain && wishing && (acts.length > 0 || hasRole(parts, WISHING) || parts.some(isAmount)),
    deed:
      deed || told || hasRole(parts, WISHING) || parts.some(({ predicate }) => predicate !== null && kind === "home"),
    later:
      parts.some(isLater) || clauses.some(follows) || (signs.has("recurs") && clauses.slice(1).some(isConsequence)),
    told,
    remembers: said && !asks && signs.has("remembers"),
    forgets: said && !asks && signs.has("forgets"),
    scene: said && !clauses.some(isDenied) && !isTold(signs) && wishesScene(text, asks, asking),
    end,
    deletions: end && !signs.has("spares") ? clauses.flatMap(deletionsIn) : [],
    rests: wishing && (end || (plain && turns("off")) || (said && !asks && clauses.some(forbids))),
    resumes: plain && (acts.some((act) => STARTING.has(act)) || hasRole(parts, ["resuming", "again"]) || turns("on")),
    bounds: boundsOf(clauses, signs, clauses.some(follows)),
    everything: hasRole(parts, EVERYTHING),
  };
}

/** 一感应到有人，就把灯打开: it hangs on what is said before it. */
function isConsequence({ parts: [first] }: Clause): boolean {
  return first !== undefined && is(first, "consequence");
}

function hasRole(parts: readonly Part[], roles: readonly Role[]): boolean {
  return parts.some((part) => roles.some((role) => is(part, role)));
}

/** "Don't turn it on": no condition stands before it. */
function isDenied({ parts }: Clause): boolean {
  // 七点我还没到家 tells of what is not so yet, and forbids nothing.
  const at = parts.findIndex((part) => is(part, "not") && !is(part, "asksAtEnd"));
  if (at < 0 || hasRole(parts, CONDITIONS)) return false;
  const acts = parts.slice(at + 1).flatMap(({ lex }) => lex?.acts ?? []);
  // "… but don't run it yet", 先别执行: saved it shall be.
  return !(acts.length > 0 && acts.every((act) => act === "run"));
}

/** "Don't turn the path lights on": a deed shall not be, and no end is denied. */
function forbids({ parts }: Clause): boolean {
  const at = parts.findIndex((part) => is(part, "not"));
  const rest = parts.slice(at + 1);
  return at >= 0 && !rest.some(isEnd) && rest.some(({ lex }) => (lex?.acts.length ?? 0) > 0);
}

/** Whether a clause ends something, and does nothing else. */
function ends(clause: Clause): boolean {
  const { parts } = clause;
  const acts = parts.flatMap(({ lex, predicate }) => (predicate?.weak ? [] : (lex?.acts ?? [])));
  const ending = acts.length === 0 || acts.some((act) => ENDING.has(act));
  return ending && parts.some((part, at) => isEnd(part) && !isNegated(clause, at));
}

/** What ends something: "cancel", 不要, and what shall not ring any more: "don't wake me". */
function isEnd(part: Part): boolean {
  const acts = part.predicate?.weak ? [] : (part.lex?.acts ?? []);
  return acts.some((act) => ENDING.has(act)) || hasRole([part], ENDS) || (is(part, "not") && !is(part, "maybe"));
}

/** Whether what may end something is itself denied, or denies something else: "don't cancel it", 不要删掉, "don't wait". */
function isNegated({ parts }: Clause, at: number): boolean {
  const part = parts[at];
  if (parts.slice(0, at).some((each) => is(each, "not"))) return true;
  if (!is(part, "not")) return false;
  const rest = parts.slice(at + 1);
  if (rest.some((each) => isEnd(each) || (each.lex?.acts.length ?? 0) > 0)) return true;
  // "Don't" alone ends what it stands before only where that is planned: "don't wake me".
  return !is(part, "cancel") && !rest.some(({ predicate }) => predicate?.kind === "plan");
}

/** A word for deleting; 关掉 is one, and switches off as well. */
function isDeletion(part: Part): boolean {
  const switches = part.lex?.acts.some((act) => act === "off" || act === "close") ?? false;
  return hasRole([part], ["cancel", "delete", "never_mind"]) && !switches;
}

function deletionsIn(clause: Clause): Deletion[] {
  return clause.parts.flatMap((part, at) => {
    const deletion = isDeletion(part) && !isNegated(clause, at) ? deletionAt(clause, at) : null;
    return deletion ? [deletion] : [];
  });
}

/** A time, what recurs, or a condition; "on" begins a day as well as it switches. */
function isLater(part: Part): boolean {
  const { measure, lex } = part;
  if (measure) return measure.kind !== "quantity" && measure.kind !== "impossible";
  const timed = lex?.time.some(({ kind }) => TIMES.has(kind)) === true;
  return timed || hasRole([part], LATER) || (is(part, "every") && !is(part, "on"));
}

/** 一有人走动就开灯: what is done follows what is so. */
function follows({ parts }: Clause): boolean {
  const state = parts.findIndex(({ predicate }) => predicate?.kind === "state");
  return state >= 0 && parts.slice(state + 1).some((part) => is(part, "consequence"));
}

/** How much, how long, or which way: "half an hour later", "warmer". */
function isAmount({ measure, predicate }: Part): boolean {
  return measure !== null || predicate?.kind === "change";
}

const TIMES: ReadonlySet<string> = new Set(["part", "day", "weekday", "sun"]);

function wishesScene(text: string, asks: boolean, asking: boolean): boolean {
  const scene = asking ? null : readScene(text);
  return scene !== null && (scene.kind !== "unclear" || !asks);
}
