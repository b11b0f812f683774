import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../items.ts";
import { isQuestion } from "../questions.ts";
import { withMinutesJoined } from "./several-times.ts";
import type { TimeExpression } from "./time-expression.ts";
import { type TimeComponent, type TimeRun, timeRuns } from "./time-runs.ts";
import { namesHomeEntity } from "./time-words.ts";
import { extractTime } from "./times.ts";
import { endsIn } from "./unread-times.ts";

/** An alarm or a reminder that is to be made. */
export interface AlarmIntent {
  readonly op: "ring";
  readonly name: string;
  readonly when: TimeExpression;
  readonly alarm: boolean;
}

/**
 * Reads a clause that makes a reminder or an alarm, with its time and purpose. Null if it is none, or if a word remains unused.
 * Times count at the edges of the clause and beside the word for the alarm; others belong to the purpose ("remind me at six
 * that the shop closes at seven").
 */
export function readAlarm(given: readonly Item[], source: string): AlarmIntent | null {
  const { items, runs } = timeRuns(given.some((item) => playsRole(item, "remind")) ? given : withMinutesJoined(given));
  const at = items.findIndex(isRinging);
  const ring = items[at];
  if (!ring || (isQuestion(items) && !begins(items, at))) return null;
  // "do I need to get up at six?"
  if (playsRole(ring, "rising") && items.slice(0, at).some((item) => playsRole(item, "is"))) return null;
  const end = ringEnd(items, at, runs);
  const alarm = items.slice(at, end).some((item) => playsRole(item, "alarm") || playsRole(item, "rising"));
  const chosen = chosenRuns(items, runs, at, end);
  const when = momentOf(items.slice(at, end), chosen);
  if (when === null) return null;
  const used = new Set(chosen.flatMap((run) => run.items));
  const before = items.slice(0, at).filter((item) => !used.has(item));
  // "I have to be up by seven, wake me then"
  const woke = (item: Item): boolean => playsRole(ring, "rising") && isRinging(item) && !playsRole(item, "remind");
  const after = items.slice(end).filter((item) => !used.has(item) && !woke(item));
  const reminds = items.slice(at, end).every((item) => playsRole(item, "remind"));
  // 我的闹钟是六点 tells when it is.
  if (!reminds && items.slice(end).some((item) => playsRole(item, "is") && playsRole(item, "yes"))) return null;
  // 六点叫我，算了六点半: another time is no purpose.
  const other = runs.some((run) => !chosen.includes(run) && run.items.some(({ measure }) => measure !== null));
  if (!reminds && other) return null;
  const told = items.slice(at + 1, end).some((item) => playsRole(item, "remind"));
  const name = reminds ? reminderName(before, after, source) : alarmName(ring, before, after, told, source);
  // A repeated reminder needs a purpose.
  if (name === null || (name === "" && reminds && when.kind === "interval")) return null;
  const woken = items.slice(at, end).some((item) => playsRole(item, "wake") || playsRole(item, "rising"));
  const meant = woken ? ofMorning(when) : reminds ? ofAfternoon(when) : when;
  // A reminder without a purpose is an alarm.
  return { op: "ring", name, when: meant, alarm: alarm || name === "" };
}

/** Whether the clause begins with the word for the alarm, so that it is no question: "alert me at six", "give me an alarm". */
function begins(items: readonly Item[], at: number): boolean {
  const first = items.findIndex((item) => !isMark(item) && !isFiller(item));
  return first === at || (first >= 0 && first < at && playsRole(items[first], "making"));
}

/** Whether an item is a word for an alarm or a reminder. */
function isRinging(item: Item): boolean {
  return item.home?.devices.length ? false : playsAnyRole(item, RINGING);
}

const RINGING = ["remind", "alarm", "rising", "timer"] as const;

/** Index behind the words for the alarm: 闹钟提醒我, "an alarm to wake me up". */
function ringEnd(items: readonly Item[], at: number, runs: readonly TimeRun[]): number {
  let end = at + 1;
  if (playsRole(items[at], "remind")) return end;
  for (let next = end; next < items.length; next += 1) {
    const item = items[next];
    if (!item) break;
    if (isRinging(item)) end = next + 1;
    else if (runs.some((run) => next >= run.from && next < run.to)) break;
    else if (!isLight(item) && !playsRole(item, "to") && !isMark(item)) break;
  }
  return end;
}

/** The runs for the time of the alarm: before the word, right after it, and at the end. Of two for one component the first counts. */
function chosenRuns(items: readonly Item[], runs: readonly TimeRun[], at: number, end: number): readonly TimeRun[] {
  const told = new Set<TimeComponent>();
  const chosen: TimeRun[] = [];
  const take = (run: TimeRun): void => {
    if (chosen.includes(run) || [...run.tells].some((tells) => told.has(tells))) return;
    for (const tells of run.tells) told.add(tells);
    chosen.push(run);
  };
  const leading = runs.filter((run) => run.to <= at);
  for (const run of leading) take(run);
  const beside = runs.find(
    (run) => run.from >= end && items.slice(end, run.from).every((item) => isLight(item) || isMark(item)),
  );
  // 晚上七点提醒我明天交作业: the time before the word counts.
  const settled = told.has("clock") || told.has("duration");
  if (beside && !(settled && items[at]?.first.kind === "character")) take(beside);
  const last = runs.at(-1);
  const ends =
    last !== undefined && last.from >= end && items.slice(last.to).every((item) => isMark(item) || isFiller(item));
  // "remind me that the shop closes at six" does not say when.
  const asks = items[at];
  const claims = asks !== undefined && endsIn(asks, "claims");
  // "at five to buy tickets for the 8th"
  const of = last !== undefined && chosen.length > 0 && playsRole(last.items[0], "for");
  if (last && ends && !claims && !of && !isNoun(last)) take(last);
  // "remind me to ring Anne at five about the party", 叫我起床 with its hour in between
  const within = runs.filter((run) => run.from >= end && run.tells.has("clock"));
  if (chosen.length === 0 && within.length === 1 && within[0] && !claims) take(within[0]);
  return [...chosen].sort((one, other) => one.from - other.from);
}

/** Whether a run is only a part of the day, and so a noun: "parents' evening". */
function isNoun({ items: [item], tells }: TimeRun): boolean {
  return tells.size === 1 && tells.has("part") && item?.first.kind === "word" && item.to - item.from === 1;
}

/** The time of the runs; null if a word of them is not used. */
function momentOf(ring: readonly Item[], runs: readonly TimeRun[]): TimeExpression | null {
  const words = runs.flatMap((run) => run.items);
  // Unused words would leave it ambiguous.
  const { when, lasting, rest } = extractTime([...ring, ...words]);
  if (when === null || when.kind === "for" || when.kind === "until" || lasting !== null) return null;
  const left = rest.filter((item) => !ring.includes(item));
  return left.every((item) => isMark(item) || isSmall(item)) ? when : null;
}

/** The purpose of a reminder: the items after the word, or in front of it (开会提醒我). Null if there is none. */
function reminderName(before: readonly Item[], after: readonly Item[], source: string): string | null {
  if (before.some(isTaken)) return null;
  // 把两点的提醒删掉: a removal is no purpose.
  if (after.some(isTakenAway) && after.every((item) => isTakenAway(item) || isLight(item) || isMark(item))) return null;
  const lead = before.filter((item) => !isLight(item) && !isMark(item));
  // 提醒我吃药，别忘了
  const urges = after.findLastIndex(isMark);
  const urged =
    urges > 0 && after.slice(urges).every((item) => isMark(item) || playsRole(item, "making") || isFiller(item));
  const told = urged ? after.slice(0, urges) : after;
  const said = trimmed(told.filter((item) => !isMark(item) || told.indexOf(item) < told.length - 1));
  if (lead.length === 0) return textOf(withGoing(said, told), source);
  const han = lead.every((item) => item.first.kind !== "word");
  return said.length === 0 && han ? textOf(trimmed(lead), source) : null;
}

/** Adds a verb of going to the purpose: 去学校接人, not only 学校接人. */
function withGoing(said: readonly Item[], told: readonly Item[]): readonly Item[] {
  const [first] = said;
  const before = first && told[told.indexOf(first) - 1];
  return before?.grammar.going?.has(before.text) === true ? [before, ...said] : said;
}

/** The purpose of an alarm; null if words say something else. `told`: "to remind me to" introduces it. */
function alarmName(
  ring: Item,
  before: readonly Item[],
  given: readonly Item[],
  told: boolean,
  source: string,
): string | null {
  const after = withoutWarning(given);
  if ([...before, ...after].some(isTaken) || before.some(isDone)) return null;
  const named = before.filter((item) => !isLight(item) && !isMark(item) && !playsRole(item, "of"));
  if (!named.every(isNameWord) || !isBeside(named, before, ring)) return null;
  // "I usually wake up at seven" is a statement.
  if (named.length > 0 && playsRole(ring, "rising")) return null;
  // 七点的闹钟响了 is a statement; 七点叫我开会 and 设个七点的闹钟开会 are commands.
  const purpose = told ? trimmed(after) : purposeOf(after, !playsRole(ring, "calls") && !before.some(isSetting));
  // 七点半响铃，工作日都响: days are no purpose.
  if (purpose?.some(isRepeating)) return null;
  if (purpose === null || purpose.some(lasts) || commands(purpose) || (named.length > 0 && purpose.length > 0))
    return null;
  return textOf(named.length > 0 ? named : purpose, source);
}

/** Whether an item says that it was done before: 设了. */
function isDone(item: Item, at: number, items: readonly Item[]): boolean {
  return endsIn(item, "done") && at > 0 && isSetting(items[at - 1]);
}

function isSetting(item: Item | undefined): boolean {
  return item?.lex?.acts.includes("set") === true || playsRole(item, "making");
}

/** Whether the name stands right before the word for the alarm: "the dentist alarm", 开会的闹钟. */
function isBeside(named: readonly Item[], before: readonly Item[], ring: Item): boolean {
  const [first] = named;
  if (!first) return true;
  const from = before.indexOf(first);
  if (before.slice(from).some((item) => !named.includes(item) && !playsRole(item, "of"))) return false;
  return ring.first.kind === "character" || before.at(-1)?.to === ring.from;
}

/** The purpose behind an alarm, without its introduction; null if nothing introduces it. `told`: only a mark can. */
function purposeOf(after: readonly Item[], told: boolean): readonly Item[] | null {
  const rings = after.findLastIndex((item) => playsRole(item, "rings"));
  const heads =
    rings >= 0 && after.slice(0, rings).every((item) => isLight(item) || isMark(item) || playsRole(item, "to"));
  const from = heads ? rings + 1 : 0;
  const first = after.findIndex((item, at) => at >= from && (!isLight(item) || belongs(after, at)) && !isMark(item));
  if (first < 0) return [];
  const [item, before] = [after[first], after[first - 1]];
  if (!item) return [];
  const introduced =
    (item.first.kind !== "word" && !told) ||
    playsAnyRole(item, INTRODUCING) ||
    (before !== undefined && (isMark(before) || playsAnyRole(before, INTRODUCING)));
  if (!introduced) return null;
  const named = playsRole(item, "named");
  return trimmed(after.slice(named || playsRole(item, "purpose") ? first + 1 : first));
}

const INTRODUCING = ["for", "to", "purpose", "named"] as const;

/** Whether an item is a unit of days: "for the whole week" is no purpose. */
function lasts({ lex }: Item): boolean {
  return lex?.unit === "day" || lex?.unit === "week";
}

/** Whether items command a device, so that they are no purpose. */
function commands(items: readonly Item[]): boolean {
  const acts = items.some(({ lex }) => (lex?.acts.length ?? 0) + (lex?.changes.length ?? 0) > 0);
  const things = items.some(
    (item) =>
      namesHomeEntity(item) ||
      (item.lex?.kinds.length ?? 0) > 0 ||
      playsRole(item, "everything") ||
      playsRole(item, "it"),
  );
  return acts && things;
}

function isRepeating({ lex }: Item): boolean {
  return lex?.roles.length === 0 && lex.time.some(({ kind }) => kind === "weekday");
}

function isTakenAway(item: Item): boolean {
  return playsRole(item, "cancel") || playsRole(item, "delete");
}

/** Drops a warning at the end: 六点叫我，别睡过了; "…, or else I'll be late". */
function withoutWarning(items: readonly Item[]): readonly Item[] {
  const mark = items.findLastIndex(isMark);
  const [first, ...rest] = items.slice(mark + 1);
  if (mark < 0 || !first || !(playsRole(first, "not") || playsRole(first, "otherwise"))) return items;
  const plain = rest.every((item) => !isRinging(item) && item.measure === null && (item.lex?.time.length ?? 0) === 0);
  return plain && rest.some(isUnknown) && !namesHomeEntity(first) ? items.slice(0, mark) : items;
}

/** Whether an item rules out a new alarm: words that remove, bound or ask. */
function isTaken(item: Item): boolean {
  return playsAnyRole(item, TAKEN) && !namesHomeEntity(item);
}

const TAKEN = [
  "not",
  "cancel",
  "if",
  "unless",
  "until",
  "changing",
  "remaining",
  "pausing",
  "except",
  "exceptBehind",
  "past",
  "or",
  "whenever",
  "other",
  "ofDate",
] as const;

/** Whether an item only says that the alarm shall be made. */
function isLight(item: Item): boolean {
  if (item.measure || namesHomeEntity(item)) return false;
  if (isFiller(item) || playsAnyRole(item, LIGHT)) return true;
  const acts = item.lex?.acts ?? [];
  return acts.length > 0 && acts.every((act) => act === "set" || act === "start" || act === "on");
}

const LIGHT = ["article", "making", "add", "more", "object", "polite", "both", "thing", "again", "rings"] as const;

function isFiller(item: Item): boolean {
  return playsRole(item, "filler");
}

/** Whether an item is a preposition or conjunction that may remain unused. */
function isSmall(item: Item): boolean {
  const { lex } = item;
  if (!lex || item.measure || lex.time.length > 0 || namesHomeEntity(item)) return false;
  return isFiller(item) || playsAnyRole(item, SMALL);
}

const SMALL = ["at_time", "near_time", "article", "of", "in", "for", "and", "only"] as const;

/** Whether an item can be part of a name: no verb, amount or time. */
function isNameWord(item: Item): boolean {
  if (isMark(item) || item.measure || namesHomeEntity(item) || (item.lex?.kinds.length ?? 0) > 0) return false;
  if (playsRole(item, "yes") || playsRole(item, "no") || playsRole(item, "to")) return false;
  if (isUnknown(item) || !item.lex) return true;
  return item.lex.acts.length + item.lex.time.length + item.lex.states.length === 0;
}

function trimmed(items: readonly Item[]): readonly Item[] {
  const outer = (item: Item | undefined): boolean =>
    item !== undefined &&
    item.home === null &&
    (isMark(item) || playsAnyRole(item, OUTER)) &&
    (item.lex?.acts.length ?? 0) === 0;
  let from = 0;
  let to = items.length;
  while (from < to && outer(items[from]) && !belongs(items, from)) from += 1;
  while (to > from && outer(items[to - 1])) to -= 1;
  return items.slice(from, to);
}

/** Whether an item belongs to the unknown word behind it: 给我妈打电话. */
function belongs(items: readonly Item[], at: number): boolean {
  const [item, next] = [items[at], items[at + 1]];
  if (item === undefined || next === undefined || !isUnknown(next) || next.from !== item.to) return false;
  // 喂猫: 喂 is a verb there.
  return playsRole(item, "forMe") || playsRole(item, "hailing");
}

const OUTER = ["article", "filler", "to", "of", "for", "and"] as const;

/** The text of the items as it was said; gaps are left out. */
function textOf(items: readonly Item[], source: string): string {
  let text = "";
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    const { start, kind } = item.first;
    const joint = before?.to === item.from ? source.slice(before.end, start) : kind === "character" ? "" : " ";
    text += (before ? joint : "") + source.slice(start, item.end);
  }
  return text.trim();
}

/** Reads a wake-up time as one in the morning. */
function ofMorning(when: TimeExpression): TimeExpression {
  if (when.kind !== "at" || when.exact || when.day === 0) return when;
  return when.hour >= FIRST_WAKING && when.hour < 12 ? { ...when, exact: true } : when;
}

/** Reads the small hours of another day as the afternoon: a reminder at three. Today the next one counts. */
function ofAfternoon(when: TimeExpression): TimeExpression {
  if (when.kind !== "at" || when.exact || when.day === 0 || when.hour === 0 || when.hour >= FIRST_WAKING) return when;
  const dated = when.day !== null || when.date !== null || when.weekdays.length > 0;
  return dated ? { ...when, hour: when.hour + 12, exact: true } : when;
}

/** First hour of the morning; earlier hours are at night. */
const FIRST_WAKING = 5;
