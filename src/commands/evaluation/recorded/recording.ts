import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { ModelProfile } from "../../../assistant/model/index.ts";
import { JiaError } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";

/** One recorded answer of a model. */
const RecordedAnswer = z.object({
  case: z.string(),
  /** The number of the request in its case, from 1. */
  round: z.number().int().min(1),
  /** The fingerprint of the prompt at that time; another one means that the recording is stale. */
  told: z.string(),
  content: z.string(),
  calls: z.array(z.object({ name: z.string(), arguments: z.string() })),
});
export type RecordedAnswer = z.infer<typeof RecordedAnswer>;

const Head = z.object({ recording: z.literal(1), model: z.string(), profile: z.enum(["full", "small"]) });

/**
 * The answers of a model in the cases of sets, by case and round. The file has JSON lines, the first with the model.
 */
export class ModelRecording {
  readonly model: string;
  /** The profile of the model: how much it was told, and which tools it got. */
  readonly profile: ModelProfile;
  /** Answers, keyed by case and round. */
  readonly #answers = new Map<string, RecordedAnswer>();

  constructor(model: string, profile: ModelProfile) {
    this.model = model;
    this.profile = profile;
  }

  /**
   * Reads a recording.
   * @throws JiaError `usage` for a file that cannot be read or is no recording
   */
  static read(path: string): ModelRecording {
    try {
      const [head = "", ...lines] = readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => line !== "");
      const { model, profile } = Head.parse(JSON.parse(head));
      const recording = new ModelRecording(model, profile);
      for (const line of lines) recording.add(RecordedAnswer.parse(JSON.parse(line)));
      return recording;
    } catch {
      throw new JiaError("usage", { detail: message("evaluation.noRecording", { path }) });
    }
  }

  add(answer: RecordedAnswer): void {
    this.#answers.set(keyOf(answer.case, answer.round), answer);
  }

  /** The answer of a round; null when the recorded model had fewer rounds. */
  answer(entry: string, round: number): RecordedAnswer | null {
    return this.#answers.get(keyOf(entry, round)) ?? null;
  }

  /** Writes the file in the order of cases and rounds. */
  write(path: string): void {
    const answers = [...this.#answers.values()].sort(
      (a, b) => Number(a.case > b.case) - Number(a.case < b.case) || a.round - b.round,
    );
    const head: z.infer<typeof Head> = { recording: 1, model: this.model, profile: this.profile };
    writeFileSync(path, [head, ...answers].map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
}

/** A short hash of what a model was told: its rules, or its tools. */
export function fingerprintOf(told: unknown): string {
  return createHash("sha256").update(JSON.stringify(told)).digest("base64url").slice(0, 12);
}

function keyOf(entry: string, round: number): string {
  return `${round} ${entry}`;
}
