import { type Language, messages, packOf } from "../../../language/index.ts";
import type { MemoryEntry } from "../../../people/memory/index.ts";
import { withLikes } from "../../../understanding/remembering/used-likes.ts";
import { withTimes, type Zoned } from "../../../understanding/remembering/used-times.ts";
import type { LocalReply, LocalRequest } from "../../contract.ts";
import { reply } from "../settle.ts";
import { calledTime, eachTime, timesCalled } from "./recalling.ts";

/** A sentence with remembered times and preferences in place of their names. */
export interface Meant {
  readonly text: string;
  /** Sentences that tell what was substituted. */
  readonly told: readonly string[];
}

/**
 * Puts remembered times and preferences into a sentence in place of their names.
 * @returns a reply where the name is unknown or ambiguous; null where the sentence has no such name
 */
export function meantBy(
  { text, language, plainOnly }: LocalRequest,
  entries: readonly MemoryEntry[],
  situation: Zoned,
): Meant | LocalReply | null {
  const { memory } = messages(language);
  const liked = withLikes(
    text,
    entries.filter((entry) => entry.kind === "preference"),
    situation,
  );
  if (liked?.kind === "unknown") return plainOnly ? null : failed(memory.noPreference({ place: liked.place }));
  const plain = liked?.text ?? text;
  const times = entries.filter((entry) => entry.kind === "time");
  const known = times.filter((entry) => timesCalled(entry.name, times).includes(entry));
  const isMine = (name: string): boolean => known.some((entry) => entry.name === name && entry.person !== null);
  const timed = withTimes(plain, known, situation);
  switch (timed?.kind) {
    case undefined:
      return liked ? { text: plain, told: [] } : null;
    case "put": {
      const told = timed.used.map(({ name, ...time }) =>
        memory.takenAs({
          name: calledTime(name, isMine(name), language),
          time: eachTime([time], language).join(""),
        }),
      );
      return { text: timed.text, told };
    }
    case "which": {
      const name = calledTime(timed.name, isMine(timed.name), language);
      return failed(memory.whichDay({ name, times: eachTime(timed.times, language) }));
    }
    case "unknown": {
      const what = memory.event({ event: timed.event, mine: true });
      return plainOnly ? null : failed(memory.unknownTime({ what, example: memory.exampleTime }));
    }
    default:
      return timed satisfies never;
  }
}

/** A reply to a request that was not done. */
export function failed(text: string): LocalReply {
  return { ...reply(text, [], []), failed: true };
}

/** Adds what was substituted to the reply of a request that was done: before a question, behind anything else. */
export function withTold(done: LocalReply, told: readonly string[], language: Language): LocalReply {
  if (done.failed === true || (done.refused ?? 0) > 0 || told.length === 0) return done;
  const texts = done.expectsReply ? [...told, done.reply] : [done.reply, ...told];
  return { ...done, reply: packOf(language).grammar.sentences(texts) };
}
