import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { ModelProfile } from "../../../assistant/model/index.ts";
import { JiaError } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";

/** One answer of a model. */
const RecordedAnswer = z.object({
  case: z.string(),
  /** The first request of the case is 1. */
  round: z.number().int().min(1),
  /** Of the tools that were offered then: another one tells that the recording is stale. */
  told: z.string(),
  content: z.string(),
  calls: z.array(z.object({ name: z.string(), arguments: z.string() })),
});
export type RecordedAnswer = z.infer<typeof RecordedAnswer>;

const Head = z.object({ recording: z.literal(1), model: z.string(), profile: z.enum(["full", "small"]) });

/** What a model answered in the cases of sets, by case and round: JSON lines, the model in the first. */
export class ModelRecording {
  readonly model: string;
  /** What the model was told and offered. */
  readonly profile: ModelProfile;
  /** Keyed by case and round. */
  readonly #answers = new Map<string, RecordedAnswer>();

  constructor(model: string, profile: ModelProfile) {
    this.model = model;
    this.profile = profile;
  }

  /** @throws JiaError `usage` for a file that cannot be read or is no recording */
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

  /** Null where the model was not asked so often. */
  answer(entry: string, round: number): RecordedAnswer | null {
    return this.#answers.get(keyOf(entry, round)) ?? null;
  }

  /** In the order of cases and rounds, whichever was over first. */
  write(path: string): void {
    const answers = [...this.#answers.values()].sort(
      (a, b) => Number(a.case > b.case) - Number(a.case < b.case) || a.round - b.round,
    );
    const head: z.infer<typeof Head> = { recording: 1, model: this.model, profile: this.profile };
    writeFileSync(path, [head, ...answers].map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
}

/** A short mark of a text that a model was told: its rules, or the tools that it was offered. */
export function fingerprintOf(told: unknown): string {
  return createHash("sha256").update(JSON.stringify(told)).digest("base64url").slice(0, 12);
}

function keyOf(entry: string, round: number): string {
  return `${round} ${entry}`;
}
