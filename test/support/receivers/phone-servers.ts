import { type Answer, json, type ReceivedRequest, Receiver } from "./receiver.ts";

/** A message as a phone shows it. */
export interface ShownNotification {
  readonly title: string;
  readonly text: string;
  /** How urgent, in the server's own words. */
  readonly urgency: unknown;
}

/** A server by the documentation of ntfy: publishing as JSON, with a topic and a token. */
export class NtfyServer extends Receiver {
  /** In the order in which they came; a message with the same sequence id stands in the place of the first. */
  readonly shown = new Map<string, ShownNotification>();
  readonly #version: "new" | "old";
  readonly #token: string | null;
  #ids = 0;

  /** @param version an old one knows no sequence ids */
  constructor({
    version = "new",
    token = null,
  }: { readonly version?: "new" | "old"; readonly token?: string | null } = {}) {
    super();
    this.#version = version;
    this.#token = token;
  }

  protected take({ method, path, headers, body }: ReceivedRequest): Answer {
    if (method !== "POST" || path !== "/") return json(404, { code: 40401, http: 404, error: "page not found" });
    if (this.#token !== null && headers.authorization !== `Bearer ${this.#token}`) {
      return json(401, { code: 40101, http: 401, error: "unauthorized" });
    }
    const given = JSON.parse(body.toString("utf8"));
    if (!/^[-_A-Za-z0-9]{1,64}$/.test(given.topic))
      return json(400, { code: 40009, http: 400, error: "topic invalid" });
    this.#ids += 1;
    const id = `ntfy${this.#ids}`;
    const sequence = this.#version === "new" && given.sequence_id ? { sequence_id: given.sequence_id } : {};
    const key = this.#version === "new" ? (given.sequence_id ?? id) : id;
    this.shown.set(key, { title: given.title, text: given.message, urgency: given.priority });
    return json(200, { id, time: 1, event: "message", topic: given.topic, ...sequence });
  }
}

/** The Bot API of Telegram: one bot with its token. */
export class TelegramServer extends Receiver {
  readonly shown: ShownNotification[] = [];
  readonly #token: string;

  constructor(token: string) {
    super();
    this.#token = token;
  }

  protected take({ path, body }: ReceivedRequest): Answer {
    const failed = (code: number, description: string) => json(code, { ok: false, error_code: code, description });
    if (path !== `/bot${this.#token}/sendMessage`) return failed(401, "Unauthorized");
    const { chat_id: chat, text, disable_notification: quiet } = JSON.parse(body.toString("utf8"));
    if (chat === "404") return failed(400, "Bad Request: chat not found");
    const [title = "", ...lines] = String(text).split("\n");
    this.shown.push({ title, text: lines.join("\n"), urgency: quiet ? "silent" : "loud" });
    return json(200, { ok: true, result: { message_id: this.shown.length, chat: { id: Number(chat) }, text } });
  }
}

/** A bark-server with one device. */
export class BarkServer extends Receiver {
  /** Keyed by the id of the message. */
  readonly shown = new Map<string, ShownNotification>();
  readonly #key: string;
  #ids = 0;

  constructor(key: string) {
    super();
    this.#key = key;
  }

  protected take({ path, body }: ReceivedRequest): Answer {
    const given = JSON.parse(body.toString("utf8"));
    if (path !== "/push") return json(404, { code: 404, message: "not found", timestamp: 1 });
    if (given.device_key !== this.#key) {
      return json(400, {
        code: 400,
        message: `failed to get device token: failed to get [${given.device_key}] device token`,
        timestamp: 1,
      });
    }
    this.#ids += 1;
    this.shown.set(given.id ?? `bark${this.#ids}`, { title: given.title, text: given.body, urgency: given.level });
    return json(200, { code: 200, message: "success", timestamp: 1 });
  }
}

/** Somebody's own program that takes JSON. */
export class WebhookServer extends Receiver {
  readonly taken: { readonly key: string; readonly body: { readonly [name: string]: unknown } }[] = [];

  protected take({ headers, body }: ReceivedRequest): Answer {
    this.taken.push({ key: String(headers["idempotency-key"]), body: JSON.parse(body.toString("utf8")) });
    return { status: 204 };
  }
}
