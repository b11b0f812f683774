import type { IncomingHttpHeaders } from "node:http";
import type { Home } from "../home/index.ts";
import { type Language, languages, temperatureUnitOf, withTemperatures } from "../language/index.ts";

/** Longer headers are cut, in characters. */
const MAX_LENGTH = 500;

/** One entry of an Accept-Language header: a range ("zh-hans", "*") in lower case, and its weight from 0 to 1. */
interface LanguageRange {
  readonly range: string;
  readonly weight: number;
}

/**
 * The language that an Accept-Language header (RFC 9110, 12.5.4) prefers among those of Jia, by lookup (RFC 4647,
 * 3.4). The default when it names none of them; a refused one (`q=0`) only when it refuses all.
 */
export function acceptedLanguage(header: string | undefined): Language {
  // Most requests name none, or one language as Jia names it.
  if (header === undefined || header === "") return defaultLanguage();
  return languages().find((language) => language === header) ?? chosenLanguage(header);
}

function defaultLanguage(): Language {
  const [first] = languages();
  if (first === undefined) throw new Error("there is no language at all");
  return first;
}

function chosenLanguage(header: string): Language {
  const wishes = languageRanges(header);
  const refused = wishes.filter(({ weight }) => weight === 0).map(({ range }) => range);
  const offered = languages().filter((language) => !refused.includes(language.toLowerCase()));
  for (const { range, weight } of [...wishes].sort((a, b) => b.weight - a.weight)) {
    const found = weight > 0 ? lookup(range, offered) : undefined;
    if (found !== undefined) return found;
  }
  return offered[0] ?? defaultLanguage();
}

/** The language of a reply: the given one, otherwise that of Accept-Language; with the home's unit of temperatures. */
export function replyLanguage(home: Home, headers: IncomingHttpHeaders, given?: Language): Language {
  const language = given ?? acceptedLanguage(headers["accept-language"]);
  return withTemperatures(language, temperatureUnitOf(home.language));
}

function languageRanges(header: string): LanguageRange[] {
  return header
    .slice(0, MAX_LENGTH)
    .split(",")
    .flatMap((part) => {
      const [, range, weight = "1"] = /^\s*([a-z\d*-]+)\s*(?:;\s*q=(0(?:\.\d*)?|1(?:\.0*)?))?\s*$/i.exec(part) ?? [];
      return range === undefined ? [] : [{ range: range.toLowerCase(), weight: Number(weight) }];
    });
}

/** The language of a range: the range itself, then without its last subtags one after the other. */
function lookup(range: string, offered: readonly Language[]): Language | undefined {
  if (range === "*") return offered[0];
  const subtags = range.split("-");
  while (subtags.length > 0) {
    const tag = subtags.join("-");
    const found = offered.find((language) => language.toLowerCase() === tag);
    if (found !== undefined) return found;
    subtags.pop();
    // A single letter only introduces the subtag after it.
    if (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return undefined;
}
