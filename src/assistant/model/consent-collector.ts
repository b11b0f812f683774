import type { Command, Confirmation } from "../../home/index.ts";
import type { DependentItem, HeldCall } from "../open/items.ts";
import type { ToolContext, ToolResult } from "../tools/index.ts";
import { type AnsweredCall, type CheckedCall, unsavedIn, waitingIn } from "./calls.ts";

/** A call that waits for a yes, and its question. */
export interface ConsentQuestion {
  readonly call: HeldCall;
  readonly question: string;
}

type HeldBehind = Extract<DependentItem, { kind: "call" }>;

/** Everything in a turn that waits for a yes at its end. */
export interface ConsentRequest {
  readonly kind: "asking";
  readonly confirmations: readonly Confirmation[];
  readonly approvals: readonly ConsentQuestion[];
  readonly behind: readonly HeldBehind[];
  /** Questions about dependent calls that need the yes as well. */
  readonly alongside: readonly string[];
}

/** A call that depends on a yes, and its question; null where it needs none. */
interface DependentCall {
  readonly held: HeldBehind;
  readonly question: string | null;
}

/** Collects what waits for a yes over all answers of a model in a turn. */
export class ConsentCollector {
  readonly #confirmations: Confirmation[] = [];
  readonly #approvals: ConsentQuestion[] = [];
  readonly #behind: DependentCall[] = [];
  readonly #results: ToolResult[] = [];
  /** Calls that started something for later that is not cancelled. */
  #started: AnsweredCall[] = [];

  /**
   * Adds the calls of one answer. Something started for later is cancelled, and waits, when commands of its devices have come to wait.
   * @returns the results of the cancelled calls
   */
  async add(answered: readonly AnsweredCall[]): Promise<readonly ToolResult[]> {
    for (const { checked, result } of answered) {
      if (!result) continue;
      this.#results.push(result);
      if (result.confirmation) this.#confirmations.push(result.confirmation);
      // The model may repeat a call in a later answer.
      const asked = askedIn(checked, result).filter(
        ({ call }) => !this.#approvals.some((each) => isSame(each.call, call)),
      );
      this.#approvals.push(...asked);
    }
    this.#started.push(...answered.filter(({ result }) => result?.later));
    const back = await this.#takeBack();
    this.#behind.push(...answered.flatMap(({ checked, result }) => heldBehind(checked, result?.behind)));
    return back;
  }

  async #takeBack(): Promise<readonly ToolResult[]> {
    const devices = new Set(this.#commands.map(({ device }) => device));
    const back: ToolResult[] = [];
    const left: AnsweredCall[] = [];
    for (const call of this.#started) {
      const later = call.result?.later;
      const about = later?.behind.devices.filter((device) => devices.has(device)) ?? [];
      if (!later || about.length === 0) {
        left.push(call);
        continue;
      }
      await later.cancel();
      if (call.result) back.push(call.result);
      this.#behind.push(...heldBehind(call.checked, { ...later.behind, devices: about }));
    }
    this.#started = left;
    return back;
  }

  get #commands(): readonly Command[] {
    return this.#results.flatMap(waitingIn);
  }

  /** The part of the context for the next calls of the turn. */
  get context(): Pick<ToolContext, "waiting" | "unsaved"> {
    return { waiting: this.#commands, unsaved: this.#results.flatMap(unsavedIn) };
  }

  /** The questions at the end of the turn; null when nothing waits. */
  get asking(): ConsentRequest | null {
    if (this.#confirmations.length + this.#approvals.length === 0) return null;
    return {
      kind: "asking",
      confirmations: this.#confirmations,
      approvals: this.#approvals,
      behind: this.#behind.map(({ held }) => held),
      alongside: this.#behind.flatMap(({ question }) => question ?? []),
    };
  }
}

function isSame(one: HeldCall, other: HeldCall): boolean {
  return one.tool === other.tool && one.consent !== undefined && one.consent === other.consent;
}

function askedIn(checked: CheckedCall, { approval }: ToolResult): ConsentQuestion[] {
  if (!approval || !("prepared" in checked)) return [];
  const { subject, question, commands, consent, arguments: given = checked.prepared.arguments } = approval;
  return [{ question, call: { tool: checked.tool.name, arguments: given, subject, approves: commands, consent } }];
}

function heldBehind(checked: CheckedCall, behind: ToolResult["behind"]): DependentCall[] {
  if (!behind || !("prepared" in checked)) return [];
  const { subject, devices, question = null, commands = [], consent, arguments: given } = behind;
  const call = { tool: checked.tool.name, arguments: given ?? checked.prepared.arguments, subject, approves: commands };
  return [{ held: { kind: "call", call: { ...call, ...(consent && { consent }) }, devices }, question }];
}
