import type { DialogueContext } from "../ground/context.ts";
import { selectTargets } from "../ground/select.ts";
import { memoizeLast } from "../memoize.ts";
import { emptyFrame, emptyHead, type Frame, type Head } from "../parse/frame.ts";
import { type Item, isMark, playsAnyRole } from "../parse/items.ts";
import { namesPlace } from "../parse/senses.ts";
import { readFrame } from "../parse/slots/read.ts";
import { clauseOf } from "../plans/clause-text.ts";
import { activityForms } from "./compiled-forms.ts";

/** Longest clause that ends an activity, in items. */
const LONGEST = 10;

/**
 * Reads a command that stops an activity: "stop washing the dishes", 取消煮粥. The frame stops the device that does it; null if
 * the clause is about anything else, or no device here does it.
 */
export const activityToStop: (items: readonly Item[], context: DialogueContext) => Frame | null = memoizeLast(read);

function read(items: readonly Item[], context: DialogueContext): Frame | null {
  if (items.length > LONGEST || !items.some(endsSomething)) return null;
  if (items.some(({ home, measure, lex }) => measure !== null || (home?.devices.length ?? 0) > 0 || isTimed(lex)))
    return null;
  const clause = clauseOf(items.filter((item) => !isMark(item)));
  for (const { ends, activities } of activityForms()) {
    for (const form of ends.in(clause.text)) {
      const { what, more = "" } = form.exec(clause.text)?.groups ?? {};
      const [kinds] = activities.find(([, words]) => what !== undefined && words.test(what)) ?? [];
      if (!kinds) continue;
      const places = placesIn(items, more, context);
      if (places === null) continue;
      const head: Head = { ...emptyHead(), type: "kind", kinds, places: [...places] };
      const { targets = [] } = selectTargets({ ...head, places: [], quantifier: "any" }, context, () => true);
      if (targets.length > 0) return { ...emptyFrame(items), act: "stop", heads: [head] };
    }
  }
  return null;
}

/** Whether an item is a word that ends something; without one no pattern is tried. */
function endsSomething(item: Item): boolean {
  const { lex } = item;
  if (lex === null) return false;
  for (const act of lex.acts) if (act === "stop" || act === "off" || act === "close") return true;
  if (playsAnyRole(item, ENDING)) return true;
  return lex.actions.some((action) => action.startsWith("stop-") || action.startsWith("cancel-"));
}

const ENDING = ["cancel", "not", "no", "off"] as const;

function isTimed(lex: Item["lex"]): boolean {
  return (lex?.time.length ?? 0) > 0;
}

/** The places that a text names; null when it says anything else. */
function placesIn(items: readonly Item[], text: string, context: DialogueContext): Frame["places"] | null {
  if (text === "") return [];
  const named = items.filter((item) => text.includes(item.text) && namesPlace(item));
  if (named.map((item) => item.text).join("") !== text.replaceAll(" ", "")) return null;
  return readFrame(named, context.index, false).places;
}
