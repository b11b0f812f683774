import type { Act, WordRole } from "../../understanding/lexicon/types.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import { readScene } from "../../understanding/parse/scenes.ts";
import type { ClausePart, StatementClause } from "../statements/clause.ts";
import type { PersonRequest } from "../statements/request.ts";
import { boundsOf, NO_WISH_BOUNDS, type WishBounds } from "./bounds.ts";
import { type Deletion, deletionAt } from "./deletions.ts";
import { isNarration, isOrder, wishSignsOf } from "./orders.ts";

/** What the person's own words in a turn may ask for. It decides which calls of a model need no yes. */
export interface Wishes {
  /** The words ask no question, want no text, and forbid nothing. */
  readonly plain: boolean;
  /** The words ask for an action, a state or a message. */
  readonly deed: boolean;
  /** The words are an order or a wish, and no narration. */
  readonly order: boolean;
  /** The words ask to change a plan; its name may contain any words. */
  readonly change: boolean;
  /** The words name a time, a recurrence or a condition. */
  readonly later: boolean;
  /** The words ask for a message, an alarm or a reminder. */
  readonly notifies: boolean;
  /** The words ask to remember, or to forget, a fact. */
  readonly remembers: boolean;
  readonly forgets: boolean;
  /** The words ask for a new scene. */
  readonly scene: boolean;
  /** The words may ask to end a timer. */
  readonly end: boolean;
  /** The words for deleting, each with its clause: what they may delete for good. */
  readonly deletions: readonly Deletion[];
  /** The words may ask to pause something. */
  readonly rests: boolean;
  /** The words may ask to resume something. */
  readonly resumes: boolean;
  /** How far the words go in what they want saved. */
  readonly bounds: WishBounds;
  /** The words mean everything, or everything in the rooms that they name. */
  readonly everything: boolean;
}

/** The wishes where no person spoke. */
export const NO_WISHES: Wishes = {
  plain: false,
  order: false,
  deed: false,
  change: false,
  later: false,
  notifies: false,
  remembers: false,
  forgets: false,
  scene: false,
  end: false,
  deletions: [],
  rests: false,
  resumes: false,
  bounds: NO_WISH_BOUNDS,
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

/** The wishes in a text. @param asking the text has the form of a question */
export function wishesOf(text: string, { kind, asks, deed, clauses }: PersonRequest, asking: boolean): Wishes {
  const parts = clauses.flatMap((clause) => clause.parts);
  const acts = parts.flatMap(({ lex, predicate }) => (predicate?.weak ? [] : (lex?.acts ?? [])));
  const said = kind !== "text" && kind !== "general";
  const plain = said && !asks && !clauses.some(isDenied);
  const signs = wishSignsOf(text);
  const wishing = !isNarration(signs) && !signs.has("spares");
  const notifies = hasRole(parts, TOLD) || acts.includes("tell");
  // "Turn the morning rule off": a particle alone has many meanings.
  const turns = (particle: "on" | "off") =>
    acts.includes("turn") && hasRole(parts, [particle]) && !clauses.some(isDenied);
  const discards = said && !asks && signs.has("discards") && !isNarration(signs) && !clauses.some(isDenied);
  const end = discards || (said && !asks && clauses.some(ends));
  return {
    plain,
    order: plain && isOrder(clauses, signs),
    change: plain && wishing && (acts.length > 0 || hasRole(parts, WISHING) || parts.some(isAmount)),
    deed:
      deed ||
      notifies ||
      hasRole(parts, WISHING) ||
      parts.some(({ predicate }) => predicate !== null && kind === "home"),
    later:
      parts.some(isLater) || clauses.some(follows) || (signs.has("recurs") && clauses.slice(1).some(isConsequence)),
    notifies,
    remembers: said && !asks && signs.has("remembers"),
    forgets: said && !asks && signs.has("forgets"),
    scene: said && !clauses.some(isDenied) && !isNarration(signs) && wishesScene(text, asks, asking),
    end,
    deletions: end && !signs.has("spares") ? clauses.flatMap(deletionsIn) : [],
    rests: wishing && (end || (plain && turns("off")) || (said && !asks && clauses.some(forbids))),
    resumes: plain && (acts.some((act) => STARTING.has(act)) || hasRole(parts, ["resuming", "again"]) || turns("on")),
    bounds: boundsOf(clauses, signs, clauses.some(follows)),
    everything: hasRole(parts, EVERYTHING),
  };
}

/** Whether a clause is the consequence of the one before: 一感应到有人，就把灯打开. */
function isConsequence({ parts: [first] }: StatementClause): boolean {
  return first !== undefined && playsRole(first, "consequence");
}

function hasRole(parts: readonly ClausePart[], roles: readonly WordRole[]): boolean {
  return parts.some((part) => roles.some((role) => playsRole(part, role)));
}

/** Whether a clause forbids its action: "don't turn it on". A "not" inside a condition forbids nothing. */
function isDenied({ parts }: StatementClause): boolean {
  // 七点我还没到家 states what is not so yet, and forbids nothing.
  const at = parts.findIndex((part) => playsRole(part, "not") && !playsRole(part, "asksAtEnd"));
  if (at < 0 || hasRole(parts, CONDITIONS)) return false;
  const acts = parts.slice(at + 1).flatMap(({ lex }) => lex?.acts ?? []);
  // "… but don't run it yet", 先别执行: it is to be saved all the same.
  return !(acts.length > 0 && acts.every((act) => act === "run"));
}

/** Whether a clause forbids an action and not the end of one: "don't turn the path lights on". */
function forbids({ parts }: StatementClause): boolean {
  const at = parts.findIndex((part) => playsRole(part, "not"));
  const rest = parts.slice(at + 1);
  return at >= 0 && !rest.some(isEnd) && rest.some(({ lex }) => (lex?.acts.length ?? 0) > 0);
}

/** Whether a clause ends something and does nothing else. */
function ends(clause: StatementClause): boolean {
  const { parts } = clause;
  const acts = parts.flatMap(({ lex, predicate }) => (predicate?.weak ? [] : (lex?.acts ?? [])));
  const ending = acts.length === 0 || acts.some((act) => ENDING.has(act));
  return ending && parts.some((part, at) => isEnd(part) && !isNegated(clause, at));
}

/** Whether a part ends something: "cancel", 不要, "don't wake me". */
function isEnd(part: ClausePart): boolean {
  const acts = part.predicate?.weak ? [] : (part.lex?.acts ?? []);
  return (
    acts.some((act) => ENDING.has(act)) ||
    hasRole([part], ENDS) ||
    (playsRole(part, "not") && !playsRole(part, "maybe"))
  );
}

/** Whether the ending word at `at` is negated, or negates something else: "don't cancel it", 不要删掉, "don't wait". */
function isNegated({ parts }: StatementClause, at: number): boolean {
  const part = parts[at];
  if (parts.slice(0, at).some((each) => playsRole(each, "not"))) return true;
  if (!playsRole(part, "not")) return false;
  const rest = parts.slice(at + 1);
  if (rest.some((each) => isEnd(each) || (each.lex?.acts.length ?? 0) > 0)) return true;
  // "Don't" alone ends only something planned: "don't wake me".
  return !playsRole(part, "cancel") && !rest.some(({ predicate }) => predicate?.kind === "plan");
}

/** Whether a part is a word for deleting. 关掉 also switches off, so it is none. */
function isDeletion(part: ClausePart): boolean {
  const switches = part.lex?.acts.some((act) => act === "off" || act === "close") ?? false;
  return hasRole([part], ["cancel", "delete", "never_mind"]) && !switches;
}

function deletionsIn(clause: StatementClause): Deletion[] {
  return clause.parts.flatMap((part, at) => {
    const deletion = isDeletion(part) && !isNegated(clause, at) ? deletionAt(clause, at) : null;
    return deletion ? [deletion] : [];
  });
}

/** Whether a part names a time, a recurrence or a condition. "On" does not count: it also switches. */
function isLater(part: ClausePart): boolean {
  const { measure, lex } = part;
  if (measure) return measure.kind !== "quantity" && measure.kind !== "impossible";
  const timed = lex?.time.some(({ kind }) => TIMES.has(kind)) === true;
  return timed || hasRole([part], LATER) || (playsRole(part, "every") && !playsRole(part, "on"));
}

/** Whether an action follows the state that triggers it: 一有人走动就开灯. */
function follows({ parts }: StatementClause): boolean {
  const state = parts.findIndex(({ predicate }) => predicate?.kind === "state");
  return state >= 0 && parts.slice(state + 1).some((part) => playsRole(part, "consequence"));
}

/** Whether a part gives an amount or a direction of change: "half an hour later", "warmer". */
function isAmount({ measure, predicate }: ClausePart): boolean {
  return measure !== null || predicate?.kind === "change";
}

const TIMES: ReadonlySet<string> = new Set(["part", "day", "weekday", "sun"]);

function wishesScene(text: string, asks: boolean, asking: boolean): boolean {
  const scene = asking ? null : readScene(text);
  return scene !== null && (scene.kind !== "unclear" || !asks);
}
