import type { TemplateNode } from "./ast.ts";
import { Budget, TemplateError } from "./budget.ts";
import { Evaluation } from "./evaluate.ts";
import { parseTemplate } from "./parse.ts";
import { fromJson, lookup, type TemplateValue, templateText } from "./values.ts";

/** The result of rendering a template. */
export type Rendered =
  | { readonly kind: "text"; readonly text: string }
  /** The message does not hold what it asks for: the last value stays. */
  | { readonly kind: "missing" }
  /** The template is at fault, or asks for too much. */
  | { readonly kind: "failed"; readonly detail: string };

/** The variables of a template. */
export interface TemplateVariables {
  /** The payload, or the value of a command. */
  readonly value: unknown;
  /** The payload as JSON; undefined when it is none. */
  readonly value_json?: unknown;
  /** Others, keyed by name: `brightness`, `red`. */
  readonly [name: string]: unknown;
}

/** Most characters that a rendering may return. */
const MAX_RESULT = 65_536;

/** A path of keys into `value_json`, the whole of most templates: `{{ value_json.temperature }}`, `{{ value_json['a'][0] }}`. */
const PATH = /^\s*\{\{-?\s*value_json((?:\.[A-Za-z_]\w*|\[\s*(?:'[^'\\]*'|"[^"\\]*"|\d{1,6})\s*\])+)\s*-?\}\}\s*$/;
const STEP = /\.([A-Za-z_]\w*)|\[\s*(?:'([^'\\]*)'|"([^"\\]*)"|(\d{1,6}))\s*\]/g;
const WHOLE = /^\s*\{\{-?\s*value\s*-?\}\}\s*$/;

/** A parsed template. Rendering never throws, never runs longer than its budget and reaches nothing but its names. */
export class Template {
  readonly #source: string;
  readonly #path: readonly (string | number)[] | null;
  readonly #whole: boolean;
  #tree: readonly TemplateNode[] | null = null;
  /** Why it cannot be used at all; null when it can. */
  readonly broken: string | null;
  /** Milliseconds that its last rendering took. */
  #took = 0;

  constructor(source: string) {
    this.#source = source;
    this.#whole = WHOLE.test(source);
    const path = PATH.exec(source.length <= 500 ? source : "")?.[1];
    this.#path = path === undefined ? null : stepsOf(path);
    this.broken = this.#path || this.#whole ? null : this.#parse();
  }

  /** Whether it is a plain path, which needs no evaluation. */
  get fast(): boolean {
    return this.#path !== null || this.#whole;
  }

  /** Whether its last rendering took a millisecond or more. */
  get slow(): boolean {
    return this.#took >= 1;
  }

  render(names: TemplateVariables): Rendered {
    if (this.fast) return this.#render(names);
    const began = performance.now();
    const rendered = this.#render(names);
    this.#took = performance.now() - began;
    return rendered;
  }

  #render(names: TemplateVariables): Rendered {
    const budget = new Budget();
    try {
      if (this.#whole) return { kind: "text", text: templateText(fromJson(names.value), budget) };
      if (this.#path) return this.#follow(this.#path, fromJson(names.value_json), budget);
      if (this.#tree === null) return { kind: "failed", detail: this.broken ?? "not a template" };
      const given = new Map<string, TemplateValue>();
      for (const [name, value] of Object.entries(names)) given.set(name, fromJson(value));
      const text = new Evaluation(budget).render(this.#tree, given).trim();
      if (text.length > MAX_RESULT) return { kind: "failed", detail: "result too long" };
      return { kind: "text", text };
    } catch (error) {
      if (error instanceof TemplateError && error.fault === "missing") return { kind: "missing" };
      // What else can be thrown is the engine's own stack running out.
      return { kind: "failed", detail: error instanceof Error ? error.message : "failed" };
    }
  }

  #follow(path: readonly (string | number)[], json: TemplateValue, budget: Budget): Rendered {
    let place: TemplateValue = json;
    for (const key of path) place = lookup(place, key);
    if (place === undefined) return { kind: "missing" };
    return { kind: "text", text: templateText(place, budget) };
  }

  #parse(): string | null {
    try {
      this.#tree = parseTemplate(this.#source);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : "not a template";
    }
  }
}

function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(STEP)].map(([, dotted, single, double, index]) =>
    index === undefined ? (dotted ?? single ?? double ?? "") : Number(index),
  );
}

/** Parsed templates by their text: devices of one kind share them. */
export class TemplateCache {
  readonly #templates = new Map<string, Template>();
  readonly #max: number;

  constructor(max = 5000) {
    this.#max = max;
  }

  /** Whether a text is a template that is known to be slow. */
  isSlow(source: unknown): boolean {
    return typeof source === "string" && (this.#templates.get(source)?.slow ?? false);
  }

  get(source: string): Template {
    const known = this.#templates.get(source);
    if (known) return known;
    const made = new Template(source);
    if (this.#templates.size >= this.#max) this.#templates.clear();
    this.#templates.set(source, made);
    return made;
  }
}
