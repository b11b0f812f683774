import { memoryForms, usedPatterns } from "./compiled-forms.ts";
import { shared } from "./matching.ts";

/** What of an entry words may fit. */
export interface MatchedEntry {
  readonly kind: "name" | "time" | "preference" | "fact";
  /** What it says, in whatever languages. */
  readonly text: string;
  /** Of a name and a time: how it is called. */
  readonly name?: string;
}

/** How well a sentence fits what is remembered; 0: nothing in it is about that. */
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

/** Words that can be about nothing else count for more than words that happen to stand in both. */
const SURE = 3;
