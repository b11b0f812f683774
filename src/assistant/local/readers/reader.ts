import type { Clock, Home } from "../../../home/index.ts";
import type { Language } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { HomeIndex } from "../../../understanding/names/home-index.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import type { LocalReply, LocalRequest, LocalResult } from "../../contract.ts";

/**
 * Handles sentences about one subject other than devices and plans: modes, notices, essential devices. Null for any other
 * sentence. Every reader sees every sentence before it is parsed, so it must decline most of them within microseconds.
 */
export type SentenceReader = (request: LocalRequest) => Promise<LocalResult | null>;

/** What readers are made with. */
export interface ReaderContext {
  readonly home: Home;
  readonly clock: Clock;
  /** The index without personal names. */
  readonly index: HomeIndex;
  /** The context that the text of a request is parsed in. */
  contextOf(request: LocalRequest): DialogueContext;
  /** Describes a scene in words; null where there is none with this id. */
  sceneText(scene: string, language: Language): string | null;
  /** Carries out a step as if it had been said. */
  run(step: SentenceStep, request: LocalRequest): Promise<LocalReply>;
  /** Handles a sentence as if no reader had taken it. */
  understood(request: LocalRequest): Promise<LocalResult>;
}

/** The result of the first reader that takes a request; null where none does. */
export async function runReaders(
  readers: readonly SentenceReader[],
  request: LocalRequest,
): Promise<LocalResult | null> {
  for (const reader of readers) {
    const result = await reader(request);
    if (result) return result;
  }
  return null;
}
