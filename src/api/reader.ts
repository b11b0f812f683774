import type { IncomingHttpHeaders } from "node:http";
import type { Home } from "../home/index.ts";
import { type Language, temperatureUnitOf, withTemperatures } from "../language/index.ts";
import { acceptedLanguage } from "./language.ts";

/**
 * What somebody who asks is told in: the language that was given, else that of Accept-Language; temperatures in the unit
 * of the home's own tag.
 */
export function readerLanguage(home: Home, headers: IncomingHttpHeaders, given?: Language): Language {
  const language = given ?? acceptedLanguage(headers["accept-language"]);
  return withTemperatures(language, temperatureUnitOf(home.language));
}
