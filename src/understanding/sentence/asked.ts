import type { Item } from "../parse/items.ts";
import { tellsState } from "../parse/questions.ts";
import { utteranceForms } from "../utterance/forms.ts";

/** Whether a sentence ends with the mark of a question. */
export function endsAsking(source: string): boolean {
  return MARK.test(source);
}

/** "boiler on?", 车库门关了吧？: nothing but the mark says that it asks. "heater on please?" wants it on. */
export function asksState(words: readonly Item[], source: string): boolean {
  if (!endsAsking(source)) return false;
  return tellsState(words, utteranceForms().closings.test(source.toLowerCase().replace(MARK, "")));
}

const MARK = /[?？]\s*$/u;
