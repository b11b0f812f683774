import type { Clock, Home } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { Step } from "../../understanding/plan.ts";
import type { LocalReply, LocalRequest, LocalResult } from "../contract.ts";

/**
 * Takes a sentence that is about something other than devices and plans: modes, notices, what must keep running. Null where
 * it is not about that. It is asked of every sentence before that is understood: most must be told apart within microseconds.
 */
export type SentenceReader = (request: LocalRequest) => Promise<LocalResult | null>;

/** What readers are made with. */
export interface ReaderContext {
  readonly home: Home;
  readonly clock: Clock;
  /** The names that everybody has for things of the home. */
  readonly index: HomeIndex;
  /** What the text of a request is understood against. */
  situated(request: LocalRequest): Situation;
  /** What a scene does, in words; null where there is none with this id. */
  sceneText(scene: string, language: Language): string | null;
  /** Carries out a step as if it had been said. */
  run(step: Step, request: LocalRequest): Promise<LocalReply>;
  /** What the sentence comes to where no reader takes it. */
  understood(request: LocalRequest): Promise<LocalResult>;
}

/** What the first reader makes of a request that takes it; null where none does. */
export async function readBy(readers: readonly SentenceReader[], request: LocalRequest): Promise<LocalResult | null> {
  for (const reader of readers) {
    const result = await reader(request);
    if (result) return result;
  }
  return null;
}
