import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type PlayedAnswer, readAnswer } from "./answer.ts";
import type { Player } from "./server.ts";
import { type PlayedRequest, Shown } from "./shown.ts";

/** How often a folder is looked into for an answer, in milliseconds. */
const LOOK_EVERY_MS = 50;

/**
 * Played by a program or by hand over files: request 7 stands in `007.request.txt`, and its answer is taken from
 * `007.answer.txt` as soon as that is there. Write it under another name first and rename it, so that it is whole.
 */
export class FolderPlayer implements Player {
  readonly #folder: string;
  readonly #shown = new Shown();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** @throws the signal's reason when the request is given up; that is noted in `007.gone` */
  async answer(request: PlayedRequest, signal: AbortSignal): Promise<PlayedAnswer> {
    const name = join(this.#folder, String(request.number).padStart(3, "0"));
    writeFileSync(`${name}.request.txt`, this.#shown.text(request));
    while (!existsSync(`${name}.answer.txt`)) {
      try {
        await delay(LOOK_EVERY_MS, undefined, { signal });
      } catch (error) {
        writeFileSync(`${name}.gone`, "");
        throw error;
      }
    }
    return readAnswer(readFileSync(`${name}.answer.txt`, "utf8"), toolsOf(request));
  }
}

/** Played at a terminal: the request is shown, the answer is typed, an empty line ends it. One request after another. */
export class TerminalPlayer implements Player {
  readonly #input: NodeJS.ReadableStream;
  readonly #output: NodeJS.WritableStream;
  readonly #shown = new Shown();
  #last: Promise<unknown> = Promise.resolve();

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.#input = input;
    this.#output = output;
  }

  /** @throws the signal's reason when the request is given up */
  answer(request: PlayedRequest, signal: AbortSignal): Promise<PlayedAnswer> {
    const next = this.#last.then(() => this.#ask(request, signal));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #ask(request: PlayedRequest, signal: AbortSignal): Promise<PlayedAnswer> {
    signal.throwIfAborted();
    this.#output.write(`${this.#shown.text(request)}\n`);
    const lines = createInterface({ input: this.#input });
    const typed: string[] = [];
    try {
      for (;;) {
        const line = await lines.question("", { signal });
        if (line === "" && typed.length > 0) return readAnswer(typed.join("\n"), toolsOf(request));
        if (line !== "") typed.push(line);
      }
    } finally {
      lines.close();
    }
  }
}

function toolsOf({ tools }: PlayedRequest): string[] {
  return tools.map(({ function: { name } }) => name);
}
