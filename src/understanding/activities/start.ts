import type { DialogueContext } from "../ground/situation.ts";
import { modifierRolesExcept } from "../parse/command-modifiers.ts";
import { emptyFrame, emptyHead, type Frame, type Head } from "../parse/frame.ts";
import { type Item, isMark, playsAnyRole } from "../parse/items.ts";
import { namesPlace, namesTarget } from "../parse/senses.ts";
import { devicesOfHead } from "../parse/slots/device-parts.ts";
import { readFrame } from "../parse/slots/read.ts";
import { clauseOf } from "../plans/clause-text.ts";
import { activityForms } from "./compiled-forms.ts";

/** Longer clauses, in items, say more than that something shall begin. */
const LONGEST = 8;

/**
 * 洗碗机开始洗碗, "start washing the dishes": what does it in this home is to begin. Null when it is about anything else, or
 * nothing here does it.
 */
export function activityToStart(items: readonly Item[], situation: DialogueContext): Frame | null {
  if (items.length > LONGEST || items.some((item) => item.measure !== null || playsAnyRole(item, BOUND))) return null;
  const said = clauseOf(items.filter((item) => !isMark(item))).items;
  const named = said.filter((item) => namesTarget(item) || namesPlace(item));
  const left = clauseOf(said.filter((item) => !named.includes(item))).text;
  for (const { begins, activities } of activityForms()) {
    const { what, starts } = begins.exec(left)?.groups ?? {};
    if (what === undefined || (named.length === 0 && starts === undefined)) continue;
    const [kinds] = activities.find(([, words]) => words.test(what)) ?? [];
    const head = kinds && headOf(named, kinds, situation);
    if (head) return { ...emptyFrame(items), act: "start", heads: [head] };
  }
  return null;
}

/** Words that make something else of it than that it shall begin now. */
const BOUND = modifierRolesExcept();

/** What does it: what is named, if it is of these kinds, else all of them that there are. */
function headOf(named: readonly Item[], kinds: readonly string[], { index }: DialogueContext): Head | null {
  if (named.length === 0) {
    const some = kinds.some((kind) => index.ofKind(kind).size > 0);
    return some ? { ...emptyHead(), type: "kind", kinds } : null;
  }
  const [head, ...others] = readFrame(named, index, false).heads;
  if (!head || others.length > 0) return null;
  const devices = devicesOfHead(head, [], index);
  return devices.length > 0 && devices.every((each) => kinds.some((kind) => each.kinds.has(kind))) ? head : null;
}
