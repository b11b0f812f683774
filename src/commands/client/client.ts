import type { Dispatcher } from "undici";
import { z } from "zod";
import { CLIENT_HEADER } from "../../api/origin.ts";
import { ReadyBody } from "../../api/resources/health.ts";
import {
  AssistantReplyBody,
  DeviceBody,
  DeviceWithSpecBody,
  ExecutionBody,
  type NotedOutcomeBody,
  OutcomeBody,
} from "../../api/schemas.ts";
import { COMMAND_LINE, cleanText, ERRORS, type ErrorCode, JiaError, type MessageValue } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { type SentEvent, sentEvents } from "./sse.ts";

export type DeviceAnswer = z.infer<typeof DeviceBody>;
/** A device with its spec, as the API gives it. */
export type DeviceWithSpec = z.infer<typeof DeviceWithSpecBody>;
/** The JSON answer of a turn, and whether a request was refused although no outcome shows it. */
export type AssistantReply = z.infer<typeof ReplyBody>;
export type OutcomeAnswer = z.infer<typeof OutcomeBody>;
/** An outcome of the audit. */
export type NotedOutcomeAnswer = z.infer<typeof NotedOutcomeBody>;

/** A sentence to the running Jia. */
export interface AssistantRequest {
  readonly text: string;
  readonly conversation?: string;
  /** Whether the conversation must exist already. */
  readonly existing?: boolean;
  readonly room?: string;
  readonly language?: Language;
}

/** An event of a turn, as it comes over the wire. */
export type TurnStreamEvent =
  | { readonly type: "started"; readonly conversation: string }
  | { readonly type: "text" | "replace" | "notice"; readonly text: string }
  | { readonly type: "outcome"; readonly outcome: OutcomeAnswer }
  | { readonly type: "done"; readonly reply: AssistantReply };

const ReplyBody = AssistantReplyBody.extend({ failed: z.literal(true).optional() });
const Text = z.object({ text: z.string() });
const Started = z.object({ conversation: z.string() });
/** A value in the text of an error: a text, or a message that is put into words here. */
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
  detail: z.string(),
  details: z.record(z.string(), Detail).catch({}),
});
type Failure = z.infer<typeof Failure>;

export interface ClientOptions {
  /** Base address of the API. */
  readonly url: string;
  readonly token: string | null;
  readonly language: Language;
  /** Sends the requests where the usual one does not trust the certificate. */
  readonly dispatcher?: Dispatcher;
  /** Whether this Jia runs only for this command, and forgets everything afterwards. */
  readonly passing?: true;
}

type Request = RequestInit & { headers?: Record<string, string> };

/** The part of a request that says how it is sent. */
type Sending = Pick<RequestInit, "dispatcher">;

interface DeviceFilter {
  readonly room?: string | undefined;
  readonly kind?: string | undefined;
}

function queryOf(given: DeviceFilter & { readonly spec?: "true" }): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Talks to a running Jia through its API. */
export class Client {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The headers of every request: the language of answers, the token, and the asker. */
  get headers(): Record<string, string> {
    const { language, token } = this.#options;
    return {
      "accept-language": language,
      [CLIENT_HEADER]: COMMAND_LINE,
      ...(token !== null && { authorization: `Bearer ${token}` }),
    };
  }

  /** How requests are sent. The dispatcher is that of a newer release of the library that Node.js has inside. */
  get #sending(): Sending {
    return (this.#options.dispatcher ? { dispatcher: this.#options.dispatcher } : {}) as Sending;
  }

  /** The base address of the API. */
  get url(): string {
    return this.#options.url;
  }

  /** The address at which the next command finds the same Jia; null for one that runs only for this command. */
  get address(): string | null {
    return this.#options.passing ? null : this.#options.url.replace(/\/+$/, "");
  }

  /** Whether a Jia answers there. */
  async alive(signal: AbortSignal): Promise<boolean> {
    try {
      const answer = await fetch(this.#address("/health"), {
        signal: AbortSignal.any([signal, AbortSignal.timeout(3_000)]),
        redirect: "error",
        ...this.#sending,
      });
      return z.object({ status: z.literal("ok") }).safeParse(await answer.json()).success;
    } catch {
      signal.throwIfAborted();
      return false;
    }
  }

  /**
   * The readiness of Jia, also when it is not ready.
   * @throws JiaError `not-running`
   */
  async ready(signal: AbortSignal): Promise<z.infer<typeof ReadyBody>> {
    try {
      const answer = await fetch(this.#address("/ready"), {
        headers: this.headers,
        signal,
        redirect: "error",
        ...this.#sending,
      });
      return ReadyBody.parse(await answer.json());
    } catch (error) {
      signal.throwIfAborted();
      throw this.#notRunning(error);
    }
  }

  /** The devices without their specs. */
  async devices(filter: DeviceFilter, signal: AbortSignal): Promise<DeviceAnswer[]> {
    return await this.all(`/api/devices?${queryOf(filter)}`, "devices", DeviceBody, signal);
  }

  /** The devices with their specs. */
  async wholeDevices(filter: DeviceFilter, signal: AbortSignal): Promise<DeviceWithSpec[]> {
    const path = `/api/devices?${queryOf({ ...filter, spec: "true" })}`;
    return await this.all(path, "devices", DeviceWithSpecBody, signal);
  }

  /**
   * The device with this handle or id, or with a name that only one has.
   * @throws JiaError `unknown-device` with the nearest ones
   */
  async device(called: string, signal: AbortSignal): Promise<DeviceWithSpec> {
    const at = (handle: string) => `/api/devices/${encodeURIComponent(handle)}`;
    try {
      return await this.get(at(called), DeviceWithSpecBody, signal);
    } catch (error) {
      if (!(error instanceof JiaError) || error.code !== "unknown-device") throw error;
      const all = await this.devices({}, signal);
      const wanted = called.toLowerCase();
      const [found, ...more] = all.filter(({ name, aliases }) =>
        [name, ...aliases].some((each) => each.toLowerCase() === wanted),
      );
      if (!found) throw error;
      if (more.length === 0) return await this.get(at(found.handle), DeviceWithSpecBody, signal);
      const alike = [found, ...more].map(({ handle }) => handle);
      throw new JiaError("unknown-device", { device: called, nearest: found.handle, alike, several: true });
    }
  }

  /**
   * Commands devices. Returns the outcomes, also when all of them failed.
   * @throws JiaError when the command was not carried out at all
   */
  async execute(path: string, body: unknown, signal: AbortSignal): Promise<z.infer<typeof ExecutionBody>> {
    const answer = await this.#request(path, signal, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const parsed = ExecutionBody.safeParse(
      await answer
        .clone()
        .json()
        .catch(() => null),
    );
    if (parsed.success) return parsed.data;
    throw await this.#errorOf(answer);
  }

  /**
   * The events of the home from now on, until Jia ends.
   * @throws the signal's reason when it is aborted
   */
  async events(signal: AbortSignal): Promise<AsyncGenerator<SentEvent>> {
    const answer = await this.#fetch("/api/events", signal, { headers: { accept: "text/event-stream" } });
    if (!answer.body) throw this.#notRunning(null);
    return sentEvents(answer.body);
  }

  /** The IANA time zone of the home, in which times are shown. */
  async timezone(signal: AbortSignal): Promise<string> {
    return (await this.get("/api/rooms", z.object({ timezone: z.string() }), signal)).timezone;
  }

  /** Runs one turn. Leaving the loop early, or the signal, cancels it. */
  async *turn(utterance: AssistantRequest, signal: AbortSignal): AsyncGenerator<TurnStreamEvent> {
    const answer = await this.#fetch("/api/assistant", signal, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify(utterance),
    });
    if (!answer.body) throw this.#notRunning(null);
    for await (const { event, data } of sentEvents(answer.body)) {
      const news = readTurnStreamEvent(event, JSON.parse(data));
      if (news) yield news;
    }
  }

  /** The answer to a GET, streamed in pieces. */
  async *pieces(path: string, signal: AbortSignal): AsyncGenerator<string> {
    const answer = await this.#fetch(path, signal, {});
    if (!answer.body) throw this.#notRunning(null);
    const decoder = new TextDecoder();
    for await (const piece of answer.body) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  }

  /** The answer to a GET, checked. */
  async get<Schema extends z.ZodType>(path: string, schema: Schema, signal: AbortSignal): Promise<z.infer<Schema>> {
    return await this.send("GET", path, undefined, schema, signal);
  }

  /**
   * All items of a list, page by page.
   * @param name the field of the answers that holds them
   */
  async all<Item extends z.ZodType>(
    path: string,
    name: string,
    item: Item,
    signal: AbortSignal,
  ): Promise<z.infer<Item>[]> {
    const body = z.looseObject({ [name]: z.array(item), next: z.string().nullable() });
    const items: z.infer<Item>[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const separator = path.includes("?") ? "&" : "?";
      const page: z.infer<typeof body> = await this.get(
        cursor === "" ? path : `${path}${separator}cursor=${encodeURIComponent(cursor)}`,
        body,
        signal,
      );
      items.push(...(page[name] as z.infer<Item>[]));
      cursor = page["next"] as string | null;
    }
    return items;
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

  async #fetch(path: string, signal: AbortSignal, init: Request): Promise<Response> {
    const answer = await this.#request(path, signal, init);
    if (!answer.ok) throw await this.#errorOf(answer);
    return answer;
  }

  async #request(path: string, signal: AbortSignal, init: Request): Promise<Response> {
    try {
      const headers = { ...init.headers, ...this.headers };
      return await fetch(this.#address(path), { ...init, headers, signal, redirect: "error", ...this.#sending });
    } catch (error) {
      signal.throwIfAborted();
      throw this.#notRunning(error);
    }
  }

  async #errorOf(answer: Response): Promise<JiaError> {
    const parsed = Failure.safeParse(await answer.json().catch(() => null));
    // Something other than Jia answers there.
    if (!parsed.success) return this.#notRunning(null);
    return asJiaError(parsed.data);
  }

  #notRunning(cause: unknown): JiaError {
    return new JiaError("not-running", { url: this.#options.url }, cause);
  }

  #address(path: string): string {
    return `${this.#options.url.replace(/\/+$/, "")}${path}`;
  }
}

function readTurnStreamEvent(event: string, data: unknown): TurnStreamEvent | null {
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

/** The details of a failed request, with query parameters ("?status") replaced by the options that set them. */
function withOptions({ detail, ...more }: Failure["details"]): Failure["details"] {
  const told = typeof detail === "string" ? detail.replace(/(?<=^|[;；]\s*)\?(?=[a-z]+\b)/g, "--") : (detail ?? "");
  return { ...more, detail: told };
}

/** The server's error as a JiaError, by its code where it is known. */
function asJiaError(failure: Failure): JiaError {
  const { code, details } = failure;
  if (code in ERRORS) {
    return new JiaError(code as ErrorCode, code === "invalid-request" ? withOptions(details) : details);
  }
  return new JiaError("conflict", { detail: cleanText(failure.detail, 500) });
}
