import type { HomeIndex } from "../../names/home-index.ts";
import { modifierRoles } from "../command-modifiers.ts";
import type { Frame, ValueMention } from "../frame.ts";
import { type Item, playsAnyRole, playsRole } from "../items.ts";
import { DEPENDENT_ROLES } from "../segment/dependent-words.ts";
import { countOf, isPlaceName, namesTarget, ordinalOf } from "../senses.ts";
import type { ClauseState } from "./clause-state.ts";

/** Reads words that govern others: exceptions, negation, everything, here, there, the other. Returns whether it was one. */
export function readGoverning(item: Item, { cursor, frame, index, targets, question }: ClauseState): boolean {
  const { lex } = item;
  if (!lex || lex.roles.length === 0) return false;
  if (playsRole(item, "except") || playsRole(item, "exceptBehind") || playsRole(item, "leave")) {
    frame.leaving ||= playsRole(item, "leave") && frame.act === null && frame.heads.length === 0;
    targets.startException();
    return true;
  }
  if (playsRole(item, "exceptEnd")) {
    // Without a beginning of the exception it is unknown.
    if (targets.excepting) targets.endException();
    else targets.unknown(item);
    return true;
  }
  if (playsRole(item, "other") && isExcepted(frame, targets.excepting && targets.placed)) {
    // "除了床头灯，其他灯都关掉"
    targets.endException();
    const kinds = frame.leaving ? kindsLeft(frame, index) : [];
    if (cursor.headFollows()) targets.quantify("all");
    else if (kinds.length > 0) targets.head(item, { type: "kind", kinds, plural: true });
    else targets.head(item, { type: "everything" });
    return true;
  }
  if (playsRole(item, "not") && !question) {
    frame.negated = true;
    return true;
  }
  if (playsRole(item, "past") || playsRole(item, "maybe") || playsRole(item, "undo")) {
    frame.blocked = true;
    return true;
  }
  if (!question && takesBack(item, cursor.items)) {
    frame.blocked = true;
    return true;
  }
  if (deniesNoun(item, cursor.items)) {
    frame.blocked = true;
    return true;
  }
  if (playsRole(item, "all") && targets.excepting && isExcepted(frame, false) && item.grammar.exceptionFirst) {
    // 除了落地灯所有灯都关了
    targets.endException();
    targets.quantify("all");
    return true;
  }
  if (playsRole(item, "everything") && !(playsRole(item, "thing") && frame.heads.length > 0)) {
    targets.head(item, { type: "everything" });
    return true;
  }
  if (playsRole(item, "home") && lex.acts.length === 0 && !(question && lex.states.length > 0)) {
    targets.place({ kind: "home" });
    return true;
  }
  if (playsRole(item, "elsewhere")) {
    targets.place({ kind: "elsewhere" });
    return true;
  }
  if (playsRole(item, "here") && !playsRole(item, "roomWord")) {
    targets.place({ kind: "here" });
    return true;
  }
  if (playsRole(item, "there")) {
    targets.place({ kind: "there" });
    return true;
  }
  if (playsRole(item, "other")) {
    const several = playsRole(item, "others") || item.plural;
    const count = countOf(item);
    if (cursor.headAhead() || (cursor.headFollows() && isPlaceName(cursor.later[0])))
      targets.ordinal("other", several, count);
    else targets.head(item, { type: "other", plural: several, count });
    return true;
  }
  return false;
}

/** Whether an item denies what was said before it, without a mark: "turn on the lamp no the fan", 打开空调算了. */
function takesBack(item: Item, items: readonly Item[]): boolean {
  const { lex, home } = item;
  if (!lex || home !== null || !playsAnyRole(item, DENIAL) || lex.acts.length > 0 || playsAnyRole(item, ENDING))
    return false;
  // "no more" is enough of it.
  const at = items.indexOf(item);
  if (playsRole(items[at + 1], "more")) return false;
  return items
    .slice(0, at)
    .some((each) => namesTarget(each) || (each.lex?.acts.length ?? 0) + (each.lex?.changes.length ?? 0) > 0);
}

const DENIAL = modifierRoles("denial");
/** 取消 also cancels a plan. */
const ENDING = modifierRoles("cancelling");

/** Whether "no" denies the noun behind it: "no blue light". */
export function deniesNoun(item: Item, items: readonly Item[]): boolean {
  if (!playsRole(item, "no") || item.lex?.roles.length !== 1 || item.grammar.spaces === false) return false;
  const next = items[items.indexOf(item) + 1];
  if (!next) return false;
  const { lex, home } = next;
  if (home !== null && home.devices.length + home.listed.length + home.props.length > 0) return true;
  if (!lex || lex.acts.length > 0) return false;
  return lex.kinds.length + lex.props.length + lex.changes.length > 0 || lex.color !== null || lex.kelvin !== null;
}

/** The kind of the exceptions, for "the rest": "leave the lamp on and switch off the rest". Empty if they differ. */
function kindsLeft({ except }: Frame, { devices }: HomeIndex): readonly string[] {
  const kinds = except.heads.map((head) => head.kinds[0] ?? devices.get(head.devices[0] ?? "")?.device.spec.kind);
  const [first] = kinds;
  return first !== undefined && kinds.every((kind) => kind === first) ? [first] : [];
}

/** Whether only an exception was said so far, so that "the others" are everything else. */
function isExcepted({ except, heads }: Frame, placed: boolean): boolean {
  return heads.length === 0 && (placed || except.heads.length + except.places.length > 0);
}

/** "one" at the end of "down one". */
const ONE_STEP: ValueMention = {
  text: "one",
  quantity: { value: 1, unit: "level" },
  level: null,
  color: null,
  kelvin: null,
  listed: [],
  half: false,
};

/** Reads articles, quantifiers, pronouns, ordinals and degree words. Returns whether the role counts here. */
export function readSmall(item: Item, { cursor, frame, targets, question }: ClauseState): boolean {
  const roles = item.lex?.roles ?? [];
  if (playsRole(item, "ofAsking") && roles.length === 1) return question;
  if (roles.every((role) => DEPENDENT_ROLES.has(role))) return false;
  const ordinal = ordinalOf(item);
  if (playsRole(item, "article")) targets.article();
  // "every day" was not read as a time.
  if (playsRole(item, "every") && (item.lex?.time.length ?? 0) > 0) frame.untimed = true;
  const behind = cursor.next() === undefined && frame.heads.at(-1)?.type === "kind";
  // 关掉一盏灯, "one of the lamps": one, not said which.
  if (playsRole(item, "one") && !question && (behind || cursor.headFollows())) targets.quantify("both", 1);
  else if (playsRole(item, "all") || playsRole(item, "each")) targets.quantify("all");
  else if (playsRole(item, "both") || countOf(item) !== null) targets.quantify("both", countOf(item));
  else if (playsRole(item, "any")) targets.quantify("any");
  const pronoun = playsRole(item, "it") ? "it" : playsRole(item, "them") ? "them" : null;
  // "that lamp" is no pronoun.
  if (pronoun && !(playsRole(item, "article") && cursor.nounAhead())) targets.head(item, { type: pronoun });
  else if (ordinal) targets.ordinal(ordinal);
  // "volume plus five"; 音量加五 has a verb for it.
  const more = playsRole(item, "add") && playsRole(item, "and") && frame.act === null && frame.values.length === 0;
  if (more && cursor.next()?.measure?.kind === "quantity") frame.act = "raise";
  // "bring the fan down one"
  const counted = frame.act === "raise" || frame.act === "lower";
  if (counted && item.lex?.number === 1 && cursor.next() === undefined) frame.values.push(ONE_STEP);
  if (playsRole(item, "only")) frame.only = true;
  if (playsRole(item, "allOfThem") && playsRole(item, "filler")) {
    // 灯都关了吗 asks whether all are.
    if (question) targets.quantify("all");
    else targets.several();
  }
  if (playsRole(item, "also")) frame.also = true;
  if (playsRole(item, "to")) frame.to = true;
  if (playsRole(item, "by")) frame.by = true;
  if (playsRole(item, "little")) frame.amount = "little";
  if (playsRole(item, "much")) frame.amount = "much";
  if (playsRole(item, "twice")) frame.factor = 2;
  if (playsRole(item, "halve")) frame.factor = 0.5;
  // "No more" after "a bit more" is a negation.
  if (playsRole(item, "more") && playsRole(cursor.previous, "no")) frame.negated = true;
  if (playsRole(item, "more")) frame.more = frame.more === 0 ? 1 : frame.more;
  if (playsRole(item, "less")) frame.more = -1;
  if (playsRole(item, "above")) frame.above = true;
  if (playsRole(item, "below")) frame.below = true;
  if (playsRole(item, "or")) frame.alternatives = true;
  return true;
}
