import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { type CompiledMemoryForms, memoryForms } from "./compiled-forms.ts";
import type { OpenQuestionForms } from "./open-question-forms.ts";

/** Whether a text is a question that a fact may answer, in any words, and names a subject. */
export function isOpenQuestion(text: string, language: CompiledMemoryForms): boolean {
  return language.forms.free.asks.test(text) && contentOf(text, language).length > 0;
}

/** Whether a fact tells what the question asks for: "when" is not answered with a place. */
export function answersAspect(question: string, fact: string): boolean {
  return memoryForms().every(({ forms: { free } }) =>
    free.aspects.every(({ asks, answers }) => !asks.test(question) || answers.test(fact)),
  );
}

/** Number of words of the question's subject that a fact holds; 0 where it does not answer it. */
export function factRelevance(question: string, fact: string): number {
  if (!answersAspect(question, fact)) return 0;
  return Math.max(0, ...memoryForms().map((language) => fitIn(question, fact, language)));
}

function fitIn(question: string, fact: string, language: CompiledMemoryForms): number {
  const { free } = language.forms;
  if (!free.asks.test(question)) return 0;
  const asked = contentOf(question, language);
  const told = tokensOf(fact, language);
  const roots = new Set(told.map(({ stem }) => rootOf(stem, free)));
  const characters = told.map(({ kind, stem }) => (kind === "character" ? stem : " ")).join("");
  const pieces = runsOf(asked).flatMap((run) => piecesIn(run, characters));
  const words = asked.filter(({ kind }) => kind !== "character");
  const shared = words.filter(({ stem }) => roots.has(rootOf(stem, free)));
  const telling = shared.some(({ text }) => !free.weak.test(text)) || pieces.some(({ length }) => length > 1);
  const found = shared.length + pieces.join("").length;
  const missing = asked.length - found;
  return telling && missing <= Math.floor(found / FOUND_FOR_MISSING) ? found : 0;
}

/** One word of the question may be missing for this many that the fact holds. */
const FOUND_FOR_MISSING = 4;

/** The words for the subject of a question. */
function contentOf(question: string, language: CompiledMemoryForms): Token[] {
  return tokensOf(question.replace(language.forms.free.aside, " "), language);
}

function tokensOf(text: string, { forms: { small } }: CompiledMemoryForms): Token[] {
  return tokenise(normalise(text)).filter(({ kind, text: word }) => kind !== "mark" && !small.test(word));
}

function rootOf(stem: string, { endings }: OpenQuestionForms): string {
  const found = endings.find(([ending]) => ending.test(stem));
  return found ? stem.replace(found[0], found[1]) : stem;
}

/** Adjacent characters as one text. */
function runsOf(tokens: readonly Token[]): readonly string[] {
  const runs: { text: string; end: number }[] = [];
  for (const { kind, stem, start, end } of tokens) {
    if (kind !== "character") continue;
    const last = runs.at(-1);
    if (last?.end === start) {
      last.text += stem;
      last.end = end;
    } else runs.push({ text: stem, end });
  }
  return runs.map(({ text }) => text);
}

/** The parts of a run of characters that stand in others, the longest first at each position. */
function piecesIn(run: string, characters: string): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  while (at < run.length) {
    let length = run.length - at;
    while (length > 0 && !characters.includes(run.slice(at, at + length))) length -= 1;
    if (length > 0) pieces.push(run.slice(at, at + length));
    at += Math.max(length, 1);
  }
  return pieces;
}
