import type { WordRole } from "../../../understanding/lexicon/types.ts";
import { playsAnyRole } from "../../../understanding/parse/items.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import { namesPlace } from "../../../understanding/parse/senses.ts";
import { planForms } from "../../../understanding/plans/compiled-forms.ts";
import type { PlanDescription } from "../../../understanding/plans/request.ts";
import { tokenise } from "../../../understanding/text/tokens.ts";
import { holdsCharacters } from "../../../understanding/text/writing.ts";
import type { PlanContext } from "./context.ts";
import type { PlanFeatures } from "./plan-features.ts";

/**
 * Those of the plans that fit which a sentence without a word for a plan takes away. Words of everyday ("home", everyone, a
 * room, a person, a mode) stand in many names: a rule or something that is done later goes by its whole name only, what rings
 * by any other word of it. By a device goes what is for nothing else: "cancel the air conditioner" leaves all off at midnight.
 */
export function cancellablePlans(
  { of, it, by, words, targets, acts }: PlanDescription,
  fit: readonly PlanFeatures[],
  context: PlanContext,
): readonly PlanFeatures[] {
  if (of !== null || it || by || fit.length === 0) return fit;
  if (words.length > 0) {
    const shared = words.some((word) => isShared(word, context));
    return fit.filter((plan) => isWhole(words, plan) || (!shared && rings(plan)));
  }
  if (targets.length === 0 || acts.length > 0) return fit;
  const meant = new Set(targets.map(({ indexed }) => indexed.device.id));
  const others = context.home.devices.flatMap(({ id }) => (meant.has(id) ? [] : [id]));
  const shared = new Set(context.commanding(others).map(({ kind, id }) => `${kind} ${id}`));
  return fit.filter(({ plan }) => !shared.has(`${plan.kind} ${plan.id}`));
}

/** It only makes itself heard. */
function rings({ nouns }: PlanFeatures): boolean {
  return !nouns.has("rule") || nouns.has("alarm");
}

/** Whether words are all of one name of a plan. */
function isWhole(words: readonly string[], { names }: PlanFeatures): boolean {
  return names.some((name) => {
    const own = pieces(name);
    const said = words.flatMap(pieces);
    return said.length > 0 && own.every((each) => said.some((word) => word === each || each === `${word}s`));
  });
}

/** The words of a text; of one without spaces all of it. */
function pieces(text: string): string[] {
  if (holdsCharacters(text)) return [text.replace(/\s/gu, "")];
  return tokenise(text).flatMap((token) => (token.kind === "mark" ? [] : [token.text]));
}

const SHARED = ["home", "person", "everything"] as const satisfies readonly WordRole[];

/** Whether a word is for people, places or modes of this home. */
function isShared(word: string, { dialogue }: PlanContext): boolean {
  const { household, index } = dialogue;
  const called = [...(household?.people ?? []), ...(household?.modes ?? [])].flatMap(({ names }) => names);
  if (called.some((name) => name.toLowerCase() === word)) return true;
  if (planForms().everyday.has(word)) return true;
  return segmentText(word, index).some((item) => namesPlace(item) || playsAnyRole(item, SHARED));
}
