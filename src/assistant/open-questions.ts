import { type Clock, CONFIRMATION_MS, type Home, type Origin, type Outcome } from "../home/index.ts";
import type { Conversation } from "./contract.ts";
import { commandPhrases } from "./replies/outcomes.ts";
import { yesOrNo } from "./replies/yes-no.ts";
import type { Approval, ToolResult } from "./tools/index.ts";

/** What became of a question that waited for a yes. */
export type Settled =
  | { readonly kind: "dropped" | "expired" }
  | {
      readonly kind: "done";
      readonly outcomes: readonly Outcome[];
      readonly sentences: readonly string[];
      readonly failures: readonly NotDone[];
    };

/** One of the things that a yes was for, and why nothing came of it. */
export interface NotDone {
  readonly what: string;
  readonly error: unknown;
}

interface Held {
  readonly approvals: readonly Approval[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * What waits for a person's yes: commands of the home are held by the home and named in the conversation; anything else
 * (an automation to be saved) is held here, and ends with the process.
 */
export class OpenQuestions {
  readonly #home: Home;
  readonly #clock: Clock;
  /** Keyed by conversation id. */
  readonly #held = new Map<string, Held>();

  constructor(home: Home, clock: Clock) {
    this.#home = home;
    this.#clock = clock;
  }

  hold(conversation: Conversation, approvals: readonly Approval[]): void {
    if (approvals.length === 0) return;
    const now = this.#clock.now();
    for (const [id, { expiresAt }] of this.#held) if (expiresAt < now) this.#held.delete(id);
    this.#held.set(conversation.id, { approvals, expiresAt: now + CONFIRMATION_MS });
  }

  /**
   * Settles what waits, if `text` is a yes or a no. Anything else drops it: a later yes must not be taken for an old question.
   * A yes may be for several things: one that fails does not keep the others from being done and told.
   * @returns null when nothing waited or the text is no answer to it
   */
  async settle(conversation: Conversation, text: string, origin: Origin, signal: AbortSignal): Promise<Settled | null> {
    const held = this.#held.get(conversation.id);
    const { confirmation, language, room } = conversation;
    this.#held.delete(conversation.id);
    conversation.confirmation = null;
    const yes = confirmation || held ? yesOrNo(text) : null;
    if (yes === null) return null;
    if (!yes) return { kind: "dropped" };
    const now = this.#clock.now();
    if ((confirmation ?? held ?? { expiresAt: 0 }).expiresAt < now) return { kind: "expired" };

    const outcomes: Outcome[] = [];
    const sentences: string[] = [];
    const failures: NotDone[] = [];
    const attempt = async (what: string, act: () => Promise<Pick<ToolResult, "outcomes" | "sentence">>) => {
      try {
        signal.throwIfAborted();
        const result = await act();
        outcomes.push(...result.outcomes);
        if (result.sentence !== undefined) sentences.push(result.sentence);
      } catch (error) {
        failures.push({ what, error });
      }
    };
    if (confirmation) {
      const what = commandPhrases(this.#home, confirmation.commands, language).join(language === "zh" ? "、" : ", ");
      await attempt(what, () => this.#home.confirm(confirmation.id, origin, { signal }));
    }
    for (const { subject, approve } of held?.approvals ?? []) {
      await attempt(subject, () => approve({ origin, language, room, now, signal }));
    }
    return { kind: "done", outcomes, sentences, failures };
  }
}
