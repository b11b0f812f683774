import type { Situation } from "../ground/situation.ts";
import { type Item, is } from "../parse/items.ts";
import { asOwnPart } from "../parse/repeated-nouns.ts";
import { namesPlace, namesTarget } from "../parse/senses.ts";
import type { Step } from "../plan.ts";

/**
 * "the bedroom AC to 24, fan low": what the thing before has itself is meant by a bare word for it, where nothing else in its
 * room is called so. The clause without the other meaning of that word, or as it is.
 */
export function withOwnPart(clause: readonly Item[], step: Step | null, { index }: Situation): readonly Item[] {
  if (step?.kind !== "do" || clause.some(namesPlace)) return clause;
  const [part, ...others] = clause.filter(namesTarget);
  const [{ target } = { target: null }, ...more] = step.doings;
  const { lex } = part ?? {};
  if (!part || !lex || !target || others.length + more.length > 0 || lex.props.length === 0) return clause;
  if (is(clause[clause.indexOf(part) - 1], "article") || !clause.some(saysHowFar)) return clause;
  const { device, capabilities, ownKinds } = target.indexed;
  if (lex.kinds.some((kind) => ownKinds.has(kind)) || !lex.props.some((type) => capabilities.properties.has(type)))
    return clause;
  const there = device.room ? [...index.inRoom(device.room.id)] : [];
  if (there.some((each) => lex.kinds.some((kind) => index.isKind(each, kind) === "own"))) return clause;
  return clause.map((item) => (item === part ? asOwnPart(part) : item));
}

/** A number, or a word that is a value and nothing to do. */
function saysHowFar({ lex, measure }: Item): boolean {
  if (measure) return measure.kind === "quantity";
  return (
    lex !== null && lex.acts.length === 0 && (lex.level !== null || lex.listed.length > 0) && !lex.roles.includes("off")
  );
}
