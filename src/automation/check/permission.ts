import { askerOf, type Command, type Home, JiaError, namesPeople, type Origin } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Automation } from "../definition/index.ts";
import { PERSON_GROUPS } from "../surroundings/residents.ts";
import { triggerKindOf } from "../triggers/index.ts";
import { approvalsFor } from "./approvals.ts";

/**
 * Checks that commands for later are allowed to their author now: the rules for people, and, where a yes takes a PIN,
 * that the PIN came with it.
 * @param approved a person has said yes to what the policy asks about
 * @throws JiaError `denied`, `pin-needed`
 */
export function requirePermitted(commands: readonly Command[], home: Home, origin: Origin, approved: boolean): void {
  if (origin.person === undefined && !origin.stranger && !approved) return;
  const later: Origin = { kind: "schedule", id: "check", approved: true, ...askerOf(origin) };
  for (const { verdict } of [...home.assess(commands, later), ...home.assess(commands, origin)]) {
    if (verdict.decision !== "deny" || !verdict.rule || !namesPeople(verdict.rule)) continue;
    throw new JiaError("denied", { detail: verdict.rule.why ?? "" });
  }
  if (approved && approvalNeedsPin(commands, home, origin)) throw new JiaError("pin-needed");
}

/** Whether a yes to these commands for later takes a PIN. */
export function approvalNeedsPin(commands: readonly Command[], home: Home, origin: Origin): boolean {
  const asked = approvalsFor(commands, home).map(({ command }) => command);
  return home.assess(asked, origin).some(({ verdict }) => verdict.decision === "pin");
}

/**
 * Checks that children and guests start nothing by the coming and going of others.
 * @throws JiaError `forbidden`
 */
export function requireOwnPresence({ triggers }: Automation, home: Home, origin: Origin): void {
  if (home.trusts(origin)) return;
  const of = triggers.flatMap((trigger) => triggerKindOf(trigger).references.people(trigger));
  if (of.some((person) => person !== origin.person && !PERSON_GROUPS.some((group) => group === person)))
    throw new JiaError("forbidden", { detail: message("automation.onlyOwnComings") });
}

/** The author of a definition, as it is stored. */
interface Owned {
  readonly by?: string | undefined;
}

/**
 * Checks that `origin` may change or delete a definition: adults everything, children and guests what they made
 * themselves.
 * @param before what is saved; undefined for something new
 * @throws JiaError `forbidden`
 */
export function requireOwn(before: Owned | undefined, home: Home, origin: Origin): void {
  if (before === undefined || home.trusts(origin)) return;
  if (!origin.stranger && origin.person !== undefined && before.by === origin.person) return;
  throw new JiaError("forbidden", { detail: message("automation.onlyAdults") });
}

/** The definition with its author. A definition that an adult saves keeps its author, or belongs to the home. */
export function withAuthor<Definition extends Owned>(
  definition: Definition,
  home: Home,
  { person }: Origin,
): Definition {
  if (person === undefined || home.trusts({ person })) return definition;
  return { ...definition, by: person };
}
