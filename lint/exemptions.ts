import type { Kind } from "./language-rule.ts";

/** Where languages may be in code all the same, and why. */
export interface Exemption {
  /** A file, or a folder with "/" at its end. */
  readonly path: string;
  readonly kinds: readonly Kind[];
  readonly why: string;
}

export const EXEMPTIONS: readonly Exemption[] = [
  ...[
    "lexicon/chinese.ts",
    "lexicon/synonyms-chinese.ts",
    "lexicon/chinese-verbs.ts",
    "lexicon/everyday-chinese.ts",
    "grammar/chinese.ts",
    "grammar/traditional.ts",
    "utterance/forms/chinese.ts",
    "utterance/forms/asking-chinese.ts",
    "utterance/forms/unsupported-chinese.ts",
    "utterance/forms/left-open-chinese.ts",
    "utterance/forms/rewordings-chinese.ts",
    "utterance/forms/objections-chinese.ts",
    "utterance/forms/following-chinese.ts",
    "utterance/forms/when-done-chinese.ts",
    "plans/forms/rule-bounds-chinese.ts",
    "utterance/forms/telling-chinese.ts",
    "utterance/forms/facts-chinese.ts",
    "utterance/forms/free-chinese.ts",
    "utterance/forms/remembering-chinese.ts",
    "utterance/forms/doers-chinese.ts",
    "utterance/forms/essential-chinese.ts",
    "utterance/forms/modes-chinese.ts",
    "utterance/forms/notices-chinese.ts",
    "utterance/forms/on-the-phone-chinese.ts",
    "utterance/forms/people-chinese.ts",
    "utterance/forms/household-chinese.ts",
    "utterance/forms/presence-chinese.ts",
    "utterance/forms/registry-chinese.ts",
    "utterance/forms/past-chinese.ts",
    "utterance/forms/past-energy-chinese.ts",
    "utterance/forms/past-words-chinese.ts",
    "activities/chinese.ts",
    "plans/forms/chinese.ts",
    "utterance/events/chinese.ts",
    "talk/forms/chinese.ts",
  ].map((path) => ({
    path: `src/understanding/${path}`,
    kinds: ["text"] as const,
    why: "the words that the understanding knows, and how they are written, are data",
  })),
  {
    path: "src/understanding/languages.ts",
    kinds: ["code"],
    why: "each language that is understood names its pack",
  },
  {
    path: "src/home/home-file.ts",
    kinds: ["code"],
    why: "the default of the file format, which stays whatever packs there are",
  },
];
