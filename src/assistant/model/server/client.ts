import { OpenAI } from "openai";
import type { ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import { type Clock, errorMessage, type Message, systemClock } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import type { ChatModel, ModelRequest } from "../chat-model.ts";
import { BYTE_LIMITS, boundedFetch } from "./bounded-fetch.ts";
import { ModelFailure, toModelFailure } from "./failure.ts";
import type { FailureKind } from "./failure-kind.ts";
import { withIdleLimit } from "./idle-limit.ts";
import { ModelList } from "./model-list.ts";
import { patientFetch } from "./patient-fetch.ts";
import { type Provider, providerAt, thinkingFields } from "./providers.ts";
import { joinPieces, parseWholeAnswer } from "./whole-answer.ts";

export const OPENROUTER_URL = "https://openrouter.ai/api/v1";
export const DEFAULT_MODEL = "xiaomi/hunter-alpha";
/** The preview under its listed name, then its successors, newest first. */
export const DEFAULT_FALLBACKS: readonly string[] = [
  "openrouter/hunter-alpha",
  "xiaomi/mimo-v2.6-pro",
  "xiaomi/mimo-v2.6-flash",
  "xiaomi/mimo-v2.6-pro-ultraspeed",
  "xiaomi/mimo-v2.5-pro",
  "xiaomi/mimo-v2-pro",
];
/** OpenRouter's limit of models in one request. */
const MAX_MODELS = 3;

/** Times in milliseconds. */
export interface ModelTimeouts {
  /** Until the headers, and from there to the first chunk. */
  readonly start: number;
  /** Between two chunks of an answer. */
  readonly idle: number;
  /** For the list of models at start. */
  readonly check: number;
}

export const DEFAULT_TIMEOUTS: ModelTimeouts = { start: 45_000, idle: 20_000, check: 5_000 };

export interface ModelOptions {
  /** Local servers often need none. */
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly model?: string;
  /** Models to try in order when the model is gone; absent: DEFAULT_FALLBACKS with OpenRouter, otherwise none. */
  readonly fallbacks?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeouts?: Partial<ModelTimeouts>;
  /** Send fields that only OpenRouter knows; absent: decided by the base URL. */
  readonly openRouter?: boolean;
  /** The provider, where the base URL does not tell. */
  readonly provider?: Provider;
  /** Whether providers may store requests; absent: "deny". OpenRouter only. */
  readonly dataCollection?: "allow" | "deny";
  /** Switches the model's thinking on or off, where the server supports it; absent: the default of the model. */
  readonly thinking?: boolean;
  readonly clock?: Clock;
}

type Body = ChatCompletionCreateParamsStreaming & {
  readonly models?: readonly string[];
  readonly provider?: { readonly data_collection: "allow" | "deny" };
  readonly session_id?: string;
};

/** A model behind an OpenAI-compatible server, with fallbacks for when it is gone. Callers retry. */
export class ModelClient implements ChatModel {
  readonly #options: ModelOptions;
  readonly #client: OpenAI;
  readonly #clock: Clock;
  readonly #timeouts: ModelTimeouts;
  readonly #openRouter: boolean;
  readonly #provider: Provider;
  /** Request fields that the server refused; they are not sent again. */
  readonly #refused = new Set<string>();
  readonly #fallbacks: string[];
  /** Models that turned out to be gone. */
  readonly #gone = new Set<string>();
  /** Ids in the server's list of models; null before it is read. */
  #listed: ReadonlySet<string> | null = null;
  #model: string;
  thinksAloud = false;

  constructor(options: ModelOptions) {
    const baseURL = options.baseUrl ?? OPENROUTER_URL;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.#provider = options.provider ?? (options.openRouter ? providerAt(OPENROUTER_URL) : providerAt(baseURL));
    this.#openRouter = options.openRouter ?? this.#provider === providerAt(OPENROUTER_URL);
    this.#model = options.model ?? DEFAULT_MODEL;
    this.#fallbacks = [...(options.fallbacks ?? (this.#openRouter ? DEFAULT_FALLBACKS : []))];
    this.#client = new OpenAI({
      apiKey: options.apiKey || "none",
      // The environment must not change what is configured.
      organization: null,
      project: null,
      baseURL,
      maxRetries: 0,
      timeout: this.#timeouts.start,
      logLevel: "off",
      fetch: boundedFetch(BYTE_LIMITS, patientFetch(Math.max(this.#timeouts.start, this.#timeouts.idle))),
      defaultHeaders: { ...(this.#openRouter && { "X-OpenRouter-Title": "Jia" }), ...options.headers },
    });
  }

  get model(): string {
    return this.#model;
  }

  /**
   * Checks that the server lists the model, and switches to the first listed fallback otherwise. Never throws: without a list nothing
   * changes.
   * @returns a notice for the person; null when all is well
   */
  async check(signal?: AbortSignal): Promise<Message | null> {
    const limit = AbortSignal.timeout(this.#timeouts.check);
    try {
      const options = { signal: signal ? AbortSignal.any([signal, limit]) : limit, timeout: this.#timeouts.check };
      const { body } = await this.#client.models.list(options).asResponse();
      const list = new ModelList();
      for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) list.push(piece);
      if (list.ids.size === 0) return null;
      this.#listed = list.ids;
    } catch (error) {
      const { kind, why } = toModelFailure(error, this.#clock.now(), this.#options.apiKey);
      // These also break chat requests; any other failure may only mean that the server has no list.
      const sure = kind === "redirected" || kind === "untrusted";
      return sure ? errorMessage({ code: "model-unavailable", details: { detail: why } }) : null;
    }
    return this.#offers(this.#model) ? null : this.#switch("gone", []);
  }

  /** Whether the server lists the model: under its name, its name without a variant (`:nitro`), or with Ollama's `:latest`. */
  #offers(id: string): boolean {
    const listed = this.#listed;
    if (!listed) return true;
    return listed.has(id) || listed.has(id.replace(/:[^:/]*$/, "")) || listed.has(`${id}:latest`);
  }

  replace({ kind, ofModel, fallbacks }: ModelFailure): Message | null {
    return ofModel ? this.#switch(kind, fallbacks) : null;
  }

  /**
   * Yields the chunks of one answer.
   * @throws ModelFailure, also for an error inside a stream or with status 200; the signal's reason when it is aborted
   */
  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<unknown> {
    const stop = new AbortController();
    let again = false;
    try {
      const { data, response } = await this.#client.chat.completions
        .create(this.#body(request), { signal: AbortSignal.any([signal, stop.signal]) })
        .withResponse();
      const type = response.headers.get("content-type") ?? "";
      if (/\b(?:html|xml)\b/i.test(type)) throw new ModelFailure("no-model-server", { detail: type.slice(0, 100) });
      // An error may have status 200 and plain JSON, which the client would take for an empty stream.
      if (/\bjson\b/i.test(type)) {
        const pieces = response.body?.pipeThrough(new TextDecoderStream()) ?? ReadableStream.from<string>([]);
        const text = await joinPieces(withIdleLimit(pieces, this.#timeouts, () => stop.abort()));
        yield parseWholeAnswer(text, response.headers, this.#clock.now(), this.#options.apiKey);
        return;
      }
      yield* withIdleLimit(data, this.#timeouts, () => stop.abort());
    } catch (error) {
      signal.throwIfAborted();
      const failure = toModelFailure(error, this.#clock.now(), this.#options.apiKey);
      const refused = this.#refusedField(failure);
      if (refused === undefined) throw failure;
      this.#refused.add(refused);
      again = true;
    } finally {
      stop.abort();
    }
    // A refused request has yielded nothing yet.
    if (again) yield* this.stream(request, signal);
  }

  /** The optional field that the server refused by name, once for each field; undefined when there is none. */
  #refusedField({ httpStatus, detail }: ModelFailure): string | undefined {
    if (httpStatus !== 400 && httpStatus !== 422) return undefined;
    return SPARED.find((field) => !this.#refused.has(field) && detail.includes(field));
  }

  #body({ messages, tools, toolChoice, session, schema }: ModelRequest): Body {
    const { dataCollection = "deny" } = this.#options;
    const { needsText = false, forbids, asksUsage, thinking: form, thinksNot } = this.#provider;
    const models = this.#alternatives();
    const thinks = this.#options.thinking ?? (thinksNot?.test(this.#model) ? false : undefined);
    const named = tools.length > 0 && (toolChoice === "auto" || forbids === "tool_choice");
    const told = needsText
      ? messages.map((each) => (each.content === null ? { ...each, content: "" } : each))
      : messages;
    const body: Body = {
      model: this.#model,
      stream: true,
      // Our messages add the reasoning fields that the types of the package lack.
      messages: told as Body["messages"],
      ...(named && { tools: tools as Body["tools"] & object }),
      ...(named && forbids === "tool_choice" && { tool_choice: toolChoice }),
      ...(schema && { response_format: { type: "json_schema", json_schema: { name: "answer", schema } } }),
      ...(asksUsage && { stream_options: { include_usage: true } }),
      ...(this.#openRouter && {
        provider: { data_collection: dataCollection },
        session_id: session.slice(0, 256),
        ...(models.length > 1 && { models }),
      }),
      ...(form !== null && thinks !== undefined && thinkingFields(form, thinks)),
    };
    for (const field of this.#refused) Reflect.deleteProperty(body, field);
    return body;
  }

  /** The model and its fallbacks for OpenRouter's routing: listed ids only, because an unknown id fails the request. */
  #alternatives(): string[] {
    const listed = this.#listed;
    if (!listed?.has(this.#model)) return [];
    const others = this.#fallbacks.filter((id) => id !== this.#model && listed.has(id) && !this.#gone.has(id));
    return [this.#model, ...others].slice(0, MAX_MODELS);
  }

  #switch(why: FailureKind, named: readonly string[]): Message | null {
    const old = this.#model;
    this.#gone.add(old);
    const usable = (id: string) => !this.#gone.has(id) && this.#offers(id);
    // Prefer fallbacks that the server names: they exist.
    const sure = this.#fallbacks.filter((id) => named.includes(id));
    const next = [...sure, ...this.#fallbacks, ...named].find(usable);
    if (next === undefined) return null;
    this.#model = next;
    switch (why) {
      case "unknown-model":
      case "no-tools":
      case "no-provider":
      case "private":
        return message(`modelReplaced.${why}`, { old, next });
      default:
        return message("modelReplaced.gone", { old, next });
    }
  }
}

/** Optional fields of a request that are dropped where a server refuses them by name. */
const SPARED = [
  "stream_options",
  "tool_choice",
  "response_format",
  "reasoning_effort",
  "chat_template_kwargs",
  "enable_thinking",
  "session_id",
];
