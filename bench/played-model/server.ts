import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { calls, play, words } from "../../test/support/model-server.ts";
import { tokensOf } from "../support/tokens.ts";
import type { PlayedAnswer } from "./answer.ts";
import type { PlayedRequest } from "./shown.ts";

/** Whoever plays the model: a person at a terminal, or a program that reads and writes files. */
export interface Player {
  /** @throws the signal's reason when the request is given up */
  answer(request: PlayedRequest, signal: AbortSignal): Promise<PlayedAnswer>;
}

export const MODEL = "played";
/** The longest request that is read, in bytes. */
const MOST_BYTES = 8_000_000;

/** An OpenAI-compatible server on this machine alone, whose answers somebody gives. */
export class PlayedServer {
  readonly #player: Player;
  readonly #server: Server;
  #requests = 0;

  constructor(player: Player) {
    this.#player = player;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** @param port 0 takes a free one. Returns the base address for `JIA_MODEL_URL`. */
  async start(port: number): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once("error", reject);
    this.#server.listen(port, "127.0.0.1", resolve);
    await promise;
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.endsWith("/models")) {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ object: "list", data: [{ id: MODEL, object: "model" }] }));
      return;
    }
    const body = JSON.parse(await bodyOf(request));
    this.#requests += 1;
    const [prompt, gone] = [tokensOf(JSON.stringify([body.messages, body.tools ?? []])), new AbortController()];
    response.on("close", () => gone.abort());
    const { text, calls: made } = await this.#player.answer(
      {
        number: this.#requests,
        messages: body.messages,
        tools: body.tools ?? [],
        toolChoice: body.tool_choice ?? "auto",
        tokens: prompt,
      },
      gone.signal,
    );
    const usage = { prompt, completion: tokensOf(JSON.stringify([text, made])) };
    const answer =
      made.length === 0 ? words(text, { usage }) : calls(made, { usage, ...(text !== "" && { content: text }) });
    await play(answer, response);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Error(`a request of more than ${MOST_BYTES} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
