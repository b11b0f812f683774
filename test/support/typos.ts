import type { HomeIndex } from "../../src/assistant/local/index.ts";
import { lexicon } from "../../src/understanding/lexicon/lexicon.ts";
import type { TimerIntent } from "../../src/understanding/parse/time/timers.ts";
import type { PlannedEffects, SentenceStep, Understanding } from "../../src/understanding/plan.ts";
import type { PlanRequest } from "../../src/understanding/plans/request.ts";
import { normalise, type Token, tokenise } from "../../src/understanding/text/tokens.ts";

/** A sentence with one thing wrong in it. */
export interface Typo {
  readonly text: string;
  /** Where in the text what is wrong stands; empty where something is left out. */
  readonly from: number;
  readonly to: number;
}

/** What may be typed by mistake, besides the characters that are there. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Characters that sound or look like one another: what an input method or a speech recogniser takes for each other. */
const ALIKE: readonly string[] = (
  "灯登等瞪 开凯揩 关官观管 打大搭 调掉条 空控孔 客课刻 厅听停 卧我握 室是试市 厨除橱 房方放防 窗床闯创 帘连联脸 台抬太 主煮住 次刺词 " +
  "书输树 阳样羊 风疯封 扇善闪 机鸡几 电店点 视试 热惹 水睡 器起气 加家佳 湿失施 净静近 化话画 锁所 门们闷 插差叉 座坐做 音因阴 " +
  "箱响向 温问文 度肚 亮量凉 暗按安 高告 低底滴 全权 有又友右 了乐 三伞 二儿 半办 分芬 钟中种 后候 吸西希 顶定 床窗 头投 夜叶 " +
  "玄悬 把吧爸 小晓少 落洛 地弟 立力 冷愣 所锁 都豆 个各 扫少 人仁 卫为 间见 浴玉 霸把 洗喜 衣一 晾亮 架家 饭反 煲包 壶胡 " +
  "汽气 车扯 百白 成城 最嘴 设社 到道 别憋 不布 如入 果国 每没 天田 早找 晚万 上尚 下夏 里李 外歪 除出 两亮 四死 五午 六刘 七其 八吧 九久 十时"
).split(" ");

/** Every sentence with one thing wrong in it: a character changed, added, left out, or two swapped. */
export function typosOf(text: string): Typo[] {
  const typos: Typo[] = [];
  const put = (at: number, instead: string, skip: number): void => {
    const wrong = text.slice(0, at) + instead + text.slice(at + skip);
    if (wrong !== text) typos.push({ text: wrong, from: at, to: at + instead.length });
  };
  for (let at = 0; at < text.length; at += 1) {
    const here = text.charAt(at);
    const next = text.charAt(at + 1);
    put(at, "", 1);
    if (next !== "" && next !== here) put(at, next + here, 2);
    put(at, here + here, 1);
    for (const other of othersFor(here)) put(at, other, 1);
    if (!isHan(here)) for (const other of `${LETTERS} `) put(at, other, 0);
  }
  return typos;
}

function othersFor(character: string): string[] {
  if (/[a-z ]/i.test(character)) return [...LETTERS];
  return ALIKE.filter((group) => group.includes(character))
    .flatMap((group) => [...group])
    .filter((other) => other !== character);
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character);
}

/**
 * Whether what is wrong is itself something that is said: a phrase of the language or of this home, or a number, reaches
 * over it; or a Chinese character is left out that was a word by itself ("别"), or that leaves one ("台灯" → "灯"). Then
 * another thing was said, and nobody can know that it was not meant.
 */
export function isAnotherWord(correct: string, { text, from, to }: Typo, index: HomeIndex): boolean {
  const tokens = tokenise(normalise(text));
  const touched = tokens.map((token) => isTouched(token, from, to, text));
  const phrases = phrasesOf(tokens, index);
  if (phrases.some(([start, end]) => touched.slice(start, end).includes(true))) return true;
  if (tokens.some(({ kind }, at) => touched[at] && kind === "number" && isPlainNumber(text, from))) return true;
  // A number that is left out was a word by itself.
  if (from === to && /\d/.test(correct.charAt(from))) return true;
  return from === to && isHan(correct.charAt(from)) && isShorterWord(correct, from, index);
}

/** Whether a character that is left out was a whole word or number, or leaves another one. */
function isShorterWord(correct: string, at: number, index: HomeIndex): boolean {
  const { numbers } = lexicon();
  if (numbers.has(correct.charAt(at)) && [at - 1, at + 1].some((beside) => numbers.has(correct.charAt(beside))))
    return true;
  return phrasesOf(tokenise(normalise(correct)), index)
    .map(([start, end]) => wordAt(correct, start, end))
    .filter(([start, end]) => start <= at && end > at)
    .some(([start, end]) => {
      const left = correct.slice(start, at) + correct.slice(at + 1, end);
      return left === "" || isMadeOfPhrases(tokenise(normalise(left)), index);
    });
}

/** A word is touched at its ends too where a letter or a space beside it came or went. */
function isTouched({ kind, start, end }: Token, from: number, to: number, text: string): boolean {
  const beside = kind !== "character" && (from === to || text.slice(from, to).includes(" "));
  return beside ? start <= to && end >= from : start < to && end > from;
}

function isPlainNumber(text: string, at: number): boolean {
  const chunk = text.split(" ").find((_, index, all) => all.slice(0, index + 1).join(" ").length >= at) ?? "";
  return /^\d+(\.\d+)?\D?$/.test(chunk);
}

function wordAt(text: string, start: number, end: number): [number, number] {
  const tokens = tokenise(normalise(text));
  return [tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0];
}

function phrasesOf(tokens: readonly Token[], index: HomeIndex): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (const start of tokens.keys()) {
    for (const trie of [lexicon().trie, index.trie]) trie.walk(tokens, start, (end) => found.push([start, end]));
  }
  return found;
}

function isMadeOfPhrases(tokens: readonly Token[], index: HomeIndex): boolean {
  const reached = new Set([0]);
  for (const [start, end] of phrasesOf(tokens, index)) if (reached.has(start)) reached.add(end);
  return tokens.length > 0 && reached.has(tokens.length);
}

/** What would be done, keyed by the device it is done to ("timer", "plans" and "scene" are not devices). */
export type Acts = ReadonlyMap<string, readonly string[]>;

export function actsOf(understanding: Understanding): Acts {
  const acts = new Map<string, string[]>();
  const add = (key: string, act: string): void => void acts.set(key, [...(acts.get(key) ?? []), act]);
  if (understanding.kind === "unknown") return acts;
  for (const step of understanding.steps) {
    const when = whenOf(step);
    for (const { target, effects } of doingsOf(step)) {
      const key = target.indexed.device.id;
      for (const effect of effects) {
        const what = effect.kind === "set" ? `${effect.property.address} = ${effect.value}` : effect.action.address;
        add(key, `${when}${what}`);
      }
    }
    if (step.kind === "timer" && isTimerAct(step.intent))
      add("timer", JSON.stringify({ ...step.intent, name: null, text: null }));
    if (step.kind === "existing" && isPlanAct(step.request)) add("plans", JSON.stringify(step.request));
    if (step.kind === "scene" || step.kind === "remove-scene") add("scene", JSON.stringify(step));
    if (step.kind === "unplan") add("plans", JSON.stringify(step.devices.map(({ indexed }) => indexed.device.id)));
  }
  return acts;
}

/** What is said of a timer by name is done to a timer of that name, and to no other. */
function isTimerAct({ op, name }: TimerIntent): boolean {
  return op === "start" || op === "ring" || (op !== "remaining" && name === "");
}

/** The same of plans that there are; telling of them is done to none. */
function isPlanAct(request: PlanRequest): boolean {
  return request.op === "another" || (request.op !== "tell" && request.which.words.length === 0);
}

function doingsOf(step: SentenceStep): readonly PlannedEffects[] {
  if (step.kind === "do") return step.doings;
  return step.kind === "later" || step.kind === "whenever"
    ? step.steps.flatMap((each) => (each.kind === "do" ? each.doings : []))
    : [];
}

function whenOf(step: SentenceStep): string {
  if (step.kind === "later") return `${JSON.stringify([step.when, step.lasting])}: `;
  return step.kind === "whenever" ? `${JSON.stringify(step.rule)}: ` : "";
}

/** What is done that the correct sentence does not do, or does otherwise; null when nothing is. */
export function wrongAct(correct: Acts, acts: Acts): string | null {
  for (const [key, done] of acts) {
    const wanted = correct.get(key) ?? [];
    if (JSON.stringify(wanted) !== JSON.stringify(done)) return `${key}: ${done.join(", ")}`;
  }
  return null;
}
