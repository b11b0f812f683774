import { type Language, messages, packOf } from "../../../language/index.ts";
import type { MemoryEntry } from "../../../people/memory/index.ts";
import { expandPreferences } from "../../../understanding/memory/expand-preferences.ts";
import { expandNamedTimes, type ZonedContext } from "../../../understanding/memory/expand-times.ts";
import type { LocalReply, LocalRequest } from "../../contract.ts";
import { localReply } from "../execution/undo.ts";
import { timeLabel, timesNamed, timeTexts } from "./recall.ts";

/** A sentence with remembered times and preferences in place of their names. */
export interface SubstitutedText {
  readonly text: string;
  /** Sentences that tell what was substituted. */
  readonly notes: readonly string[];
}

/**
 * Puts remembered times and preferences into a sentence in place of their names.
 * @returns a reply where the name is unknown or ambiguous; null where the sentence has no such name
 */
export function substituteRemembered(
  { text, language, plainOnly }: LocalRequest,
  entries: readonly MemoryEntry[],
  dialogue: ZonedContext,
): SubstitutedText | LocalReply | null {
  const { memory } = messages(language);
  const liked = expandPreferences(
    text,
    entries.filter((entry) => entry.kind === "preference"),
    dialogue,
  );
  if (liked?.kind === "unknown") return plainOnly ? null : failedReply(memory.noPreference({ place: liked.place }));
  const plain = liked?.text ?? text;
  const times = entries.filter((entry) => entry.kind === "time");
  const known = times.filter((entry) => timesNamed(entry.name, times).includes(entry));
  const isMine = (name: string): boolean => known.some((entry) => entry.name === name && entry.person !== null);
  const timed = expandNamedTimes(plain, known, dialogue);
  switch (timed?.kind) {
    case undefined:
      return liked ? { text: plain, notes: [] } : null;
    case "put": {
      const notes = timed.used.map(({ name, ...time }) =>
        memory.takenAs({
          name: timeLabel(name, isMine(name), language),
          time: timeTexts([time], language).join(""),
        }),
      );
      return { text: timed.text, notes };
    }
    case "which": {
      const name = timeLabel(timed.name, isMine(timed.name), language);
      return failedReply(memory.whichDay({ name, times: timeTexts(timed.times, language) }));
    }
    case "unknown": {
      const what = memory.event({ event: timed.event, mine: true });
      return plainOnly ? null : failedReply(memory.unknownTime({ what, example: memory.exampleTime }));
    }
    default:
      return timed satisfies never;
  }
}

/** A reply to a request that was not done. */
export function failedReply(text: string): LocalReply {
  return { ...localReply(text, [], []), failed: true };
}

/** Adds what was substituted to the reply of a request that was done: before a question, behind anything else. */
export function withSubstitutions(done: LocalReply, told: readonly string[], language: Language): LocalReply {
  if (done.failed === true || (done.refused ?? 0) > 0 || told.length === 0) return done;
  const texts = done.expectsReply ? [...told, done.reply] : [done.reply, ...told];
  return { ...done, reply: packOf(language).grammar.sentences(texts) };
}
