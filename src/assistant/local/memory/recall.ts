import { type Language, messages } from "../../../language/index.ts";
import {
  clockText,
  daysText,
  describeEntry,
  type EntryOf,
  eventOf,
  keyOf,
  type MemoryEntry,
  type ThingNames,
  timeName,
} from "../../../people/memory/index.ts";
import { memoryForms } from "../../../understanding/memory/compiled-forms.ts";
import { mentions } from "../../../understanding/memory/matching.ts";
import { answersAspect, factRelevance } from "../../../understanding/memory/open-questions.ts";
import type { MemoryQuestion } from "../../../understanding/memory/request.ts";

/** At most so many entries are told; the rest is counted. */
const MOST_TOLD = 5;

/** An answer from the memory. */
interface RecallAnswer {
  readonly text: string;
  readonly entries: readonly MemoryEntry[];
  /** The memory holds nothing about it. */
  readonly unknown?: true;
}

/** Answers the first of these questions that the memory knows about; null where it knows none and they may be about anything else. */
export function recall(
  questions: readonly MemoryQuestion[],
  entries: readonly MemoryEntry[],
  names: ThingNames,
  language: Language,
): RecallAnswer | null {
  for (const question of questions) {
    const recalled = found(question, entries);
    if (recalled.length > 0) return { text: textOf(question, recalled, names, language), entries: recalled };
  }
  const sure = questions.find((question) => question.sure);
  return sure ? { text: unknown(sure, names, language), entries: [], unknown: true } : null;
}

/** The entries that answer a question, the oldest first. */
function found(question: MemoryQuestion, entries: readonly MemoryEntry[]): readonly MemoryEntry[] {
  switch (question.of) {
    case "all": {
      const own = entries.filter(({ person }) => person !== null);
      return question.me && own.length > 0 ? own : entries;
    }
    case "about":
      return entries.filter((entry) => isToldOf(entry, question) && entryMentions(entry, question.words));
    case "free":
      return onlyFitting(question.asked, entries);
    case "time":
      return timesNamed(question.event ?? question.name, entries);
    case "name":
      return entries.filter((entry) => entry.kind === "name" && keyOf(entry.name) === keyOf(question.name));
    case "names": {
      const { type, id } = question.thing;
      return entries.filter((entry) => entry.kind === "name" && entry.of.type === type && entry.of.id === id);
    }
    case "favourite":
      return entries.filter(
        (entry) => entry.kind === "preference" && entry.of === null && entry.property === question.property,
      );
    case "liking":
      return entries.filter((entry) => entry.kind === "preference" && isOf(entry, question.thing));
    default:
      return question satisfies never;
  }
}

/** Whether an entry may answer: what may be about anything else is answered by a fact that tells what was asked for. */
function isToldOf({ kind, text }: MemoryEntry, { asked }: Extract<MemoryQuestion, { of: "about" }>): boolean {
  return asked === null || (kind === "fact" && answersAspect(asked, text));
}

/** The one fact that fits a question, or fits it better than all others; none where there is no such one. */
function onlyFitting(asked: string, entries: readonly MemoryEntry[]): readonly MemoryEntry[] {
  const fitting = entries
    .filter(({ kind }) => kind === "fact")
    .map((entry) => ({ entry, fit: factRelevance(asked, entry.text) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit);
  const [best, next] = fitting;
  return best && best.fit > (next?.fit ?? 0) ? [best.entry] : [];
}

/** Words the answer: facts as they were told, other entries described; of many the newest, and the number of the rest. */
function textOf(question: MemoryQuestion, told: readonly MemoryEntry[], names: ThingNames, language: Language): string {
  const { memory } = messages(language);
  const items = told.toReversed().map((entry) => describeEntry(entry, names, language));
  const shown = items.slice(0, MOST_TOLD);
  if (question.of === "all") return memory.list({ items: shown, more: items.length - shown.length });
  if (told.every(({ kind }) => kind === "fact")) return memory.told({ items: shown });
  return memory.answer({ what: memory.several({ items: shown }) });
}

function unknown(question: MemoryQuestion, names: ThingNames, language: Language): string {
  const { memory } = messages(language);
  switch (question.of) {
    case "time": {
      const { event, name } = question;
      const what = event === null ? name : memory.event({ event, mine: true });
      return memory.unknownTime({ what, example: memory.exampleTime });
    }
    case "about":
      return memory.knowsNothing({ about: question.words });
    case "favourite": {
      const property = names.property(question.property, language);
      return memory.knowsNothing({ about: memory.preferenceLabel({ thing: "", property }) });
    }
    case "all":
    case "name":
    case "names":
    case "liking":
    case "free":
      return memory.knowsNothing({ about: "" });
    default:
      return question satisfies never;
  }
}

/** The times with a name: the speaker's own, else those of the home. */
export function timesNamed(name: string, entries: readonly MemoryEntry[]): readonly EntryOf<"time">[] {
  const called = entries.filter(
    (entry): entry is EntryOf<"time"> => entry.kind === "time" && keyOf(entry.name) === keyOf(name),
  );
  const own = called.filter(({ person }) => person !== null);
  return own.length > 0 ? own : called;
}

/** Whether an entry mentions what words name. */
export function entryMentions(entry: MemoryEntry, words: string): boolean {
  if ((entry.kind === "name" || entry.kind === "time") && keyOf(entry.name) === keyOf(words)) return true;
  return mentions(
    entry.text,
    words,
    memoryForms().map(({ forms }) => forms),
  );
}

function isOf({ of }: EntryOf<"preference">, thing: { readonly type: string; readonly id: string }): boolean {
  if (of === null) return false;
  return of.type === thing.type
    ? of.id === thing.id
    : of.type === "kind" && thing.type === "room" && of.room === thing.id;
}

/** Words each of several times: "23:00 on weekdays". Weekdays: 1 is Monday. */
export function timeTexts(
  times: readonly { readonly clock: string; readonly weekdays: readonly number[] }[],
  language: Language,
): string[] {
  const { memory } = messages(language);
  return times.map(({ clock, weekdays }) =>
    memory.onOther({ time: clockText(clock, language), days: daysText(weekdays, language) }),
  );
}

/** The name of a time in a reply: "your bedtime" where it is the speaker's own. */
export function timeLabel(name: string, mine: boolean, language: Language): string {
  const event = eventOf(name);
  return event === null ? name : timeName({ name, person: mine ? "" : null }, language);
}
