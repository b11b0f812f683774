/**
 * A BCP 47 tag: a pack's primary subtag ("en", "zh"), with the unit of temperatures when the home wants another than the
 * devices report (`en-u-mu-fahrenhe`, RFC 6067). A tag without a pack uses the first pack.
 */
export type Language = string;

/** The units for temperatures. */
export const TEMPERATURE_UNITS = ["celsius", "fahrenheit"] as const;
export type TemperatureUnit = (typeof TEMPERATURE_UNITS)[number];

const FAHRENHEIT = "-u-mu-fahrenhe";

/** "zh" of "zh-Hans-CN". */
export function primarySubtag(language: Language): string {
  const end = language.indexOf("-");
  return (end < 0 ? language : language.slice(0, end)).toLowerCase();
}

/** The tag of a language with the home's unit of temperatures. */
export function withTemperatures(language: Language, unit: TemperatureUnit): Language {
  const plain = language.replace(FAHRENHEIT, "");
  return unit === "fahrenheit" ? `${plain}${FAHRENHEIT}` : plain;
}

/** The unit of temperatures in a tag. */
export function temperatureUnitOf(language: Language): TemperatureUnit {
  return language.includes(FAHRENHEIT) ? "fahrenheit" : "celsius";
}
