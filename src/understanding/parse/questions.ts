import type { Role } from "../lexicon/types.ts";
import { isAsking } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import { type Item, is, isMark } from "./items.ts";

/** Whether a stretch asks: it begins with "is" or a question word, or ends in a question particle. */
export function isQuestion(items: readonly Item[]): boolean {
  const words = items.filter((item) => !isMark(item));
  const start = words.find((item) => !is(item, "filler") && !is(item, "and"));
  if (!start) return false;
  if (words.some((item) => isAsking(item) && (item.grammar.asksInPlace || is(item, "yesNo")))) return !isPolite(words);
  const last = words.at(-1);
  if (is(last, "asksAtEnd") && words.length > 1) return true;
  if (start.grammar.asksFirst && (is(start, "is") || isAsking(start))) return true;
  return start.lex?.acts.includes("tell") ?? false;
}

/** "能帮我开灯吗" wants the lamp on. */
function isPolite(words: readonly Item[]): boolean {
  return (
    words.some((item) => is(item, "polite")) &&
    words.some(({ lex }) => (lex?.acts.length ?? 0) > 0 && !lex?.acts.includes("tell"))
  );
}

/** What kind of question a frame is. */
export function askingOf(frame: Frame): NonNullable<Frame["asking"]> {
  const has = (role: Role): boolean => frame.items.some((item) => is(item, role));
  const acts = (act: "locate" | "tell"): boolean => frame.items.some(({ lex }) => lex?.acts.includes(act) ?? false);
  if (has("why")) return "why";
  if (has("since")) return "since";
  const states = frame.states.length > 0;
  const kinds = frame.heads.some(({ type }) => type === "kind");
  if (has("howMany") && (states || kinds) && frame.props.length === 0) return "howMany";
  if (has("which")) return "which";
  if (has("where") || acts("locate")) return "where";
  const what = has("what") || has("how");
  if (what && states && frame.props.length === 0 && frame.heads.length <= 1 && !has("yesNo")) return "which";
  if (!states && (what || (acts("tell") && !has("yesNo")))) return "value";
  const quantifier = frame.heads[0]?.quantifier;
  if (quantifier === "all") return "all";
  const any = has("isThereAny") && frame.heads.every(({ type }) => type === "kind");
  return quantifier === "any" || any ? "any" : "polar";
}
