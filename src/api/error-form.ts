import type { JiaError } from "../home/index.ts";
import type { Language } from "../language/index.ts";

/** Addresses whose clients speak another protocol, and expect errors in its form. */
export interface ErrorForm {
  /** Whether a path (without the query) is one of these addresses. */
  covers(path: string): boolean;
  /** The address of the route that a path means, for other spellings of it; every other path as it is. */
  canonical(path: string): string;
  /** The error for a path that no route has. @param path as the client sent it */
  unknown(method: string, path: string): JiaError;
  /** The body of the answer to an error. */
  body(error: JiaError, language: Language): unknown;
}

/** The form of errors at a path; undefined where it is that of all other routes. */
export function formAt(path: string, forms: readonly ErrorForm[]): ErrorForm | undefined {
  return forms.find((form) => form.covers(path));
}

/** An address (with its query) as the routes have it. */
export function canonicalAddress(url: string, forms: readonly ErrorForm[]): string {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  const form = formAt(path, forms);
  return form ? form.canonical(path) + (end < 0 ? "" : url.slice(end)) : url;
}
