import type { JiaError } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { errorJson } from "./json.ts";

/** The body of an error answer. */
export function errorBody(error: JiaError, language: Language) {
  return { error: errorJson(error, language) };
}
