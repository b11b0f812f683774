import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { modifierRolesExcept } from "../../../understanding/parse/command-modifiers.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import type { Item } from "../../../understanding/parse/items.ts";
import { isQuestion } from "../../../understanding/parse/questions.ts";
import { anyHasRole, roleSet } from "../../../understanding/parse/role-index.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import type { Understanding } from "../../../understanding/plan.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { utteranceForms } from "../../../understanding/utterance/compiled-forms.ts";
import { plannedEffectsOf } from "../execution/plan-commands.ts";

/** The longest remark, in items. */
const LONGEST = 6;
/** Longer texts hold more than a remark and a command, in characters. */
const LONGEST_TEXT = 60;

/** Roles of words that change what follows, or begin a sentence of its own. */
const TURNING = roleSet(...modifierRolesExcept("denial"));

/** The text after a remark: "22" of "blimey that's cold, 22". Null where the words before it may be more than a remark. */
export function textAfterRemark(text: string, { index }: DialogueContext): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const [, remark = "", rest = ""] = /^([^,，。.!！;；]+)[,，。.!！;；]+\s*(.+)$/u.exec(text) ?? [];
  if (rest === "") return null;
  const items = segmentText(normalise(remark), index);
  if (items.length === 0 || items.length > LONGEST || isQuestion(items) || anyHasRole(items, TURNING)) return null;
  if (utteranceForms().asksFor.test(remark.toLowerCase())) return null;
  return items.every(isRemarked) ? rest : null;
}

/** Whether an item has no act, no device or place, and no number. */
function isRemarked({ lex, home, measure }: Item): boolean {
  const named = (home?.devices.length ?? 0) + (home?.rooms.length ?? 0) + (lex?.kinds.length ?? 0);
  return measure === null && named + (lex?.acts.length ?? 0) === 0;
}

/** Whether an understanding only sets or steps a value of the devices in focus. */
export function isAboutFocus(meant: Understanding, { focus }: DialogueContext): boolean {
  if (meant.kind === "unknown" || meant.steps.length === 0) return false;
  const plain = meant.steps.every((step) => step.kind === "do" && step.refusals.length === 0 && isPlain(step.frame));
  return plain && plannedEffectsOf(meant.steps).every(({ target }) => focus.devices.includes(target.indexed.device.id));
}

/** Whether a frame sets or steps a value, and names no target. */
function isPlain({ act, heads, places, unknown }: Frame): boolean {
  const named = heads.some(({ type }) => type !== "it" && type !== "them") || places.length > 0;
  return !named && unknown.length === 0 && (act === null || act === "set" || act === "raise" || act === "lower");
}
