import { type AnswerWords, allPacks } from "../../language/index.ts";
import { normalise, type Token, tokenise } from "../../understanding/text/tokens.ts";

/** Longer texts are no mere yes or no, in characters. */
const LONGEST = 60;

/** The role of a phrase in a yes, or in a no. */
type PhraseRole = "answer" | "rhetorical" | "beside" | "before";

/** Keyed by the words of a phrase, joined by spaces. */
type PhraseTable = ReadonlyMap<string, PhraseRole>;

interface AnswerGrammar {
  readonly yes: PhraseTable;
  readonly no: PhraseTable;
  /** The last words of questions. */
  readonly asking: ReadonlySet<string>;
  /** The length of the longest phrase, in words. */
  readonly longest: number;
}

/**
 * true for a yes, false for a no (or "never mind"), null for anything else. The whole text must be an answer: one or more
 * phrases of one meaning, with address and courtesy around them. A yes that is asked ("yes?") is none.
 */
export function yesOrNo(text: string): boolean | null {
  if (text.length > LONGEST) return null;
  const tokens = tokenise(normalise(text));
  const words = tokens.filter(({ kind }) => kind !== "mark");
  if (words.length === 0) return null;
  const asks = hasQuestionMark(tokens);
  const { yes, no } = answerGrammar();
  if (!asks && matchesFrom(tokens, 0, no, startState(false))) return false;
  return matchesFrom(tokens, 0, yes, startState(asks)) ? true : null;
}

/** Whether a text has the form of a question, by its mark or its last word. */
export function isQuestionForm(text: string): boolean {
  return hasQuestionMark(tokenise(normalise(text)));
}

function hasQuestionMark(tokens: readonly Token[]): boolean {
  const last = tokens.findLast(({ kind }) => kind !== "mark");
  const marked = tokens.some(({ kind, text }) => kind === "mark" && text === "?");
  return marked || (last !== undefined && answerGrammar().asking.has(last.text));
}

interface MatchState {
  /** Positions and states that failed: each is tried once, so that 好好好好… is read in one pass. */
  readonly dead: Set<string>;
  /** Whether an answer was found. */
  readonly found: boolean;
  /** Whether the phrase before is an answer of one character, directly before this one. */
  readonly tight: boolean;
  /** Whether the answer must have the form of a question. */
  readonly asks: boolean;
}

function startState(asks: boolean): MatchState {
  return { dead: new Set(), found: false, tight: false, asks };
}

/** Whether the tokens from `at` on are answers, with address and courtesy around them. */
function matchesFrom(tokens: readonly Token[], at: number, phrases: PhraseTable, state: MatchState): boolean {
  const token = tokens[at];
  if (!token) return state.found && !state.asks;
  const tried = `${at} ${state.found} ${state.tight} ${state.asks}`;
  if (state.dead.has(tried)) return false;
  state.dead.add(tried);
  if (token.kind === "mark") return matchesFrom(tokens, at + 1, phrases, { ...state, tight: false });
  let key = "";
  for (let end = at + 1; end <= Math.min(tokens.length, at + answerGrammar().longest); end += 1) {
    const last = tokens[end - 1];
    if (!last || last.kind === "mark") return false;
    key = key === "" ? last.text : `${key} ${last.text}`;
    const worth = phrases.get(key);
    if (worth !== undefined && matchesAfterPhrase(tokens, at, end, phrases, worth, state)) return true;
  }
  return false;
}

/** Whether a phrase may stand here, and the rest matches. */
function matchesAfterPhrase(
  tokens: readonly Token[],
  at: number,
  end: number,
  phrases: PhraseTable,
  worth: PhraseRole,
  state: MatchState,
): boolean {
  switch (worth) {
    case "beside":
      return matchesFrom(tokens, end, phrases, { ...state, tight: false });
    case "before":
      return !state.found && matchesFrom(tokens, end, phrases, { ...state, tight: false });
    case "answer":
    case "rhetorical": {
      // 要 and 是 side by side are another word: 要是.
      const single = end === at + 1 && tokens[at]?.kind === "character";
      if (single && state.tight) return false;
      const asks = state.asks && worth !== "rhetorical";
      return matchesFrom(tokens, end, phrases, { ...state, found: true, tight: single, asks });
    }
    default:
      return worth satisfies never;
  }
}

let phrases: { readonly of: number; readonly compiled: AnswerGrammar } | undefined;

/** The phrases of every language; compiled when they are first asked for, and anew when there are other languages. */
function answerGrammar(): AnswerGrammar {
  const packs = allPacks();
  if (phrases?.of !== packs.length) {
    phrases = { of: packs.length, compiled: compile(packs.map(({ answerWords }) => answerWords)) };
  }
  return phrases.compiled;
}

function compile(languages: readonly AnswerWords[]): AnswerGrammar {
  const yes = new Map<string, PhraseRole>();
  const no = new Map<string, PhraseRole>();
  let longest = 0;
  const add = (to: Map<string, PhraseRole>, list: string, worth: PhraseRole): void => {
    for (const phrase of list.split(",")) {
      const words = tokenise(normalise(phrase)).map(({ text }) => text);
      longest = Math.max(longest, words.length);
      if (words.length > 0) to.set(words.join(" "), worth);
    }
  };
  for (const words of languages) {
    add(yes, words.before, "before");
    add(no, words.before, "before");
    add(no, words.beforeNo, "before");
    for (const each of [yes, no]) add(each, words.beside, "beside");
  }
  // What is an answer and courtesy as well ("please", 嗯) counts as the answer where it can.
  for (const words of languages) {
    add(yes, words.sentence.yes, "answer");
    add(yes, words.yes, "answer");
    add(yes, words.rhetorical, "rhetorical");
    for (const list of [words.sentence.no, words.sentence.neverMind, words.no]) add(no, list, "answer");
  }
  const asking = new Set(languages.flatMap((words) => words.asking.split(",").map((word) => word.trim())));
  return { yes, no, asking, longest };
}
