import { parseSync } from "vite";

/** A node of the syntax tree (ESTree with TypeScript's nodes); offsets are UTF-16 units. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** The tree of a TypeScript file. @throws Error when it cannot be parsed */
export function parse(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source);
  const tree: unknown = program;
  const [first] = errors;
  if (first || !isNode(tree)) throw new Error(`${file}: ${first?.message ?? "cannot be parsed"}`);
  return tree;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The nodes right below a node, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

/** The node in a field, null when there is none. */
export function nodeIn(node: Node, field: string): Node | null {
  const value = node[field];
  return isNode(value) ? value : null;
}

/** The nodes of a list in a field. */
export function nodesIn(node: Node, field: string): readonly Node[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text of a string literal, of a template without places, or of the literal in a type; null for anything else. */
export function textOf(node: Node | null): string | null {
  if (node?.type === "TSLiteralType") return textOf(nodeIn(node, "literal"));
  if (node?.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node?.type !== "TemplateLiteral" || nodesIn(node, "expressions").length > 0) return null;
  return templateText(node);
}

/** What stands in a template between its places. */
export function templateText(node: Node): string {
  return nodesIn(node, "quasis")
    .map((quasi) => {
      const value: unknown = quasi["value"];
      return typeof value === "object" && value !== null && "raw" in value ? String(value.raw) : "";
    })
    .join("");
}

/** The pattern of a regular expression, null for anything else. */
export function patternOf(node: Node): string | null {
  const regex: unknown = node["regex"];
  return typeof regex === "object" && regex !== null && "pattern" in regex ? String(regex.pattern) : null;
}

/** The name of an identifier, private or not, or of the last part of `a.b.name`; null for anything else. */
export function nameOf(node: Node | null): string | null {
  if (node?.type === "Identifier" || node?.type === "PrivateIdentifier") return String(node["name"]);
  if (node?.type === "MemberExpression" && node["computed"] === false) return nameOf(nodeIn(node, "property"));
  return null;
}

/** Line and column of an offset, both from 1. */
export function placeOf(source: string, offset: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
