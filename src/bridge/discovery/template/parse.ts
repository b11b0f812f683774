import { parse as parseTokens, tokenize } from "@huggingface/jinja";
import type { Arguments, TemplateNode } from "./ast.ts";
import { TemplateError } from "./budget.ts";

/** Longest template, in UTF-16 units. */
const MAX_LENGTH = 8192;
const MAX_NODES = 4000;
/** Deepest nesting of expressions and blocks. */
const MAX_DEPTH = 80;

/**
 * Parses a template. Only parsing is @huggingface/jinja's: its interpreter has a fixed set of filters and no limit of steps,
 * so `evaluate.ts` walks the tree.
 * @throws TemplateError `syntax`, `too-big`
 */
export function parseTemplate(source: string): readonly TemplateNode[] {
  if (source.length > MAX_LENGTH) throw new TemplateError("too-big", `template of ${source.length} characters`);
  try {
    return new Converter().all(Reflect.get(parseTokens(tokenize(keepEscapes(source))), "body"));
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError("syntax", error instanceof Error ? error.message : "not a template");
  }
}

/** Python keeps a backslash that escapes nothing ('\d', '\.'); the tokenizer refuses it. Doubled, it stays. */
function keepEscapes(source: string): string {
  return source.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, (code) =>
    code.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\s\S])/g, (whole, escaped: string) =>
      escaped.length > 1 || "ntrbfv'\"\\".includes(escaped) ? whole : `\\${whole}`,
    ),
  );
}

type Foreign = Readonly<Record<string, unknown>>;

/** Turns the parser's tree into ours, counting nodes and depth. */
class Converter {
  #nodes = 0;
  #depth = 0;

  all(list: unknown): TemplateNode[] {
    return Array.isArray(list) ? list.map((item) => this.one(item)) : [];
  }

  one(foreign: unknown): TemplateNode {
    if (typeof foreign !== "object" || foreign === null) throw new TemplateError("syntax", "not an expression");
    this.#nodes += 1;
    this.#depth += 1;
    if (this.#nodes > MAX_NODES || this.#depth > MAX_DEPTH) throw new TemplateError("too-big", "too much nesting");
    const node = this.#convert(foreign as Foreign);
    this.#depth -= 1;
    return node;
  }

  #convert(node: Foreign): TemplateNode {
    switch (node["type"]) {
      case "IntegerLiteral":
      case "FloatLiteral":
        return { kind: "constant", value: Number(node["value"]) };
      case "StringLiteral":
        return { kind: "constant", value: String(node["value"]) };
      case "Identifier":
        return identifier(String(node["value"]));
      case "ArrayLiteral":
      case "TupleLiteral":
        return { kind: "list", items: this.all(node["value"]) };
      case "ObjectLiteral": {
        const entries = node["value"] instanceof Map ? [...node["value"]] : [];
        return { kind: "dict", entries: entries.map(([key, value]) => [this.one(key), this.one(value)]) };
      }
      case "MemberExpression":
        return this.#member(node);
      case "CallExpression":
        return { kind: "call", callee: this.one(node["callee"]), args: this.#arguments(node["args"]) };
      case "FilterExpression": {
        const { name, args } = this.#filter(node["filter"]);
        return { kind: "filter", operand: this.one(node["operand"]), name, args };
      }
      case "TestExpression": {
        const name = String((node["test"] as Foreign)["value"]);
        return { kind: "test", operand: this.one(node["operand"]), name, negate: node["negate"] === true };
      }
      case "BinaryExpression": {
        const operator = String((node["operator"] as Foreign)["value"]);
        return { kind: "binary", operator, left: this.one(node["left"]), right: this.one(node["right"]) };
      }
      case "UnaryExpression": {
        const operator = String((node["operator"] as Foreign)["value"]);
        return { kind: "unary", operator, operand: this.one(node["argument"]) };
      }
      case "Ternary": {
        const [test, yes] = [this.one(node["condition"]), this.one(node["trueExpr"])];
        return { kind: "ternary", test, yes, otherwise: this.one(node["falseExpr"]) };
      }
      case "SelectExpression":
        return { kind: "ternary", test: this.one(node["test"]), yes: this.one(node["lhs"]), otherwise: null };
      case "For":
        return this.#for(node);
      case "If": {
        const test = this.one(node["test"]);
        return { kind: "if", test, yes: this.all(node["body"]), otherwise: this.all(node["alternate"]) };
      }
      case "Set": {
        const value = node["value"] === null ? null : this.one(node["value"]);
        return { kind: "set", target: this.one(node["assignee"]), value, body: this.all(node["body"]) };
      }
      case "Break":
        return { kind: "break" };
      case "Continue":
        return { kind: "continue" };
      case "Comment":
        return { kind: "comment" };
      default:
        throw new TemplateError("unsupported", `${String(node["type"])} is not supported`);
    }
  }

  #member(node: Foreign): TemplateNode {
    const object = this.one(node["object"]);
    const property = node["property"] as Foreign;
    if (property["type"] === "SliceExpression") {
      const part = (value: unknown) => (value === undefined ? null : this.one(value));
      const { start, stop, step } = property;
      return { kind: "slice", object, start: part(start), stop: part(stop), step: part(step) };
    }
    const dotted = node["computed"] !== true;
    const named = dotted && property["type"] === "Identifier";
    const key: TemplateNode = named ? { kind: "constant", value: String(property["value"]) } : this.one(property);
    return { kind: "member", object, key, dotted };
  }

  #for(node: Foreign): TemplateNode {
    const loop = node["loopvar"] as Foreign;
    const targets = loop["type"] === "TupleLiteral" ? (loop["value"] as readonly Foreign[]) : [loop];
    const iterable = this.one(node["iterable"]);
    // "for x in list if test": the parser reads the list and its test as one expression.
    const filtered = iterable.kind === "ternary" && iterable.otherwise === null;
    return {
      kind: "for",
      names: targets.map((target) => String(target["value"])),
      iterable: filtered ? iterable.yes : iterable,
      filter: filtered ? iterable.test : null,
      body: this.all(node["body"]),
      otherwise: this.all(node["defaultBlock"]),
    };
  }

  #filter(filter: unknown): { readonly name: string; readonly args: Arguments } {
    const node = filter as Foreign;
    if (node["type"] !== "CallExpression") return { name: String(node["value"]), args: NO_ARGUMENTS };
    const callee = node["callee"] as Foreign;
    if (callee["type"] !== "Identifier") throw new TemplateError("syntax", "not a filter");
    return { name: String(callee["value"]), args: this.#arguments(node["args"]) };
  }

  #arguments(list: unknown): Arguments {
    const positional: TemplateNode[] = [];
    const named = new Map<string, TemplateNode>();
    for (const item of Array.isArray(list) ? (list as readonly Foreign[]) : []) {
      if (item["type"] === "KeywordArgumentExpression") {
        named.set(String((item["key"] as Foreign)["value"]), this.one(item["value"]));
      } else positional.push(this.one(item));
    }
    return { positional, named };
  }
}

const NO_ARGUMENTS: Arguments = { positional: [], named: new Map() };

const CONSTANTS = new Map<string, boolean | null>([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", null],
  ["None", null],
]);

function identifier(name: string): TemplateNode {
  const constant = CONSTANTS.get(name);
  return constant === undefined ? { kind: "name", name } : { kind: "constant", value: constant };
}
