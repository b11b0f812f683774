import type { Command, Confirmation } from "../../home/index.ts";
import type { Behind, HeldCall } from "../open/items.ts";
import type { ToolContext, ToolResult } from "../tools/index.ts";
import { type AnsweredCall, type CheckedCall, unsavedIn, waitingIn } from "./calls.ts";

/** A call that asks for a yes. */
export interface AskedCall {
  readonly call: HeldCall;
  readonly question: string;
}

type HeldBehind = Extract<Behind, { kind: "call" }>;

/** What of a turn waits for a yes, at its end. */
export interface Asking {
  readonly kind: "asking";
  readonly confirmations: readonly Confirmation[];
  readonly approvals: readonly AskedCall[];
  readonly behind: readonly HeldBehind[];
  /** How what waits behind is asked about, where a yes has to be for it too. */
  readonly alongside: readonly string[];
}

/** A call that waits behind a yes, and how it is told. */
interface HeldAfter {
  readonly held: HeldBehind;
  readonly question: string | null;
}

/** Gathers what waits for a yes over all answers of a turn. */
export class Waiting {
  readonly #confirmations: Confirmation[] = [];
  readonly #approvals: AskedCall[] = [];
  readonly #behind: HeldAfter[] = [];
  readonly #results: ToolResult[] = [];
  /** Calls that started something for later, and that it has not taken back. */
  #started: AnsweredCall[] = [];

  /**
   * Takes the calls of one answer. What was started before commands of the same devices came to wait waits with them.
   * @returns what was taken back
   */
  async add(answered: readonly AnsweredCall[]): Promise<readonly ToolResult[]> {
    for (const { checked, result } of answered) {
      if (!result) continue;
      this.#results.push(result);
      if (result.confirmation) this.#confirmations.push(result.confirmation);
      // A model that goes on may ask the same once more.
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

  /** What the next calls of the turn have to know of it. */
  get context(): Pick<ToolContext, "waiting" | "unsaved"> {
    return { waiting: this.#commands, unsaved: this.#results.flatMap(unsavedIn) };
  }

  /** What is asked at the end of the turn; null when nothing waits. */
  get asking(): Asking | null {
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

function askedIn(checked: CheckedCall, { approval }: ToolResult): AskedCall[] {
  if (!approval || !("prepared" in checked)) return [];
  const { subject, question, commands, consent, arguments: given = checked.prepared.arguments } = approval;
  return [{ question, call: { tool: checked.tool.name, arguments: given, subject, approves: commands, consent } }];
}

function heldBehind(checked: CheckedCall, behind: ToolResult["behind"]): HeldAfter[] {
  if (!behind || !("prepared" in checked)) return [];
  const { subject, devices, question = null, commands = [], consent, arguments: given } = behind;
  const call = { tool: checked.tool.name, arguments: given ?? checked.prepared.arguments, subject, approves: commands };
  return [{ held: { kind: "call", call: { ...call, ...(consent && { consent }) }, devices }, question }];
}
