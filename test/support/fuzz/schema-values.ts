/** Values for JSON Schemas, from a seed: such as fit, and such as nearly do. */
import fc from "fast-check";
import { z } from "zod";
import type { DocumentSchema } from "./api-operations.ts";
import type { KnownValues } from "./known-values.ts";

const Known = z.looseObject({
  $ref: z.string().optional(),
  anyOf: z.array(z.record(z.string(), z.unknown())).optional(),
  oneOf: z.array(z.record(z.string(), z.unknown())).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  items: z.record(z.string(), z.unknown()).optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.union([z.boolean(), z.record(z.string(), z.unknown())]).optional(),
});
type KnownSchema = z.infer<typeof Known>;

/** Texts that have broken programs. */
export const NASTY_TEXTS: readonly string[] = [
  ...["", " ", "\u0000", "\u001b[31m", "\u202eabc", "\ufeff", "\ud800", "e\u0301", "👩‍👩‍👧", "客厅的灯", "İ", "ß"],
  ...["__proto__", "constructor", "toString", "null", "undefined", "NaN", "-0", "1e999", "9007199254740993"],
  ...["../../../../etc/passwd", "..%2f..", "%00", "%", "C:\\", "'; DROP TABLE people; --", '"', "`id`", "$" + "{7*7}"],
  ...["<script>alert(1)</script>", "a".repeat(3_000), "9".repeat(400), "[".repeat(500), ",,,", ".", "-", "\n\r\n"],
];
const NASTY_NUMBERS = [0, -0, -1, 1, 0.1, 1e-9, 255, 256, 65_536, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e308, -1e308];
/** So deep that a value which refers to itself ends. */
const MAX_DEPTH = 6;
/** Nothing listens there, and nothing that a test makes up may leave the machine. */
export const NOWHERE = "http://127.0.0.1:9";

export class SchemaValues {
  readonly #random: () => number;
  readonly #schemas: Readonly<Record<string, DocumentSchema>>;
  readonly #known: KnownValues;
  /** Texts for a pattern, keyed by it. */
  readonly #matching = new Map<string, readonly string[]>();
  readonly #parsed = new WeakMap<DocumentSchema, KnownSchema>();

  constructor(random: () => number, schemas: Readonly<Record<string, DocumentSchema>>, known: KnownValues) {
    this.#random = random;
    this.#schemas = schemas;
    this.#known = known;
  }

  /** The device that a request names: other parts of the request are mostly made for it. */
  device: string | null = null;

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  /** Whether something happens that has this probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  pick<Each>(all: readonly Each[]): Each {
    const picked = all[this.below(all.length)];
    if (picked === undefined && all.length === 0) throw new Error("nothing to pick from");
    return picked as Each;
  }

  /**
   * A value that mostly fits a schema.
   * @param field the name of the field that it is for, for what is known of such fields
   */
  fitting(given: DocumentSchema, field: string, depth = 0): unknown {
    const schema = this.#resolved(given);
    // Requests that reach a channel's server would leave the machine.
    if (field === "values") return { server: NOWHERE, topic: `t${this.below(9)}`, url: NOWHERE };
    const { examples = [] } = schema;
    if (examples.length > 0 && this.chance(0.35)) return structuredClone(this.pick(examples));
    const options = schema.anyOf ?? schema.oneOf;
    if (options) return this.fitting(this.pick(options), field, depth + 1);
    if (schema.enum) return this.pick(schema.enum);
    if (schema.const !== undefined) return schema.const;
    switch (typeof schema.type === "object" ? this.pick(schema.type) : schema.type) {
      case "string":
        return this.#text(schema, field);
      case "integer":
        return Math.round(this.#number(schema, field));
      case "number":
        return this.#number(schema, field);
      case "boolean":
        return this.chance(0.5);
      case "null":
        return null;
      case "array":
        return this.#list(schema, field, depth);
      case "object":
        return this.#object(schema, field, depth);
      default:
        return this.#anything(depth);
    }
  }

  /** A value with one thing wrong somewhere in it. */
  spoiled(value: unknown): unknown {
    const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
    const copy = structuredClone(value);
    if (inside.length === 0 || this.chance(0.15)) return this.#anything(0);
    const [key, each] = this.pick(inside);
    if (Array.isArray(copy)) {
      copy[Number(key)] = this.spoiled(each);
      return this.chance(0.2) ? [...copy, ...copy, ...copy] : copy;
    }
    const object = copy as Record<string, unknown>;
    const way = this.below(4);
    if (way === 0) delete object[key];
    else if (way === 1) object[this.pick(NASTY_TEXTS)] = each;
    else object[key] = this.spoiled(each);
    return object;
  }

  #resolved(given: DocumentSchema): KnownSchema {
    const schema = this.#parsed.get(given) ?? Known.parse(given);
    this.#parsed.set(given, schema);
    if (schema.$ref === undefined) return schema;
    const named = this.#schemas[schema.$ref.slice("#/components/schemas/".length)];
    if (!named) throw new Error(`${schema.$ref} is not in the document`);
    return this.#resolved(named);
  }

  #text({ format, pattern, minLength = 0, maxLength = 5_000 }: KnownSchema, field: string): string {
    if (format === "uri") return `${NOWHERE}/${this.below(1_000)}`;
    if (format === "date-time") return this.#moment();
    const known = this.#known.of(field).filter((each) => typeof each === "string");
    if (known.length > 0 && this.chance(0.7)) return this.pick(known);
    if (pattern !== undefined && this.chance(0.8)) return this.pick(this.#matches(pattern));
    const ids = this.#known.of("id").filter((each) => typeof each === "string");
    const pools = [["a", "lamp", "5m", "22:00", "* * * * *", "turn on the lamp", this.#moment()], NASTY_TEXTS, ids];
    const text = this.pick(this.pick(pools.filter((pool) => pool.length > 0)));
    return text.padEnd(Math.min(minLength, 300), "x").slice(0, maxLength);
  }

  #matches(pattern: string): readonly string[] {
    const made = this.#matching.get(pattern) ?? textsMatching(pattern, this.below(2 ** 31));
    this.#matching.set(pattern, made);
    return made;
  }

  #number({ minimum, maximum, exclusiveMinimum }: KnownSchema, field: string): number {
    const least = minimum ?? exclusiveMinimum ?? -1_000;
    const most = maximum ?? Math.max(least, 0) + 1_000;
    const known = this.#known.of(field).filter((each) => typeof each === "number");
    if (known.length > 0 && this.chance(0.3)) return this.pick(known);
    if (this.chance(0.3)) return this.pick([least, most, ...NASTY_NUMBERS]);
    return this.chance(0.5) ? least + this.below(Math.min(most - least + 1, 1_000)) : least + this.#random();
  }

  #moment(): string {
    const hours = (this.#random() - 0.5) * this.pick([1, 48, 10_000]);
    return new Date(Date.now() + hours * 3_600_000).toISOString();
  }

  #list({ items = {}, minItems = 0, maxItems = 20 }: KnownSchema, field: string, depth: number): unknown[] {
    const wanted = depth > MAX_DEPTH ? minItems : minItems + this.below(4);
    return Array.from({ length: Math.min(wanted, maxItems) }, () => this.fitting(items, field, depth + 1));
  }

  #object(schema: KnownSchema, field: string, depth: number): Record<string, unknown> {
    const { properties = {}, required = [], additionalProperties } = schema;
    const made: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(properties)) {
      if (required.includes(name) || (depth <= MAX_DEPTH && this.chance(0.4))) {
        made[name] = this.fitting(each, name, depth + 1);
      }
    }
    if (typeof additionalProperties === "object" && depth <= MAX_DEPTH) {
      const state = this.device === null ? null : this.#known.stateOf(this.device);
      if (state && Object.keys(state).length > 0 && this.chance(0.7)) {
        const [address, value] = this.pick(Object.entries(state));
        return { ...made, [address]: this.chance(0.6) ? value : this.fitting(additionalProperties, field, depth + 1) };
      }
      const keys = [...this.#known.of("state.keys"), ...this.#known.of(`${field}.keys`), "name", "a"];
      for (let left = this.below(4); left > 0; left -= 1) {
        made[String(this.pick(keys))] = this.fitting(additionalProperties, field, depth + 1);
      }
    }
    return made;
  }

  #anything(depth: number): unknown {
    const plain = [true, false, null, this.pick(NASTY_NUMBERS), this.pick(NASTY_TEXTS)];
    if (depth > 2) return this.pick(plain);
    return this.pick([
      ...plain,
      [],
      {},
      [this.#anything(depth + 1)],
      { [this.pick(NASTY_TEXTS)]: this.#anything(depth + 1) },
      Array.from({ length: 300 }, () => 0),
    ]);
  }
}

/** Some texts of a pattern. What fast-check cannot make (Unicode properties) is made from the same with ASCII. */
function textsMatching(pattern: string, seed: number): readonly string[] {
  const ascii = pattern.replaceAll(/\\p\{L[lo]?\}/g, "a-z").replaceAll("\\p{N}", "0-9");
  return fc.sample(fc.stringMatching(new RegExp(ascii)), { seed, numRuns: 30 });
}
