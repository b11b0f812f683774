import { clauseOf } from "../existing/clause.ts";
import type { Situation } from "../ground/situation.ts";
import type { IndexedDevice } from "../names/home-index.ts";
import { bareHead, emptyFrame, type Frame, type Head } from "../parse/frame.ts";
import { type Item, isMark } from "../parse/items.ts";
import { ownersOf } from "../parse/parts.ts";
import { readFrame } from "../parse/read.ts";
import { roleSet, says, saysMeasure } from "../parse/said.ts";
import { namesTarget } from "../parse/senses.ts";
import { activityForms } from "./forms.ts";

/** By which a device tells how long it still works. */
const LEFT = "left-time";

/** Longer clauses, in items, ask for more. */
const LONGEST = 14;

/**
 * "when is the washing done", 洗碗机还要多久: a question of how long what does it still works. Null when it asks for anything
 * else, or nothing here tells that.
 */
export function timeLeft(items: readonly Item[], situation: Situation): Frame | null {
  if (items.length > LONGEST || !says(items, WHEN) || saysMeasure(items)) return null;
  const clause = clauseOf(items.filter((item) => !isMark(item)));
  for (const { lasts, activities, things } of activityForms()) {
    for (const form of lasts.in(clause.text)) {
      const { what } = form.exec(clause.text)?.groups ?? {};
      if (what === undefined) continue;
      const [kinds] = [...activities, ...things].find(([, words]) => words.test(what)) ?? [];
      const head: Head | undefined = kinds
        ? { ...bareHead(), type: "kind", kinds, text: what }
        : readFrame(items.filter(namesTarget), situation.index, true).heads[0];
      if (!head || !ownersOf(head, [], situation.index).some(tellsLeft)) continue;
      return { ...emptyFrame(items), asking: "value", heads: [head], props: [LEFT], propText: what };
    }
  }
  return null;
}

/** Without one of these nobody asks when. */
const WHEN = roleSet("remaining", "since", "how", "howMany", "what", "when");

function tellsLeft({ capabilities }: IndexedDevice): boolean {
  return capabilities.properties.has(LEFT);
}
