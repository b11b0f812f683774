import { keepNewest } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { DayEvent, MemoryForms } from "./forms.ts";

/** The compiled forms of one language. */
export interface CompiledMemoryForms {
  readonly language: Language;
  readonly forms: MemoryForms;
  readonly patterns: Readonly<Record<PatternList, Patterns>>;
  /** A favourite within a sentence. */
  readonly favourite: RegExp;
  /** Patterns of named times, keyed by the name; compiled on first use. */
  readonly used: Map<string, UsedPatterns>;
}

/** Patterns for one named time in a sentence. */
export interface UsedPatterns {
  /** Whether it is mentioned. */
  readonly any: RegExp;
  /** As the speaker's own; null where the name is no event of the day. */
  readonly own: RegExp | null;
  readonly offset: readonly RegExp[];
  readonly offsetBehind: readonly RegExp[];
  readonly at: readonly RegExp[];
}

/** Lists of patterns over a whole sentence. */
const LISTS = [
  "remember",
  "names",
  "namesTold",
  "unnames",
  "times",
  "timesTold",
  "likes",
  "favourites",
  "askAll",
  "askAbout",
  "askTime",
  "askName",
  "askLike",
  "askFact",
  "forgetIt",
  "forgetAll",
  "forget",
  "alone",
  "asLiked",
  "comfortable",
] as const;
export type PatternList = (typeof LISTS)[number];

/** The forms of all languages that have any. */
export const memoryForms: () => readonly CompiledMemoryForms[] = ofLanguages((languages) =>
  languages.flatMap(({ code, memory }) => (memory ? [compiled(code, memory)] : [])),
);

function compiled(language: Language, forms: MemoryForms): CompiledMemoryForms {
  const events = Object.values(forms.events);
  const nouns = events.map(({ noun }) => noun).join("|");
  const does = events.map(({ does: each }) => each).join("|");
  const whole = (body: string): RegExp => {
    const filled = body.replaceAll("{noun}", () => nouns).replaceAll("{does}", () => does);
    return new RegExp(`^${forms.lead}(?:${filled})${forms.tail}$`, "iu");
  };
  const lists = { ...forms, ...forms.liked };
  const patterns = Object.fromEntries(LISTS.map((list) => [list, new Patterns(lists[list].map(whole))]));
  return {
    language,
    forms,
    patterns: patterns as Record<PatternList, Patterns>,
    favourite: new RegExp(forms.liked.favourite, "iu"),
    used: new Map(),
  };
}

/** Names whose patterns are kept at the same time. */
const MOST_USED = 200;

/** The patterns for a time with this name. */
export function usedPatterns(
  { forms: { used, events }, used: known }: CompiledMemoryForms,
  name: string,
): UsedPatterns {
  const before = known.get(name);
  if (before) return before;
  const event = Object.hasOwn(events, name) ? events[name as DayEvent] : null;
  const words = event ? event.noun : RegExp.escape(name);
  const noun = used.named.replace("{name}", () => `(?:${words})`);
  const done = event && used.done.replace("{does}", () => `(?:${event.does})`);
  const any = done === null ? noun : `(?:${noun}|${done})`;
  const filled = (form: string): RegExp =>
    new RegExp(
      form.replace("{event}", () => any),
      "iu",
    );
  const made: UsedPatterns = {
    any: new RegExp(any, "iu"),
    own: event && new RegExp(`${used.own}(?:${words})`, "iu"),
    offset: used.offset.map(filled),
    offsetBehind: used.offsetBehind.map(filled),
    at: used.at.map(filled),
  };
  known.set(name, made);
  keepNewest(known, MOST_USED);
  return made;
}

/** The groups of the first pattern of a list that matches; null when none does. */
export function groupsIn(
  { patterns }: CompiledMemoryForms,
  list: PatternList,
  text: string,
): Readonly<Record<string, string | undefined>> | null {
  for (const pattern of patterns[list].in(text)) {
    const found = pattern.exec(text);
    if (found) return found.groups ?? {};
  }
  return null;
}

/** The groups of every pattern that matches. */
export function* everyGroupsIn(
  { patterns }: CompiledMemoryForms,
  list: PatternList,
  text: string,
): Iterable<Readonly<Record<string, string | undefined>>> {
  for (const pattern of patterns[list].in(text)) {
    const found = pattern.exec(text);
    if (found) yield found.groups ?? {};
  }
}

/** The event of the day that the words name, by its noun or its verb; null when there is none. */
export function eventCalled({ forms }: CompiledMemoryForms, words: string): DayEvent | null {
  for (const [event, { noun, does }] of Object.entries(forms.events))
    if (new RegExp(`^(?:${noun}|${does})$`, "iu").test(words.trim())) return event as DayEvent;
  return null;
}
