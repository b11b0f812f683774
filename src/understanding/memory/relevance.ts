import { memoryForms, usedPatterns } from "./compiled-forms.ts";
import { shared } from "./matching.ts";

/** The parts of an entry that words are matched with. */
export interface MatchedEntry {
  readonly kind: "name" | "time" | "preference" | "fact";
  /** What it says, in any languages. */
  readonly text: string;
  /** The name of a name or time. */
  readonly name?: string;
}

/** How well a sentence matches an entry; 0: it is not about it. */
export function memoryRelevance(entry: MatchedEntry, said: string): number {
  const languages = memoryForms();
  const forms = languages.map(({ forms: each }) => each);
  const words = shared(said, entry.text, forms);
  switch (entry.kind) {
    case "name":
    case "fact":
      return words;
    case "time":
      return languages.some((language) => usedPatterns(language, entry.name ?? "").any.test(said)) ? words + SURE : 0;
    case "preference":
      return forms.some(({ liking }) => liking.test(said)) ? words + SURE : words;
    default:
      return entry.kind satisfies never;
  }
}

/** Words that can be about nothing else weigh more than words that both happen to share. */
const SURE = 3;
