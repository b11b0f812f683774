import { type Clock, CONFIRMATION_MS, type Home, type Origin, type Outcome } from "../home/index.ts";
import type { Conversation } from "./contract.ts";
import { yesOrNo } from "./replies/yes-no.ts";
import type { Approval } from "./tools/index.ts";

/** What became of a question that waited for a yes. */
export type Settled =
  | { readonly kind: "dropped" | "expired" }
  | { readonly kind: "done"; readonly outcomes: readonly Outcome[]; readonly sentences: readonly string[] };

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
   * @returns null when nothing waited or the text is no answer to it
   * @throws JiaError `unknown-confirmation` and what an approval throws
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
    if (confirmation) {
      const execution = await this.#home.confirm(confirmation.id, origin, { signal });
      outcomes.push(...execution.outcomes);
    }
    for (const approval of held?.approvals ?? []) {
      const result = await approval.approve({ origin, language, room, now, signal });
      outcomes.push(...result.outcomes);
      if (result.sentence !== undefined) sentences.push(result.sentence);
    }
    return { kind: "done", outcomes, sentences };
  }
}
