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
    path: "src/understanding/languages/",
    kinds: ["text", "code"],
    why: "what is understood in a language is data in a folder of its own, which names its pack",
  },
  {
    path: "src/home/home-file.ts",
    kinds: ["code"],
    why: "the default of the file format, which stays whatever packs there are",
  },
];

/** The exemption that allows such a finding in a file, if there is one. */
export function exemptionFor(file: string, kind: Kind): Exemption | undefined {
  return EXEMPTIONS.find(({ path, kinds }) => {
    return (path.endsWith("/") ? file.startsWith(path) : file === path) && kinds.includes(kind);
  });
}
