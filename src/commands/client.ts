import { z } from "zod";
import { ReadyBody } from "../api/routes/health.ts";
import { AssistantReplyBody, DeviceBody, type NotedOutcomeBody, OutcomeBody } from "../api/schemas.ts";
import { cleanText, ERRORS, type ErrorCode, JiaError, type MessageValue } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { sentEvents } from "./sse.ts";

export type DeviceAnswer = z.infer<typeof DeviceBody>;
/** The JSON answer of a turn, and whether what was asked for was refused although no outcome shows it. */
export type Reply = z.infer<typeof ReplyBody>;
export type OutcomeAnswer = z.infer<typeof OutcomeBody>;
/** An outcome as the audit has it. */
export type NotedAnswer = z.infer<typeof NotedOutcomeBody>;

/** What is said to the running Jia. */
export interface Utterance {
  readonly text: string;
  readonly conversation?: string;
  readonly room?: string;
  readonly language?: Language;
}

/** What happens during a turn, as it comes over the wire. */
export type TurnNews =
  | { readonly type: "started"; readonly conversation: string }
  | { readonly type: "text" | "replace" | "notice"; readonly text: string }
  | { readonly type: "outcome"; readonly outcome: OutcomeAnswer }
  | { readonly type: "done"; readonly reply: Reply };

const ReplyBody = AssistantReplyBody.extend({ failed: z.literal(true).optional() });
const Text = z.object({ text: z.string() });
const Started = z.object({ conversation: z.string() });
/** What is filled into the text of an error: words as they stand, or messages that are told here. */
const Detail: z.ZodType<MessageValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(Detail),
    z.object({ key: z.string(), values: z.record(z.string(), Detail).exactOptional() }),
    z.object({ texts: z.record(z.string(), z.string()) }),
  ]),
);
const Failure = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), Detail).catch({}),
});

export interface ClientOptions {
  /** Base address of the API. */
  readonly url: string;
  readonly token: string | null;
  readonly language: Language;
  /** It runs for this command alone and then forgets everything. */
  readonly passing?: true;
}

/** Talks to a running Jia through its API. */
export class Client {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Where the next command finds the same Jia; null for one that runs for this command alone. */
  get address(): string | null {
    return this.#options.passing ? null : this.#options.url.replace(/\/+$/, "");
  }

  /** Whether a Jia answers there. */
  async alive(signal: AbortSignal): Promise<boolean> {
    try {
      const answer = await fetch(this.#address("/health"), {
        signal: AbortSignal.any([signal, AbortSignal.timeout(3_000)]),
        redirect: "error",
      });
      return z.object({ status: z.literal("ok") }).safeParse(await answer.json()).success;
    } catch {
      signal.throwIfAborted();
      return false;
    }
  }

  /** What it says of its own readiness, also when it is not ready. @throws JiaError `not-running` */
  async ready(signal: AbortSignal): Promise<z.infer<typeof ReadyBody>> {
    const { token, language } = this.#options;
    const headers = { "accept-language": language, ...(token !== null && { authorization: `Bearer ${token}` }) };
    try {
      const answer = await fetch(this.#address("/ready"), { headers, signal, redirect: "error" });
      return ReadyBody.parse(await answer.json());
    } catch (error) {
      signal.throwIfAborted();
      throw this.#notRunning(error);
    }
  }

  async devices(
    filter: { room?: string | undefined; kind?: string | undefined },
    signal: AbortSignal,
  ): Promise<DeviceAnswer[]> {
    const query = new URLSearchParams();
    if (filter.room !== undefined) query.set("room", filter.room);
    if (filter.kind !== undefined) query.set("kind", filter.kind);
    const { devices } = await this.get(`/api/devices?${query}`, z.object({ devices: z.array(DeviceBody) }), signal);
    return devices;
  }

  /** The home's IANA zone, in which its times are told. */
  async timezone(signal: AbortSignal): Promise<string> {
    return (await this.get("/api/rooms", z.object({ timezone: z.string() }), signal)).timezone;
  }

  /** One turn. Leaving the loop early, or the signal, stops it. */
  async *turn(utterance: Utterance, signal: AbortSignal): AsyncGenerator<TurnNews> {
    const answer = await this.#fetch("/api/assistant", signal, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify(utterance),
    });
    if (!answer.body) throw this.#notRunning(null);
    for await (const { event, data } of sentEvents(answer.body)) {
      const news = readNews(event, JSON.parse(data));
      if (news) yield news;
    }
  }

  /** The answer to a GET, checked. */
  async get<Schema extends z.ZodType>(path: string, schema: Schema, signal: AbortSignal): Promise<z.infer<Schema>> {
    return await this.send("GET", path, undefined, schema, signal);
  }

  /** The answer to any request, checked; `body` is sent as JSON when it is given. */
  async send<Schema extends z.ZodType>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body: unknown,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.infer<Schema>> {
    const content =
      body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const answer = await this.#fetch(path, signal, { method, ...content });
    const text = await answer.text();
    const parsed = schema.safeParse(text === "" ? undefined : JSON.parse(text));
    if (!parsed.success)
      throw new JiaError("internal", { detail: `${path}: the answer has another form` }, parsed.error);
    return parsed.data;
  }

  async #fetch(
    path: string,
    signal: AbortSignal,
    init: RequestInit & { headers?: Record<string, string> },
  ): Promise<Response> {
    const { token, language } = this.#options;
    const headers = {
      "accept-language": language,
      ...init.headers,
      ...(token !== null && { authorization: `Bearer ${token}` }),
    };
    let answer: Response;
    try {
      answer = await fetch(this.#address(path), { ...init, headers, signal, redirect: "error" });
    } catch (error) {
      signal.throwIfAborted();
      throw this.#notRunning(error);
    }
    if (!answer.ok) throw await this.#errorOf(answer);
    return answer;
  }

  async #errorOf(answer: Response): Promise<JiaError> {
    const parsed = z.object({ error: Failure }).safeParse(await answer.json().catch(() => null));
    // Something answers there that is not Jia.
    if (!parsed.success) return this.#notRunning(null);
    return asJiaError(parsed.data.error);
  }

  #notRunning(cause: unknown): JiaError {
    return new JiaError("not-running", { url: this.#options.url }, cause);
  }

  #address(path: string): string {
    return `${this.#options.url.replace(/\/+$/, "")}${path}`;
  }
}

function readNews(event: string, data: unknown): TurnNews | null {
  switch (event) {
    case "started":
      return { type: "started", ...Started.parse(data) };
    case "text":
    case "replace":
    case "notice":
      return { type: event, ...Text.parse(data) };
    case "outcome":
      return { type: "outcome", outcome: OutcomeBody.parse(data) };
    case "done":
      return { type: "done", reply: ReplyBody.parse(data) };
    case "error":
      throw asJiaError(Failure.parse(data));
    default:
      return null; // An event of a newer Jia, or one that is not shown.
  }
}

/** The server's error as our own: by its code where we know it. */
function asJiaError(failure: z.infer<typeof Failure>): JiaError {
  if (failure.code in ERRORS) return new JiaError(failure.code as ErrorCode, failure.details);
  return new JiaError("conflict", { detail: cleanText(failure.message, 500) });
}
