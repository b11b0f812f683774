/** YAML as plain data: a tree of bounded depth and size, whatever its aliases say. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
} from "yaml";
import { MAX_JSON_DEPTH, type Message } from "../../home/index.ts";
import { message } from "../../language/index.ts";

/** More keys than any map of ours has; the package compares each with all others. */
const MAX_KEYS = 500;
/** Nodes after aliases are unfolded. */
const MAX_NODES = 200_000;

/** Aliases in one file; the package looks each up in all of them. */
const MAX_ALIASES = 1_000;

export type PlainYaml =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly problem: Message };

/** Reads YAML, or JSON, which is a part of it. What is wrong is told with its line. */
export function plainYaml(text: string): PlainYaml {
  const lines = new LineCounter();
  const bounds = outOfBounds(text, lines);
  if (bounds) return { ok: false, problem: bounds };
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error) {
    const detail = error.message.split("\n")[0] ?? "";
    return { ok: false, problem: message("problems.notYaml", { detail }) };
  }
  const problem = new Unfolding(document, lines).problem();
  return problem ? { ok: false, problem } : { ok: true, data: document.toJS({ maxAliasCount: -1 }) };
}

/** What makes the text too much to be parsed: looked for token by token, before a tree is made of it. */
function outOfBounds(text: string, lines: LineCounter): Message | null {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    for (const _token of parser.next(lexeme));
    const line = (): number => lines.linePos(parser.offset).line;
    // A document stands below what it holds.
    if (parser.stack.length > MAX_JSON_DEPTH + 1) {
      return message("problems.yamlTooDeep", { line: line(), limit: MAX_JSON_DEPTH });
    }
    const top = parser.stack.at(-1);
    const map = top?.type === "block-map" || (top?.type === "flow-collection" && top.start.source === "{");
    if (map && top.items.length > MAX_KEYS) {
      return message("problems.yamlTooManyKeys", { line: line(), limit: MAX_KEYS });
    }
  }
  for (const _token of parser.end());
  return null;
}

interface Extent {
  readonly depth: number;
  readonly nodes: number;
}

/** Follows the aliases of a document and looks what they unfold to. */
class Unfolding {
  readonly #document: Document;
  readonly #lines: LineCounter;
  /** The newest node with each anchor, keyed by the anchor: what an alias after it means. */
  readonly #anchors = new Map<string, unknown>();
  /** How much a node with an anchor unfolds to, keyed by the node; null while it is being looked at. */
  readonly #extents = new Map<unknown, Extent | null>();
  #aliases = 0;
  #problem: Message | null = null;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  problem(): Message | null {
    this.#extent(this.#document.contents);
    return this.#problem;
  }

  #extent(node: unknown): Extent {
    if (this.#problem) return NOTHING;
    if (isAlias(node)) return this.#aliasExtent(node);
    if (isNode(node) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const inside = isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : [];
    if (inside.length === 0) return ONE;
    this.#extents.set(node, null);
    let depth = 0;
    let nodes = 1;
    for (const each of inside) {
      const extent = this.#extent(each);
      depth = Math.max(depth, extent.depth);
      nodes += extent.nodes;
    }
    const extent = { depth: depth + 1, nodes };
    this.#extents.set(node, extent);
    if (nodes > MAX_NODES) this.#found(node, "problems.yamlTooMuch", { limit: MAX_NODES });
    if (extent.depth > MAX_JSON_DEPTH) this.#found(node, "problems.yamlTooDeep", { limit: MAX_JSON_DEPTH });
    return extent;
  }

  #aliasExtent(alias: Alias): Extent {
    this.#aliases += 1;
    if (this.#aliases > MAX_ALIASES) this.#found(alias, "problems.yamlTooManyAliases", { limit: MAX_ALIASES });
    const source = this.#anchors.get(alias.source);
    if (source === undefined) this.#found(alias, "problems.yamlNoAnchor", { name: alias.source });
    const extent = this.#extents.get(source);
    // What the alias means is still being looked at when the alias stands inside of it.
    if (extent === null) this.#found(alias, "problems.yamlCircle", { name: alias.source });
    return extent ?? ONE;
  }

  #found(node: unknown, key: YamlProblem, values: Readonly<Record<string, string | number>>): void {
    const [offset = 0] = (node as Node).range ?? [];
    const { line } = this.#lines.linePos(offset);
    this.#problem ??= { key, values: { line, ...values } };
  }
}

type YamlProblem = `problems.yaml${"TooManyAliases" | "TooMuch" | "TooDeep" | "NoAnchor" | "Circle"}`;
const NOTHING: Extent = { depth: 0, nodes: 0 };
const ONE: Extent = { depth: 0, nodes: 1 };
