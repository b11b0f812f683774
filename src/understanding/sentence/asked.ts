import type { Item } from "../parse/items.ts";
import { tellsState } from "../parse/questions.ts";
import { utteranceForms } from "../utterance/compiled-forms.ts";

/** Whether the sentence ends with a question mark. */
export function endsAsking(source: string): boolean {
  return MARK.test(source);
}

/** Whether only the question mark makes a state a question: "boiler on?", 车库门关了吧？ "Heater on please?" is a command. */
export function asksState(words: readonly Item[], source: string): boolean {
  if (!endsAsking(source)) return false;
  return tellsState(words, utteranceForms().closings.test(source.toLowerCase().replace(MARK, "")));
}

const MARK = /[?？]\s*$/u;
