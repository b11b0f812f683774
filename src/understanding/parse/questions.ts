import type { DeviceState } from "../../language/index.ts";
import type { LexicalMeaning, WordRole } from "../lexicon/types.ts";
import { memoizeEach } from "../memoize.ts";
import { isQuestionWord } from "./clauses/stretch-features.ts";
import type { Frame } from "./frame.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "./items.ts";
import { isNaming, isPlaceName, namesDevice, namesKind, namesPlace, namesTarget } from "./senses.ts";

/** Whether a stretch is a question: it begins with "is" or a question word, or ends in a question particle. Memoised. */
export const isQuestion: (items: readonly Item[]) => boolean = memoizeEach(asks, 4);

function asks(items: readonly Item[]): boolean {
  let start: Item | undefined;
  let last: Item | undefined;
  let count = 0;
  let asked = false;
  let or = false;
  let polite = false;
  for (const item of items) {
    if (isMark(item)) continue;
    count += 1;
    last = item;
    if (start === undefined && !playsAnyRole(item, BEFORE)) start = item;
    asked ||= isQuestionWord(item) && (item.grammar.asksInPlace || playsRole(item, "yesNo"));
    or ||= playsRole(item, "or");
    polite ||= playsRole(item, "polite");
  }
  if (!start) return false;
  if (asked) return !isPolite(items) || items.some((item) => isQuestionWord(item) && isAmount(item));
  if (or && asksWhether(items.filter((item) => !isMark(item)))) return true;
  if (asksReading(items) || (polite && asksAbility(items))) return true;
  if (count > 1 && playsRole(last, "asksAtEnd")) return true;
  if (start.grammar.asksFirst && (playsRole(start, "is") || isQuestionWord(start))) return true;
  if (playsRole(start, "anyAtAll") && asksIfAny(items)) return true;
  if (!start.lex?.acts.includes("tell")) return false;
  // "give me red on the strip" orders it.
  return !(playsRole(start, "ordering") && items.some(({ lex }) => lex !== null && (lex.color ?? lex.kelvin) !== null));
}

/** Roles that may come before the question word. */
const BEFORE = ["filler", "and"] as const;

/** A question without a verb: "any lights on", "anybody in the gym", "anything still open upstairs". */
function asksIfAny(items: readonly Item[]): boolean {
  const stated = items.some(({ lex, home }) => (lex?.states.length ?? 0) + (home?.props.length ?? 0) > 0);
  return stated && items.every(({ lex, measure }) => measure === null && (lex === null || mayStandInQuestion(lex)));
}

/** Whether a word can be part of such a question: no act, no value. */
function mayStandInQuestion({ acts, changes, level, color, kelvin, states }: LexicalMeaning): boolean {
  return (
    states.length > 0 || (acts.length + changes.length === 0 && level === null && color === null && kelvin === null)
  );
}

/** A question that only names a measured property and a place: "co2 in the office", 阳台温度. */
function asksReading(items: readonly Item[]): boolean {
  let measured = 0;
  let placed = 0;
  for (const item of items) {
    if (isMark(item)) continue;
    if (measures(item)) measured += 1;
    else if (namesPlace(item) || namesDevice(item) || namesKind(item)) placed += 1;
    else if (!isLinking(item)) return false;
  }
  return measured === 1 && placed > 0;
}

/** Types of read-only properties: naming one can't mean to set it. */
const MEASURED: ReadonlySet<string> = new Set([
  "temperature",
  "relative-humidity",
  "co2-density",
  "pm2.5-density",
  "tvoc-density",
  "hcho-density",
  "battery-level",
  "illumination",
  "electric-power",
]);

function measures({ lex, measure }: Item): boolean {
  if (!lex || measure !== null || lex.acts.length + lex.changes.length + lex.states.length > 0) return false;
  return lex.props.some((type) => MEASURED.has(type));
}

function isLinking({ lex, home, measure }: Item): boolean {
  if (!lex || home || measure || lex.acts.length + lex.changes.length + lex.props.length + lex.states.length > 0)
    return false;
  return lex.roles.some((role) => LINKING.has(role));
}

const LINKING: ReadonlySet<string> = new Set(["in", "of", "article", "at_time", "on", "filler", "polite", "for", "it"]);

/** Whether an item asks for an amount: 空调最低能调到多少度 is a question in spite of 能. */
function isAmount(item: Item): boolean {
  return item.grammar.asksInPlace && !playsRole(item, "yesNo");
}

/** Whether words ask between alternatives: 是开的还是关的. */
function asksWhether(words: readonly Item[]): boolean {
  const or = words.findIndex((item) => playsRole(item, "or") && item.first.kind === "character");
  if (or < 1) return false;
  if (words.some((item) => playsRole(item, "object"))) return false;
  // 是升着还是降着, 开空调还是开风扇
  const does = ({ lex }: Item): boolean => (lex?.acts.length ?? 0) > 0;
  if (words.slice(0, or).some(does) && words.slice(or + 1).some(saysHow)) return true;
  // 空调现在制冷还是制热
  if (!words.some(does) && isListed(words[or - 1]) && isListed(words[or + 1])) return true;
  const states = words.slice(0, or).some(({ lex }) => (lex?.states.length ?? 0) > 0 && lex?.acts.length === 0);
  return states && words.slice(or + 1).some(saysHow);
}

/** A value of some list: 制冷. */
function isListed(item: Item | undefined): boolean {
  return (item?.lex?.listed.length ?? 0) + (item?.home?.listed.length ?? 0) > 0;
}

function saysHow({ lex }: Item): boolean {
  return (lex?.states.length ?? 0) + (lex?.acts.length ?? 0) > 0;
}

/** Whether words ask about an ability: 空调能不能除湿, without a verb that requests it. */
function asksAbility(words: readonly Item[]): boolean {
  const at = words.findIndex((item) => item.first.kind === "character" && playsRole(item, "polite"));
  if (at < 1 || !words.slice(0, at).some(namesTarget) || !words.slice(0, at).every(isNaming)) return false;
  const rest = words.slice(at + 1);
  const can = rest.some(({ lex }) => lex !== null && (lex.listed.length > 0 || lex.roles.includes("doing")));
  return (
    can &&
    rest.every((item) => item.measure === null && !namesTarget(item) && !playsRole(item, "object") && !asksFor(item))
  );
}

/** Whether an item makes a request: a verb, an amount, a particle such as 调到, 一点, 一下. */
function asksFor(item: Item): boolean {
  const { lex } = item;
  if (!lex || lex.listed.length > 0 || lex.roles.includes("doing")) return false;
  return lex.acts.length + lex.changes.length > 0 || playsRole(item, "little") || playsRole(item, "filler");
}

/**
 * Whether words with a question mark ask for a state: 车库门关了吧, "heater on in the study". With 把, 帮我, a verb or courtesy
 * they are a request.
 * @param courteous the sentence ends in courtesy, which is not among the words
 */
export function tellsState(words: readonly Item[], courteous: boolean): boolean {
  if (words.some(({ grammar }) => grammar.asksFirst)) return !courteous && isThingInState(words);
  const stated = words.some(({ first, lex }) => first.kind === "character" && (lex?.states.length ?? 0) > 0);
  return stated && !words.some((item) => playsRole(item, "object") || playsRole(item, "polite"));
}

function isThingInState(words: readonly Item[]): boolean {
  const said = words.filter((item) => !isMark(item) && !playsRole(item, "article") && !playsRole(item, "in"));
  const states = said.filter(({ lex, home }) => (lex?.states.length ?? 0) > 0 && home?.devices.length !== 1);
  const [state] = states;
  if (!state || states.length > 1 || said[0] === state) return false;
  return said.every((item) => item === state || (item.measure === null && (namesTarget(item) || isPlaceName(item))));
}

/** Whether a question is a polite request: "能帮我开灯吗". */
function isPolite(words: readonly Item[]): boolean {
  return (
    words.some((item) => playsRole(item, "polite")) &&
    words.some(({ lex }) => (lex?.acts.length ?? 0) > 0 && !lex?.acts.includes("tell"))
  );
}

/** What kind of question a frame is. */
export function askingOf(frame: Frame): NonNullable<Frame["asking"]> {
  const has = (role: WordRole): boolean => frame.items.some((item) => playsRole(item, role));
  const acts = (act: "locate" | "tell"): boolean => frame.items.some(({ lex }) => lex?.acts.includes(act) ?? false);
  if (has("why")) return "why";
  if (has("since")) return "since";
  const states = frame.states.length > 0;
  const kinds = frame.heads.some(({ type }) => type === "kind");
  if (has("howMany") && (states || kinds) && frame.props.length === 0) return "howMany";
  if (has("which")) return "which";
  if (has("where") || acts("locate")) return "where";
  const what = has("what") || has("how");
  if (what && states && frame.props.length === 0 && frame.heads.length <= 1 && !has("yesNo")) return "which";
  // "What level is the fan on"
  if (what && frame.props.length > 0 && frame.states.every((state) => state === "on") && !has("yesNo")) return "value";
  if (!states && frame.alternatives && frame.values.length > 1) return "value";
  if (!states && (what || (acts("tell") && !has("yesNo")))) return "value";
  if (!states && asksReading(frame.items)) return "value";
  const quantifier = frame.heads[0]?.quantifier;
  if (quantifier === "all") return "all";
  if (quantifier == null && asksOfEach(frame)) return "all";
  const any = has("isThereAny") && frame.heads.every(({ type }) => type === "kind");
  return quantifier === "any" || any ? "any" : "polar";
}

/** Whether a question is about all of them: "are the doors locked"; "are the lights on" asks for any. */
function asksOfEach({ heads, states }: Frame): boolean {
  const [head, ...others] = heads;
  if (head?.type !== "kind" || !head.plural || !head.definite || others.length > 0) return false;
  return states.length > 0 && states.every((state) => OF_EACH.has(state));
}

const OF_EACH: ReadonlySet<DeviceState> = new Set<DeviceState>(["off", "closed", "locked", "offline"]);
