import {
  childrenOf,
  type Node,
  nameOf,
  nodeIn,
  nodesIn,
  parse,
  patternOf,
  placeOf,
  templateText,
  textOf,
} from "./syntax.ts";

/** What a room other than `src/language` must not have, with what to use instead. */
export const KINDS = {
  comparison: "asks which language it is; let the packs say it: messages(language).section.name, or packOf(language)",
  code: "names a language; take it from languages(), languageNamed() or the reader",
  table: "is a table of languages; make it a section of the packs in src/language",
  indexing: "looks a language up in a table; take the text from messages(language) or textOf(phrase, language)",
  "two texts": "gives one text for each language; make it a message of the packs in src/language",
  text: "is text in one language; make it a message of the packs in src/language",
} as const;
export type Kind = keyof typeof KINDS;

export interface Finding {
  readonly kind: Kind;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The source of it, on one line. */
  readonly shown: string;
}

const COMPARING = ["===", "!==", "==", "!="];
/** Methods that ask how a text begins, ends or what is in it. */
const ASKING = ["startsWith", "endsWith", "includes", "indexOf", "match", "matchAll", "test", "exec", "search"];
/** Names that hold a language tag. */
const LANGUAGE_NAMES = ["language", "lang", "locale"];
const HAN = /\p{Script=Han}/u;
/** Han characters, and the full-width punctuation that only stands between them. */
const HAN_TEXT = /[\p{Script=Han}\u3001-\u3011\uff01-\uff20]/u;
const MAX_SHOWN = 60;

/**
 * Finds where a source file decides by language, or holds words of one: comparisons with a language code, tables keyed by
 * codes, texts in pairs, Han characters in code. Comments and the `examples` of command help are not looked at.
 * @param codes the languages that there are: "en", "zh"
 */
export function findLanguages(file: string, source: string, codes: readonly string[]): readonly Finding[] {
  const rule = new Rule(codes);
  rule.visit(parse(file, source));
  return rule.found
    .sort((a, b) => a.node.start - b.node.start)
    .map(({ kind, node }) => ({ kind, ...placeOf(source, node.start), shown: shownSource(source, node) }));
}

function shownSource(source: string, { start, end }: Node): string {
  const text = source.slice(start, end).replace(/\s+/g, " ");
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

class Rule {
  readonly found: { readonly kind: Kind; readonly node: Node }[] = [];
  readonly #codes: readonly string[];

  constructor(codes: readonly string[]) {
    this.#codes = codes;
  }

  visit(node: Node): void {
    if (isExamples(node)) return;
    const test = node.type === "SwitchCase" ? nodeIn(node, "test") : null;
    if (this.#isCode(test) && test) {
      this.found.push({ kind: "comparison", node: test });
      for (const child of nodesIn(node, "consequent")) this.visit(child);
      return;
    }
    const kind = this.#kindOf(node);
    // What is below a finding would only be found twice.
    if (kind !== null) this.found.push({ kind, node });
    else for (const child of childrenOf(node)) this.visit(child);
  }

  #kindOf(node: Node): Kind | null {
    switch (node.type) {
      case "BinaryExpression":
        return this.#compares(node) ? "comparison" : null;
      case "CallExpression":
        return this.#calls(node);
      case "ObjectExpression":
      case "ObjectPattern":
        return this.#isTable(nodesIn(node, "properties")) ? "table" : null;
      case "TSTypeLiteral":
        return this.#isTable(nodesIn(node, "members")) ? "table" : null;
      case "TSInterfaceBody":
      case "ClassBody":
        return this.#isTable(nodesIn(node, "body")) ? "table" : null;
      case "ArrayExpression":
        return this.#areCodes(nodesIn(node, "elements")) ? "table" : null;
      case "TSUnionType":
        return this.#areCodes(nodesIn(node, "types")) ? "table" : null;
      case "TSTypeReference":
        return isRecordOfLanguages(node) ? "table" : null;
      case "MemberExpression":
        return this.#looksUp(node) ? "indexing" : null;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return this.#hasParameterForEach(node) ? "two texts" : null;
      case "Literal":
        return this.#literal(node);
      case "TemplateLiteral":
        if (HAN_TEXT.test(templateText(node))) return "text";
        return this.#isCode(node) ? "code" : null;
      case "Identifier":
        return HAN.test(String(node["name"])) ? "text" : null;
      default:
        return null;
    }
  }

  #compares(node: Node): boolean {
    const operator: unknown = node["operator"];
    if (typeof operator !== "string" || !COMPARING.includes(operator)) return false;
    return this.#isCode(nodeIn(node, "left")) || this.#isCode(nodeIn(node, "right"));
  }

  #calls(node: Node): Kind | null {
    const given = nodesIn(node, "arguments");
    const callee = nodeIn(node, "callee");
    const method = callee?.type === "MemberExpression" ? nameOf(callee) : null;
    const pattern = callee && nodeIn(callee, "object");
    if (method !== null && ASKING.includes(method)) {
      const asked = [...given, ...(pattern ? [pattern] : [])];
      if (asked.some((each) => this.#isCode(each) || this.#isPatternOfCodes(each))) return "comparison";
    }
    return inTwoScripts(given) ? "two texts" : null;
  }

  #isTable(members: readonly Node[]): boolean {
    return new Set(members.map((member) => this.#keyCode(member)).filter((code) => code !== null)).size > 1;
  }

  #keyCode(member: Node): string | null {
    const key = nodeIn(member, "key");
    const name = member["computed"] === true ? null : (nameOf(key) ?? textOf(key));
    return name !== null && this.#codes.includes(name) ? name : null;
  }

  #areCodes(items: readonly Node[]): boolean {
    return items.filter((item) => this.#isCode(item)).length > 1;
  }

  #looksUp(node: Node): boolean {
    const property = nodeIn(node, "property");
    const name = nameOf(property);
    if (name === null) return false;
    return node["computed"] === true ? LANGUAGE_NAMES.includes(name) : this.#codes.includes(name);
  }

  #hasParameterForEach(node: Node): boolean {
    const names = nodesIn(node, "params").map((parameter) => nameOf(parameter) ?? nameOf(nodeIn(parameter, "left")));
    return this.#codes.filter((code) => names.includes(code)).length > 1;
  }

  #literal(node: Node): Kind | null {
    const pattern = patternOf(node);
    if (pattern !== null) {
      if (HAN.test(pattern)) return "text";
      return this.#isPatternOfCodes(node) ? "code" : null;
    }
    const text = textOf(node);
    if (text === null) return null;
    if (HAN_TEXT.test(text)) return "text";
    return this.#isCode(node) ? "code" : null;
  }

  /** A code, or a tag that begins with one: "zh", "zh-CN", "en_GB". */
  #isCode(node: Node | null): boolean {
    const [first, ...others] = textOf(node)?.split(/[-_]/) ?? [];
    if (first === undefined || !this.#codes.includes(first.toLowerCase())) return false;
    return others.every((subtag) => /^(?:[A-Z]{2}|[A-Z][a-z]{3}|\d{3}|)$/.test(subtag));
  }

  /** A regular expression with a code as a word of its own: /^zh\b/, /^(en|zh)-/. */
  #isPatternOfCodes(node: Node): boolean {
    const words = patternOf(node)
      ?.replace(/\\./g, " ")
      .split(/[^\p{L}]+/u);
    return words?.some((word) => this.#codes.includes(word)) ?? false;
  }
}

/** `examples: [...]`: what a person would type is in their language. */
function isExamples(node: Node): boolean {
  return node.type === "Property" && nameOf(nodeIn(node, "key")) === "examples";
}

/** Two texts, one with Han characters and one in another script: `say("off", "关")`. */
function inTwoScripts(given: readonly Node[]): boolean {
  const texts = given.flatMap((node) => (node.type === "TemplateLiteral" ? templateText(node) : (textOf(node) ?? [])));
  return texts.some((text) => HAN.test(text)) && texts.some((text) => !HAN.test(text) && /\p{L}/u.test(text));
}

/** `Record<Language, …>`, `ReadonlyMap<Language, …>`. */
function isRecordOfLanguages(node: Node): boolean {
  const type = nodeIn(node, "typeArguments");
  const [key] = type ? nodesIn(type, "params") : [];
  const table = nameOf(nodeIn(node, "typeName"));
  return ["Record", "Map", "ReadonlyMap"].includes(table ?? "") && key !== undefined && isLanguageType(key);
}

function isLanguageType(node: Node): boolean {
  return node.type === "TSTypeReference" && nameOf(nodeIn(node, "typeName")) === "Language";
}
