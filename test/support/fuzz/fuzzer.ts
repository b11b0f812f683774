/** Sends requests that are made from the schemas of the API, and looks at what comes back. */
import type { Scope } from "../../../src/access/index.ts";
import { SCOPES } from "../../../src/access/index.ts";
import { seeded } from "../random.ts";
import { AnswerCheck } from "./answer-check.ts";
import { type ApiOperation, operationsOf } from "./api-operations.ts";
import { type FuzzedRequest, fuzzedRequest } from "./fuzzed-request.ts";
import { KnownValues } from "./known-values.ts";
import { SchemaValues } from "./schema-values.ts";

/** A token, or none, that requests carry. */
export interface FuzzToken {
  readonly secret: string | null;
  readonly scope: Scope | null;
}

export interface FuzzOptions {
  readonly url: string;
  readonly document: unknown;
  readonly seed: number;
  /** The scope that a route needs, by its name; null: it is open to everybody. */
  readonly scopeOf: (name: string) => Scope | null;
}

/** What a request met that no request may meet. */
export interface Finding {
  readonly what: string;
  readonly request: string;
}

/** No answer may take longer, in milliseconds. */
const PATIENCE_MS = 20_000;
/** Requests that are under way at once. */
const AT_ONCE = 8;
/** What devices, brokers and models may bring about: refused, away or busy, no answer in time. */
const OF_DEVICES = [502, 503, 504];

export class Fuzzer {
  readonly #options: FuzzOptions;
  readonly #known = new KnownValues();
  readonly #schemas: ReturnType<typeof operationsOf>["schemas"];
  readonly #check: AnswerCheck;
  readonly operations: readonly ApiOperation[];
  readonly findings: Finding[] = [];
  /** How many answers had which status, keyed by operation. */
  readonly answers = new Map<string, Map<number, number>>();

  constructor(options: FuzzOptions) {
    this.#options = options;
    const { operations, schemas } = operationsOf(options.document);
    this.operations = operations;
    this.#schemas = schemas;
    this.#check = new AnswerCheck(schemas);
  }

  /** Sends this many requests, the operations in turn, each with one of the tokens. */
  async run(count: number, tokens: readonly FuzzToken[]): Promise<void> {
    let next = 0;
    const worker = async () => {
      while (next < count) {
        const index = next;
        next += 1;
        const random = seeded(this.#options.seed + index * 7_919);
        const values = new SchemaValues(random, this.#schemas, this.#known);
        const operation = this.operations[index % this.operations.length];
        if (operation) await this.#ask(operation, fuzzedRequest(operation, values), values.pick(tokens));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #ask(operation: ApiOperation, request: FuzzedRequest, { secret, scope }: FuzzToken): Promise<void> {
    const { address, method, headers, body, partial } = request;
    const told = (what: string) => {
      const shown = { method, address, headers, body, scope };
      this.findings.push({ what: `${operation.name}: ${what}`, request: JSON.stringify(shown).slice(0, 1_500) });
    };
    try {
      const answer = await fetch(`${this.#options.url}${address}`, {
        method,
        redirect: "manual",
        headers: { ...headers, ...(secret !== null && { authorization: `Bearer ${secret}` }) },
        ...(body !== undefined && { body }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { status } = answer;
      const type = answer.headers.get("content-type") ?? "";
      const text = await textOf(answer, type);
      const counts = this.answers.get(operation.name) ?? new Map<number, number>();
      this.answers.set(operation.name, counts.set(status, (counts.get(status) ?? 0) + 1));
      if (status >= 500 && !OF_DEVICES.includes(status)) told(`${status} ${text?.slice(0, 300)}`);
      if (status === 429 && answer.headers.get("retry-after") === null) told("429 without Retry-After");
      const needed = this.#options.scopeOf(operation.name);
      // What is wrong with the address or the PIN may be told first.
      if (needed !== null && !reaches(scope, needed) && (status < 400 || status >= 500)) {
        told(`${status} with the scope ${scope}; it needs ${needed}`);
      }
      const problem =
        status === 304 ? null : this.#check.problem(operation, { status, type, text }, partial && status < 300);
      if (problem !== null) told(`${status}: ${problem} ${text?.slice(0, 300)}`);
      if (status === 200 && text !== null && type.includes("json") && address !== "/api/identity") {
        this.#known.learn(JSON.parse(text));
      }
    } catch (error) {
      told(`no whole answer: ${String(error)} ${error instanceof Error ? String(error.cause ?? "") : ""}`);
    }
  }
}

function reaches(scope: Scope | null, needed: Scope): boolean {
  return scope !== null && SCOPES.indexOf(scope) >= SCOPES.indexOf(needed);
}

/** The whole text of an answer; null for a stream, which is left after its first bytes. */
async function textOf(answer: Response, type: string): Promise<string | null> {
  if (!type.startsWith("text/event-stream")) return await answer.text();
  await answer.body?.cancel();
  return null;
}
