import { lexicon } from "../../lexicon/lexicon.ts";
import { type Act, emptyLexicalMeaning, type WordRole } from "../../lexicon/types.ts";
import { modifierRoles } from "../command-modifiers.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../items.ts";
import { anyHasMeasure } from "../role-index.ts";
import { namesTarget } from "../senses.ts";

/**
 * Rewrites a running time as two commands: 空调再吹一小时就关 and 空调开到十点 become "空调开, 一小时后关" and "空调开, 十点关".
 * Only in languages whose durations need no preposition; other sentences are returned unchanged.
 */
export function withRunningTime(items: readonly Item[]): readonly Item[] {
  const at = anyHasMeasure(items) ? items.findIndex(isLength) : -1;
  const length = items[at];
  if (!length || length.grammar.durationsLed || items.slice(at + 1).some(isLength)) return items;
  if (items.some((item) => playsAnyRole(item, BINDING)) || items.slice(0, -1).some(isMark)) return items;
  const run = runBefore(items, at, length.measure?.kind === "clock");
  if (!run || !items.slice(0, run.from).some(namesTarget)) return items;
  const tail = items.slice(at + 1).filter((item) => !isSmall(item));
  const [ending, ...others] = tail;
  if (others.length > 0 || (ending && !ends(ending))) return items;
  // 空调开一个小时 restores the state before; 空调再开一个小时 only ends.
  if (!ending && length.measure?.kind === "duration" && !run.more)
    return run.on ? items : [...items.slice(0, run.from), acting(length, "on"), ...items.slice(run.to)];
  const off = ending ?? acting(length, "off");
  const moment = length.measure?.kind === "duration" ? [length, behind(length)] : items.slice(run.to, at + 1);
  const marks = items.slice(at + 1).filter(isMark);
  return [...items.slice(0, run.from), run.on ?? acting(length, "on"), ...moment, off, ...marks];
}

/** With one of these roles it is no plain command. */
const BINDING = modifierRoles("negation", "condition", "repetition", "ringing", "report");

function isLength({ measure }: Item): boolean {
  return measure?.kind === "duration" || measure?.kind === "clock";
}

interface Run {
  /** The word that turns it on; null if a word only says that it runs. */
  readonly on: Item | null;
  /** Where the words begin and end. */
  readonly from: number;
  readonly to: number;
  /** 再, 多: from now on. */
  readonly more: boolean;
}

/** The word for running before a duration, or, with 到, before a time of day. */
function runBefore(items: readonly Item[], at: number, until: boolean): Run | null {
  let to = at;
  while (until && (items[to - 1]?.lex?.time.length ?? 0) > 0) to -= 1;
  let from = to - 1;
  if (until) {
    const [item, before] = [items[from], items[from - 1]];
    if (item && isRunning(item.text.slice(0, -1)) && !playsRole(item, "to") && (item.lex?.to ?? false))
      return { on: null, from, to, more: false };
    if (!item || !playsRole(item, "to") || !before || !isRunning(before.text)) return null;
    return { on: null, from: from - 1, to, more: false };
  }
  while (items[from] && (playsRole(items[from], "filler") || playsRole(items[from], "by")) && !turnsOn(items[from]))
    from -= 1;
  const item = items[from];
  if (!item) return null;
  const more = [from - 1, from + 1].some((place) => {
    const beside = items[place];
    return place < at && beside !== undefined && (playsRole(beside, "by") || playsRole(beside, "more"));
  });
  const begins = more && playsRole(items[from - 1], "by") ? from - 1 : from;
  if (turnsOn(item)) return { on: item, from: begins, to, more };
  return isRunning(item.text) ? { on: null, from: begins, to, more } : null;
}

function isRunning(text: string): boolean {
  return lexicon().timeWords.running.has(text);
}

function turnsOn(item: Item | undefined): boolean {
  return item?.lex?.acts.some((act) => act === "on" || act === "open" || act === "start") ?? false;
}

/** Whether an item is a particle: 就, 后, 自动. */
function isSmall(item: Item): boolean {
  const acts = item.lex?.acts.length ?? 0;
  if (isMark(item) || lexicon().timeWords.closing.has(item.text)) return true;
  return acts === 0 && (playsAnyRole(item, SMALL) || (item.lex?.listed.includes("auto") ?? false));
}

const SMALL: readonly WordRole[] = ["consequence", "after", "filler", "by", "tells", "next_clause"];

function ends(item: Item): boolean {
  return item.lex?.acts.some((act) => act === "off" || act === "close" || act === "stop") ?? false;
}

/** An item for an act at the position of `item`, without text. */
function acting(item: Item, act: Act): Item {
  return { ...item, lex: { ...emptyLexicalMeaning(), acts: [act] }, home: null, measure: null, text: "", said: "" };
}

/** 后 behind a duration. */
function behind(item: Item): Item {
  const [word = ""] = lexicon().timeWords.after;
  return {
    ...item,
    lex: { ...emptyLexicalMeaning(), roles: ["after"] },
    home: null,
    measure: null,
    text: word,
    said: "",
  };
}
