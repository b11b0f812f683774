/** YAML as plain data: a tree of bounded depth and size, whatever its aliases expand to. */
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

/** The most keys of a map; the package compares each with all others. */
const MAX_KEYS = 500;
/** The most nodes after aliases are expanded. */
const MAX_NODES = 200_000;

/** The most aliases of a file; the package searches all of them for each. */
const MAX_ALIASES = 1_000;

export type PlainYaml =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly problem: Message };

/** Reads YAML, or JSON, which is a part of it. The problem of an invalid text names its line. */
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

/**
 * The reason why a text is too large to be parsed, found token by token before a tree is made of it; null when it is
 * not.
 */
function outOfBounds(text: string, lines: LineCounter): Message | null {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    for (const _token of parser.next(lexeme));
    const line = (): number => lines.linePos(parser.offset).line;
    // The document itself is the lowest entry of the stack.
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

/** Measures what the aliases of a document expand to. */
class Unfolding {
  readonly #document: Document;
  readonly #lines: LineCounter;
  /** The newest node with each anchor, keyed by anchor name: an alias refers to it. */
  readonly #anchors = new Map<string, unknown>();
  /** The size of an expanded node with an anchor, keyed by the node; null while it is being measured. */
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
    // The node is still being measured when the alias is inside of it.
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
