import { Accumulator, type ChatModel, ModelAround, type ModelRequest } from "../../../assistant/model/index.ts";
import { fingerprintOf, type ModelRecording } from "./recording.ts";

/** Passes requests of one case on to a model, and records its answers. */
export class ModelRecorder extends ModelAround {
  readonly #recording: ModelRecording;
  readonly #case: string;
  #rounds = 0;

  constructor(model: ChatModel, recording: ModelRecording, entry: string) {
    super(model);
    this.#recording = recording;
    this.#case = entry;
  }

  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<unknown> {
    const answer = new Accumulator();
    for await (const chunk of this.inner.stream(request, signal)) {
      answer.push(chunk);
      yield chunk;
    }
    // A failed try that is repeated does not count as a round.
    if (answer.completion().finish === null || answer.empty) return;
    this.#rounds += 1;
    const { content, calls } = answer.completion();
    const made = calls.map(({ name, arguments: given }) => ({ name, arguments: given }));
    const told = promptFingerprint(request);
    this.#recording.add({ case: this.#case, round: this.#rounds, told, content, calls: made });
  }
}

/** A fingerprint of the parts of a request besides the conversation: the rules with the catalogue, and the tools. */
export function promptFingerprint({ messages, tools }: ModelRequest): string {
  return fingerprintOf([messages.find(({ role }) => role === "system")?.content ?? "", tools]);
}
