/** Only until every room takes its texts from the packs. */
export const LANGUAGES = ["en", "zh"] as const;

/** One text in every language of the product. */
export type Localized = Readonly<Record<(typeof LANGUAGES)[number], string>>;
