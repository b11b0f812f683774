import { type PastSpanMention, pastSpansIn } from "../parse/time/past-spans.ts";
import { mergeSpans } from "../past/merge.ts";
import type { PastSpan } from "../past/span.ts";
import { withCanonicalCharacters } from "../text/pattern-text.ts";
import { normalise } from "../text/tokens.ts";
import { peopleForms } from "./compiled-forms.ts";
import type { PeopleForm } from "./forms.ts";
import { isOfRegistry, type PeopleStatement } from "./statement.ts";

/** In UTF-16 units: longer sentences say more. */
const LONGEST = 120;
const ENDING = /[\s.。…!！?？~～]+$/u;

/**
 * Every reading of a text as a statement or question about the people of the home. Names are not looked up. Empty for other
 * texts.
 */
export function peopleStatementsIn(said: string): readonly PeopleStatement[] {
  const { all, hints, patterns, forms } = peopleForms();
  if (said.length > LONGEST || !hints.some((hint) => hint.test(said))) return [];
  const asked = /[?？][\s!！]*$/u.test(said);
  const raw = normalise(said).replace(/[’‘]/gu, "'").replace(/\s+/gu, " ").replace(ENDING, "").trim();
  const lower = withCanonicalCharacters(raw.toLowerCase());
  if (lower.length !== raw.length) return [];
  let whole: Part = { lower, raw };
  for (const { lead, tail } of all) whole = without(without(whole, lead), tail);
  const spans = pastSpansIn(whole.lower);
  const found: PeopleStatement[] = [];
  const look = (part: Part, span: PastSpan | null, fits: (form: PeopleForm) => boolean): void => {
    for (const pattern of patterns.in(part.lower)) {
      const form = forms.get(pattern);
      const match = form && fits(form) ? pattern.exec(part.lower) : null;
      const read = form && match ? saidBy(form, match.groups ?? {}, part, span, asked) : null;
      if (read) found.push(read);
    }
  };
  if (spans.length === 0) {
    look(whole, null, () => true);
    return found;
  }
  // The end of a guest's stay is no time in the past.
  look(whole, null, ({ meaning }) => isOfRegistry(meaning));
  const timed = spans.filter(({ span }) => span?.kind !== "now");
  const span = mergeSpans(timed);
  if (timed.length === 0 || span !== null)
    look(cut(whole, spans), span?.span ?? null, ({ meaning }) => !isOfRegistry(meaning));
  return found;
}

/** A text in lower case and simplified characters, and as it was said; both have the same length. */
interface Part {
  readonly lower: string;
  readonly raw: string;
}

function saidBy(
  { meaning: stated, sure, past, marked }: PeopleForm,
  groups: Readonly<Record<string, string | undefined>>,
  part: Part,
  span: PastSpan | null,
  asked: boolean,
): PeopleStatement | null {
  if ((marked && !asked) || (past && span === null)) return null;
  // "Leo has left?" is a question.
  const meaning = stated.kind === "told" && asked ? ({ kind: "whether", home: stated.home } as const) : stated;
  const [who, until, name, room] = ["who", "until", "name", "room"].map((key) =>
    asSaid(groups[key], part, key !== "who"),
  );
  return {
    meaning,
    who: who ?? "",
    sure: sure === true,
    span,
    past: past === true,
    ...(until !== undefined && { until }),
    ...(name !== undefined && { name }),
    ...(room !== undefined && { room }),
  };
}

function asSaid(found: string | undefined, { lower, raw }: Part, last: boolean): string | undefined {
  if (found === undefined) return undefined;
  // The person stands before the new name: "call Emma EM as well".
  const at = last ? lower.lastIndexOf(found) : lower.indexOf(found);
  return raw.slice(at, at + found.length).trim();
}

function without({ lower, raw }: Part, pattern: RegExp): Part {
  const match = pattern.exec(lower);
  if (!match || match[0].length === lower.length) return { lower, raw };
  const [from, to] = [match.index, match.index + match[0].length];
  return from === 0
    ? { lower: lower.slice(to), raw: raw.slice(to) }
    : { lower: lower.slice(0, from), raw: raw.slice(0, from) };
}

/** The text without its times. */
function cut({ lower, raw }: Part, spans: readonly PastSpanMention[]): Part {
  let [rest, rawRest] = ["", ""];
  let at = 0;
  for (const { start, end } of spans) {
    rest += lower.slice(at, start);
    rawRest += raw.slice(at, start);
    at = end;
  }
  rest += lower.slice(at);
  rawRest += raw.slice(at);
  const tidy = (text: string): string => text.replace(/\s+/gu, " ").replace(/^[\s,，、]+|[\s,，、]+$/gu, "");
  return { lower: tidy(rest), raw: tidy(rawRest) };
}
