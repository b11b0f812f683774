import { setImmediate } from "node:timers/promises";
import { type ChatModel, ModelFailure, type ModelRequest } from "../../../assistant/model/index.ts";
import { promptFingerprint } from "./recorder.ts";
import type { ModelRecording } from "./recording.ts";

/** How well a recording fits a set of cases. */
export interface ReplayLog {
  /** Whether a request differs from the recorded one, so that the figures belong to another program. */
  stale: boolean;
  /** The number of requests without a recorded answer. */
  unanswered: number;
}

/** Answers the requests of one case from a recording, round by round, whatever they ask. */
export class ReplayedModel implements ChatModel {
  thinksAloud = false;
  readonly #recording: ModelRecording;
  readonly #case: string;
  readonly #log: ReplayLog;
  #rounds = 0;

  constructor(recording: ModelRecording, entry: string, log: ReplayLog) {
    this.#recording = recording;
    this.#case = entry;
    this.#log = log;
  }

  get model(): string {
    return this.#recording.model;
  }

  /** @throws ModelFailure `gone` where the recording ends */
  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<unknown> {
    // Like a server, it answers only in a later turn of the event loop.
    await setImmediate();
    signal.throwIfAborted();
    this.#rounds += 1;
    const answer = this.#recording.answer(this.#case, this.#rounds);
    if (!answer) {
      this.#log.unanswered += 1;
      throw new ModelFailure("gone", { detail: `${this.#case} has no answer ${this.#rounds}` });
    }
    if (answer.told !== promptFingerprint(request)) this.#log.stale = true;
    const calls = answer.calls.map(({ name, arguments: given }, index) => {
      return { index, id: `call_${index}`, type: "function", function: { name, arguments: given } };
    });
    const delta = { role: "assistant", content: answer.content, ...(calls.length > 0 && { tool_calls: calls }) };
    yield { choices: [{ index: 0, delta, finish_reason: calls.length > 0 ? "tool_calls" : "stop" }] };
  }

  replace(): null {
    return null;
  }
}
