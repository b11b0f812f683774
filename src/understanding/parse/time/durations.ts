import { lexicon } from "../../lexicon/lexicon.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { previousWord } from "./time-words.ts";

/** Durations in a clause, in seconds; null if not said. */
export interface Durations {
  readonly delay: number | null;
  readonly lasting: number | null;
  readonly every: number | null;
}

/** Extracts delays ("in 10 minutes", "半小时后"), lengths ("for an hour") and intervals ("every hour"). Adds their words to `used`. */
export function extractDurations(items: readonly Item[], used: Set<Item>): Durations {
  const result: { -readonly [Kind in keyof Durations]: Durations[Kind] } = { delay: null, lasting: null, every: null };
  for (const [at, item] of items.entries()) {
    const seconds = item.measure?.kind === "duration" ? item.measure.seconds : UNIT_SECONDS.get(item.lex?.unit ?? "");
    const found = seconds === undefined ? null : durationAt(items, at);
    if (!found || seconds === undefined || result[found.kind] !== null) continue;
    // "hour" without a number is a duration only in "every hour".
    if (item.measure === null && found.kind !== "every") continue;
    result[found.kind] = seconds;
    for (const word of [item, ...found.words]) used.add(word);
  }
  return result;
}

/** Units that may stand alone after "every". */
const UNIT_SECONDS: ReadonlyMap<string, number> = new Map([
  ["minute", 60],
  ["hour", 3600],
]);

/** Shortest interval, in seconds. */
const SHORTEST_BEAT = 60;

interface FoundDuration {
  readonly kind: keyof Durations;
  /** The words that tell the kind. */
  readonly words: readonly Item[];
}

/** The meaning of the duration at an index. */
function durationAt(items: readonly Item[], at: number): FoundDuration | null {
  const item = items[at];
  if (!item) return null;
  const before = previousWord(items, at);
  const after = items[at + 1];
  // "on" stands for "every" before a day only.
  if (before && playsRole(before, "every") && !playsRole(before, "at_time")) {
    const fast = item.measure?.kind === "duration" && item.measure.seconds < SHORTEST_BEAT;
    return fast ? null : { kind: "every", words: [before] };
  }
  const prefixed =
    before !== undefined && (playsRole(before, "in_time") || lexicon().timeWords.through.has(before.text));
  if (after && playsRole(after, "after")) return { kind: "delay", words: prefixed ? [after, before] : [after] };
  if (prefixed && !(playsRole(before, "by") && !playsRole(before, "in_time")))
    return { kind: "delay", words: [before] };
  if (before?.grammar.durationsLed && playsRole(before, "for")) return { kind: "lasting", words: [before] };
  const ends = items.slice(at + 1).every((next) => isMark(next) || playsRole(next, "filler"));
  const lasts =
    !item.grammar.durationsLed &&
    ends &&
    items.slice(0, at).some((each) => each.lex?.acts.some((act) => act === "open" || act === "on" || act === "mute")) &&
    !items.some((each) => each.lex?.props.length);
  return lasts ? { kind: "lasting", words: [] } : null;
}
