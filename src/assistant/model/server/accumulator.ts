import { cleanText, JsonText, nestsTooDeep } from "../../../home/index.ts";
import type { CallUsage, Completion, RawCall } from "../messages.ts";
import { asRecord, asText, type JsonRecord } from "./untrusted-json.ts";

/** Bounds beyond which an answer is useless: UTF-16 units, tool calls, reasoning details. */
const MAX_LENGTH = 200_000;
const MAX_CALLS = 64;
const MAX_DETAILS = 1_000;

interface CallDraft {
  readonly index: number | null;
  id: string;
  name: string;
  arguments: string;
  /** The arguments so far, for finding where the JSON ends. */
  readonly json: JsonText;
}

/**
 * Builds one answer from the chunks of a stream, however they are cut: text, tool calls by index, reasoning details by index and
 * type, usage. Treats chunks as untrusted data.
 */
export class CompletionAccumulator {
  #content = "";
  #reasoning = "";
  #reasoningContent = "";
  #length = 0;
  readonly #details: JsonRecord[] = [];
  /** Reasoning details with an index, keyed by index and type. */
  readonly #indexed = new Map<string, JsonRecord>();
  readonly #calls: CallDraft[] = [];
  #finish: string | null = null;
  #usage: CallUsage | null = null;
  #model: string | null = null;
  #tooDeep = false;

  /** Whether the answer exceeds its bounds: stop reading it. */
  get excessive(): boolean {
    return this.#length > MAX_LENGTH || this.#calls.length > MAX_CALLS || this.#details.length > MAX_DETAILS;
  }

  /** Whether a chunk was nested too deeply: stop reading it. */
  get tooDeep(): boolean {
    return this.#tooDeep;
  }

  /** Whether the answer so far has neither text nor tool calls. */
  get empty(): boolean {
    return this.#content.trim() === "" && this.#calls.length === 0;
  }

  /** Adds one chunk of a chat completion. @returns the text that it adds to the answer */
  push(chunk: unknown): string {
    if (nestsTooDeep(chunk)) {
      this.#tooDeep = true;
      return "";
    }
    const { model, usage, choices } = asRecord(chunk);
    if (typeof model === "string" && model !== "") this.#model = cleanText(model, 200);
    if (usage) this.#usage = usageOf(asRecord(usage));
    const choice = asRecord(Array.isArray(choices) ? choices[0] : undefined);
    if (typeof choice["finish_reason"] === "string") this.#finish = choice["finish_reason"];
    const delta = asRecord(choice["delta"] ?? choice["message"]);
    const { tool_calls: calls, reasoning_details: details } = delta;
    this.#reasoning += asText(delta["reasoning"]);
    this.#reasoningContent += asText(delta["reasoning_content"]);
    if (Array.isArray(details)) for (const detail of details) this.#addDetail(asRecord(detail));
    if (Array.isArray(calls)) for (const call of calls) this.#addCall(asRecord(call));
    const text = contentOf(delta["content"]);
    this.#content += text;
    // Empty pieces count as well.
    this.#length += 2 + text.length + asText(delta["reasoning"]).length + asText(delta["reasoning_content"]).length;
    return text;
  }

  /** The answer so far. */
  completion(): Completion {
    return {
      content: this.#content,
      calls: this.#calls.map(
        ({ json: _, ...call }, position): RawCall => ({ ...call, id: call.id || `call_${position}` }),
      ),
      reasoning: this.#echo(),
      finish: this.#finish,
      usage: this.#usage,
      model: this.#model,
    };
  }

  #addCall(piece: JsonRecord): void {
    const index = typeof piece["index"] === "number" ? piece["index"] : null;
    const id = asText(piece["id"]);
    const { name: rawName, arguments: rawArguments } = asRecord(piece["function"]);
    const name = asText(rawName);
    let call = this.#callOf(index, id, name);
    if (!call) {
      call = { index, id: "", name: "", arguments: "", json: new JsonText() };
      this.#calls.push(call);
    }
    if (call.id === "") call.id = id;
    // The first piece has the whole name; some servers repeat it in every piece.
    const named = name !== call.name && call.arguments === "" ? name : "";
    call.name += named;
    // A few servers send the arguments as an object in one piece.
    const added =
      typeof rawArguments === "object" && rawArguments ? JSON.stringify(rawArguments) : asText(rawArguments);
    call.arguments += added;
    call.json.push(added);
    this.#length += added.length + named.length + id.length;
  }

  /** The call that a piece belongs to; undefined when the piece begins a new one. */
  #callOf(index: number | null, id: string, name: string): CallDraft | undefined {
    const last = this.#calls.at(-1);
    if (index === null) return id === "" ? last : this.#calls.find((call) => call.id === id);
    const same = this.#calls.findLast((call) => call.index === index);
    // Some servers give every call the index 0: a piece with a new id and a name is a new call.
    if (same && id !== "" && same.id !== "" && id !== same.id && name !== "") return undefined;
    // Some servers count the first and later pieces differently: a piece without id and name continues the open call.
    if (id === "" && name === "" && (!same || same.json.ended) && last && !last.json.ended) return last;
    return same;
  }

  /** Adds a reasoning detail: text, summary and data of one index and type are joined, other fields overwritten. */
  #addDetail(piece: JsonRecord): void {
    this.#length += JSON.stringify(piece).length;
    const index = piece["index"] ?? null;
    const key = JSON.stringify([index, piece["type"] ?? null]);
    const last = this.#details.at(-1);
    const same = last !== undefined && last["type"] === piece["type"] && (last["index"] ?? null) === null;
    const known = index === null ? (same ? last : undefined) : this.#indexed.get(key);
    if (known === undefined) {
      const detail = { ...piece };
      this.#details.push(detail);
      if (index !== null) this.#indexed.set(key, detail);
      return;
    }
    for (const [name, value] of Object.entries(piece)) {
      const joined = name === "text" || name === "summary" || name === "data";
      if (joined && typeof value === "string") known[name] = asText(known[name]) + value;
      else if (value !== null && value !== undefined) known[name] = value;
    }
  }

  #echo(): Completion["reasoning"] {
    if (this.#details.length > 0) return { reasoning_details: this.#details };
    if (this.#reasoning !== "") return { reasoning: this.#reasoning };
    return this.#reasoningContent === "" ? {} : { reasoning_content: this.#reasoningContent };
  }
}

/** The text of a content that is a string or a list of parts; parts of thinking are left out. */
function contentOf(content: unknown): string {
  if (!Array.isArray(content)) return asText(content);
  const parts = content.map(asRecord).filter(({ type }) => type === "text" || type === "output_text");
  return parts.map(({ text }) => asText(text)).join("");
}

function usageOf(usage: JsonRecord): CallUsage {
  // A server may say anything; `1e999` is read as Infinity.
  const amount = (value: unknown) => (Number.isFinite(value) && Number(value) >= 0 ? Number(value) : null);
  const count = (value: unknown) => amount(value) ?? 0;
  return {
    promptTokens: count(usage["prompt_tokens"]),
    completionTokens: count(usage["completion_tokens"]),
    cachedTokens: count(asRecord(usage["prompt_tokens_details"])["cached_tokens"]),
    cost: amount(usage["cost"]),
  };
}
