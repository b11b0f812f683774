/**
 * A BCP 47 tag: a pack's primary subtag ("en", "zh"), with the unit of temperatures where the home wants another than the
 * devices report (`en-u-mu-fahrenhe`, RFC 6067). Text of a tag without a pack is told in the first pack's language.
 */
export type Language = string;

/** Units in which a home may want its temperatures. */
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

/** The unit that a tag wants temperatures in. */
export function temperatureUnitOf(language: Language): TemperatureUnit {
  return language.includes(FAHRENHEIT) ? "fahrenheit" : "celsius";
}
