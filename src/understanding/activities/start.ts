import type { DialogueContext } from "../ground/context.ts";
import { modifierRolesExcept } from "../parse/command-modifiers.ts";
import { emptyFrame, emptyHead, type Frame, type Head } from "../parse/frame.ts";
import { type Item, isMark, playsAnyRole } from "../parse/items.ts";
import { namesPlace, namesTarget } from "../parse/senses.ts";
import { devicesOfHead } from "../parse/slots/device-parts.ts";
import { readFrame } from "../parse/slots/read.ts";
import { clauseOf } from "../plans/clause-text.ts";
import { activityForms } from "./compiled-forms.ts";

/** Longest clause that starts an activity, in items. */
const LONGEST = 8;

/**
 * Reads a command that starts an activity: 洗碗机开始洗碗, "start washing the dishes". The frame starts the device that does it;
 * null if the clause is about anything else, or no device here does it.
 */
export function activityToStart(items: readonly Item[], context: DialogueContext): Frame | null {
  if (items.length > LONGEST || items.some((item) => item.measure !== null || playsAnyRole(item, BOUND))) return null;
  const said = clauseOf(items.filter((item) => !isMark(item))).items;
  const named = said.filter((item) => namesTarget(item) || namesPlace(item));
  const left = clauseOf(said.filter((item) => !named.includes(item))).text;
  for (const { begins, activities } of activityForms()) {
    const { what, starts } = begins.exec(left)?.groups ?? {};
    if (what === undefined || (named.length === 0 && starts === undefined)) continue;
    const [kinds] = activities.find(([, words]) => words.test(what)) ?? [];
    const head = kinds && headOf(named, kinds, context);
    if (head) return { ...emptyFrame(items), act: "start", heads: [head] };
  }
  return null;
}

/** With one of these words it is no command for now. */
const BOUND = modifierRolesExcept();

/** The device that does it: the one that is named, if it is of these kinds, else all of these kinds. */
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
