import type { Situation } from "../../understanding/ground/situation.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import { type Item, itemsOf } from "../../understanding/parse/items.ts";
import { isQuestion } from "../../understanding/parse/questions.ts";
import { roleSet, says } from "../../understanding/parse/said.ts";
import { turningBut } from "../../understanding/parse/turning.ts";
import type { Understanding } from "../../understanding/plan.ts";
import { normalise } from "../../understanding/text/tokens.ts";
import { utteranceForms } from "../../understanding/utterance/forms.ts";
import { doingsOf } from "./carry.ts";

/** A remark is short. */
const LONGEST = 6;
/** Longer texts say more than a remark and what shall be. */
const LONGEST_TEXT = 60;

/** Words that change what follows, or make a sentence of its own. */
const TURNING = roleSet(...turningBut("denial"));

/**
 * What comes after a remark about what was just done, "22" of "blimey that's cold, 22": null where what stands before it may
 * be more than that.
 */
export function behindRemark(text: string, { index }: Situation): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const [, remark = "", rest = ""] = /^([^,，。.!！;；]+)[,，。.!！;；]+\s*(.+)$/u.exec(text) ?? [];
  if (rest === "") return null;
  const items = itemsOf(normalise(remark), index);
  if (items.length === 0 || items.length > LONGEST || isQuestion(items) || says(items, TURNING)) return null;
  if (utteranceForms().asksFor.test(remark.toLowerCase())) return null;
  return items.every(isRemarked) ? rest : null;
}

/** Nothing to do, no thing or place of the home, and no number. */
function isRemarked({ lex, home, measure }: Item): boolean {
  const named = (home?.devices.length ?? 0) + (home?.rooms.length ?? 0) + (lex?.kinds.length ?? 0);
  return measure === null && named + (lex?.acts.length ?? 0) === 0;
}

/** Whether it is only how that shall be which was talked about. */
export function isAboutFocus(meant: Understanding, { focus }: Situation): boolean {
  if (meant.kind === "unknown" || meant.steps.length === 0) return false;
  const plain = meant.steps.every((step) => step.kind === "do" && step.refusals.length === 0 && isPlain(step.frame));
  return plain && doingsOf(meant.steps).every(({ target }) => focus.devices.includes(target.indexed.device.id));
}

/** What is set or goes on by a step, of nothing that is named. */
function isPlain({ act, heads, places, unknown }: Frame): boolean {
  const named = heads.some(({ type }) => type !== "it" && type !== "them") || places.length > 0;
  return !named && unknown.length === 0 && (act === null || act === "set" || act === "raise" || act === "lower");
}
