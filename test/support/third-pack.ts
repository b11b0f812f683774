import { type Pack, packOf } from "../../src/language/index.ts";

/** A language that the product does not have. */
export const GERMAN = "de";

/** A pack for it, in English words: for tests of what holds for any number of languages. Give it to `addPack`. */
export const GERMAN_PACK: Pack = {
  ...packOf("en"),
  code: GERMAN,
  locale: "de-DE",
  names: ["deutsch", "german"],
  writes: (text) => /[äöüß]/i.test(text),
};
