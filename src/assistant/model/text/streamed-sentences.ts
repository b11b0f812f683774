import { sentencesOf } from "../../statements/sentences.ts";
import type { ChatModel } from "../chat-model.ts";
import { mayLeak } from "./leaked-calls.ts";
import { MAX_REPLY, type TextStream } from "./text-stream.ts";
import { ThinkingFilter } from "./thinking.ts";

interface StreamedSentencesOptions {
  readonly client: ChatModel;
  /** Receives the sentences that are shown. */
  readonly text: TextStream;
  /** Whether the answer is shown whole or not at all. */
  readonly holdsBack: () => boolean;
  /** A sentence as a person reads it; null where it may not be shown. */
  readonly read: (sentence: string) => string | null;
}

/** Shows one answer of a model sentence by sentence while it streams, without its thinking. */
export class StreamedSentences {
  readonly #options: StreamedSentencesOptions;
  /** The text after the last whole sentence. */
  #held = "";
  #thinking = new ThinkingFilter();

  constructor(options: StreamedSentencesOptions) {
    this.#options = options;
  }

  /** Takes back what was shown: the answer begins, or begins again. */
  restart(): void {
    this.#held = "";
    this.#thinking = new ThinkingFilter();
    this.#options.text.reset();
  }

  /** Adds a piece of the answer. */
  add(piece: string): void {
    const { client, text, holdsBack, read } = this.#options;
    const shown = this.#thinking.push(piece);
    if (shown.restarted) {
      client.thinksAloud = true;
      this.#held = "";
      text.reset();
    }
    this.#held += shown.text;
    // Hold back what may be no text, or is longer than a reply.
    if (holdsBack() || this.#held.length > MAX_REPLY || mayLeak(this.#held)) return;
    if (client.thinksAloud && !this.#thinking.ended) return;
    const sentences = sentencesOf(this.#held);
    const last = sentences.pop() ?? "";
    for (const sentence of sentences) {
      const told = read(sentence);
      if (told !== null) text.add(told);
    }
    this.#held = last;
  }
}
