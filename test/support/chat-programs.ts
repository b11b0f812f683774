import type { App } from "../../src/app.ts";
import type { HomeEventOf } from "../../src/home/index.ts";
import { ownerFetch } from "./owner.ts";

/** What a test says to the endpoint: a text is a message of the user. */
export type Said = string | { readonly role: string; readonly content: unknown };

/** The messages of a request: texts are the user's and, in between, Jia's replies. */
export function messagesOf(...said: readonly Said[]) {
  return said.map((each, index) =>
    typeof each === "string" ? { role: (said.length - index) % 2 === 1 ? "user" : "assistant", content: each } : each,
  );
}

/** A running Jia as chat programs see it, with what it does. */
export class ChatPrograms {
  readonly url: string;
  /** Every execution of commands since the last look, oldest first. */
  readonly #done: HomeEventOf<"executed">[] = [];

  constructor(app: App) {
    this.url = app.url;
    app.home.subscribe((event) => {
      if (event.type === "executed") this.#done.push(event);
    });
  }

  /** What was done since the last look: `property=value` of each device, with its status. */
  done(): string[] {
    return this.executions().flatMap(({ outcomes }) =>
      outcomes.map((outcome) =>
        "property" in outcome
          ? `${outcome.property}=${outcome.value} ${outcome.status}`
          : `${outcome.action} ${outcome.status}`,
      ),
    );
  }

  executions(): HomeEventOf<"executed">[] {
    return this.#done.splice(0);
  }

  async post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return await ownerFetch(this.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  /** The reply to messages, without a stream. */
  async say(
    said: readonly Said[],
    fields: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const answer = await this.post(
      "/v1/chat/completions",
      { model: "jia", messages: messagesOf(...said), ...fields },
      headers,
    );
    const body = (await answer.json()) as { choices?: { message: { content: string } }[] };
    const content = body.choices?.[0]?.message.content;
    if (content === undefined) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
    return content;
  }
}
