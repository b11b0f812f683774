import type { Kind } from "./language-rule.ts";

/** Where languages may be in code all the same, and why. */
export interface Exemption {
  /** A file, or a folder with "/" at its end. */
  readonly path: string;
  readonly kinds: readonly Kind[];
  readonly why: string;
}

export const EXEMPTIONS: readonly Exemption[] = [
  {
    path: "src/understanding/lexicon/chinese.ts",
    kinds: ["text"],
    why: "the words that the understanding knows are data",
  },
  ...[
    "understanding/text/",
    "understanding/parse/",
    "understanding/ground/",
    "understanding/utterance/",
    "assistant/local/planning/pick.ts",
  ].map((path) => ({
    path: `src/${path}`,
    kinds: ["text"] as const,
    why: "the understanding reads how numbers, times and states are written; nobody is told these words",
  })),
  {
    path: "src/home/home-file.ts",
    kinds: ["code"],
    why: "the default of the file format, which stays whatever packs there are",
  },
];
