/** The languages that Jia speaks (BCP 47 primary subtags). */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language of the product. */
export type Localized = Readonly<Record<Language, string>>;

/** The language of a text by its script: any Han character makes it Chinese. */
export function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? "zh" : "en";
}
