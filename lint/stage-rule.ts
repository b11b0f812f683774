import { childrenOf, type Node, nameOf, nodeIn, nodesIn, parse, patternOf, placeOf, textOf } from "./syntax.ts";

/** What a stage of the understanding must not have, with what to use instead. */
export const STAGE_KINDS = {
  word: "asks for a word of a language; put it into the data of src/understanding/languages/",
  script: "asks how a language is written; ask item.grammar, or src/understanding/text/writing.ts",
} as const;
export type StageKind = keyof typeof STAGE_KINDS;

export interface StageFinding {
  readonly kind: StageKind;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly shown: string;
}

/** Where words of languages are data: one folder for each language. */
const DATA = "src/understanding/languages/";
/** What holds what somebody said. */
const SAID = ["text", "said", "stem"];
const ASKING = ["test", "exec", "match", "startsWith", "endsWith", "includes", "search", "has"];
const LETTER = /\p{L}/u;
/** A letter that stands for itself, outside of escapes and classes. */
const LETTERS_IN_PATTERN = /\p{L}{2,}/u;

/** Whether a file is a stage: it may know what words mean, and not which words there are. */
export function isStage(file: string): boolean {
  if (file.startsWith("src/assistant/local/")) return true;
  return file.startsWith("src/understanding/") && !file.startsWith(DATA);
}

/** Finds where a stage compares what was said with a word, or asks for a script. */
export function findInStage(file: string, source: string): readonly StageFinding[] {
  const found: { readonly kind: StageKind; readonly node: Node }[] = [];
  const visit = (node: Node): void => {
    const kind = kindOf(node);
    if (kind !== null) found.push({ kind, node });
    else for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(file, source));
  return found
    .sort((a, b) => a.node.start - b.node.start)
    .map(({ kind, node }) => ({
      kind,
      ...placeOf(source, node.start),
      shown: source.slice(node.start, node.end).replace(/\s+/g, " ").slice(0, 60),
    }));
}

function kindOf(node: Node): StageKind | null {
  if (node.type === "BinaryExpression") {
    const sides = [nodeIn(node, "left"), nodeIn(node, "right")];
    return sides.some(isSaid) && sides.some(isWord) ? "word" : null;
  }
  if (node.type === "CallExpression") return isAsked(node) ? "word" : null;
  const pattern = patternOf(node);
  return pattern !== null && /\\p\{(?:Script|sc)|\\u\{?[3-9a-f]/iu.test(pattern) ? "script" : null;
}

/** `/and/.test(item.text)`, `item.text.startsWith("the")`, `followed(tokens, at, "a", "half")`. */
function isAsked(node: Node): boolean {
  const callee = nodeIn(node, "callee");
  const given = nodesIn(node, "arguments");
  if (nameOf(callee) === "followed") return given.some(isWord);
  if (callee?.type !== "MemberExpression" || !ASKING.includes(nameOf(callee) ?? "")) return false;
  const object = nodeIn(callee, "object");
  const pattern = object && patternOf(object);
  if (pattern) return given.some(isSaid) && LETTERS_IN_PATTERN.test(pattern.replace(/\\p\{[^}]*\}|\\./g, " "));
  return isSaid(object) && given.some(isWord);
}

/** `item.text`, `tokens[at]?.text`, `text ?? ""` */
function isSaid(node: Node | null): boolean {
  if (node?.type === "ChainExpression") return isSaid(nodeIn(node, "expression"));
  if (node?.type === "LogicalExpression") return isSaid(nodeIn(node, "left"));
  return node?.type === "MemberExpression" && node["computed"] === false && SAID.includes(nameOf(node) ?? "");
}

function isWord(node: Node | null): boolean {
  const text = textOf(node);
  return text !== null && LETTER.test(text);
}
