/** What scenes and automations have in common for other rooms: saving, checks, and parts that are left out. */
import type { Command, DeviceId, Origin, Phrase } from "../../home/index.ts";
import type { DefinitionProblem } from "../check/problems.ts";

export interface Saved<Definition> {
  readonly definition: Definition;
  readonly approved: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface SaveOptions {
  readonly origin: Origin;
  /** Whether a person has said yes to the approvals. */
  readonly approved?: boolean;
  /** Whether to replace the definition with this id; without it, an id that is taken is a conflict. */
  readonly replace?: boolean;
}

/** The findings of a check of a draft. */
export interface Check<Definition> {
  /** The complete definition, ready to save; null when there are problems. */
  readonly definition: Definition | null;
  readonly problems: readonly DefinitionProblem[];
  /** Findings that do not prevent saving ("both triggers are the same"). */
  readonly warnings: readonly DefinitionProblem[];
  /**
   * Commands that want a yes. Save with `approved` once a person has said yes; otherwise they are refused when it
   * runs.
   */
  readonly approvals: readonly Approval[];
  /** Addresses that want a yes. Without it nothing is sent there. */
  readonly outgoing: readonly Outgoing[];
}

/** A command in a definition that the policy wants a yes for, asked once when it is saved. */
export interface Approval {
  readonly device: DeviceId;
  /** The command, for whoever puts it into words. */
  readonly command: Command;
  readonly what: string;
  readonly why: Phrase;
}

/**
 * An address that a definition sends to and that the configuration does not list. It wants a yes when the definition
 * is saved.
 */
export interface Outgoing {
  /** The field: `actions[2].webhook`. */
  readonly field: string;
  /** The host, as people are told it. */
  readonly host: string;
}

/** Whether a check found anything that wants a yes. */
export function wantsApproval({ approvals, outgoing }: Pick<Check<unknown>, "approvals" | "outgoing">): boolean {
  return approvals.length + outgoing.length > 0;
}

/** The reasons why parts of a saved definition are left out when it runs. */
export interface HeldBack {
  /** Reasons for a yes that nobody has given. */
  readonly waits: readonly Phrase[];
  /** Reasons that no yes can remove: the policy denies it, or the address is not listed. */
  readonly refused: readonly Phrase[];
}
