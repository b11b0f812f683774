import { askerOf, type Command, type Home, JiaError, namesPeople, type Origin } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Automation } from "../definition/index.ts";
import { PERSON_GROUPS } from "../surroundings/residents.ts";
import { triggerKindOf } from "../triggers/index.ts";
import { approvalsFor } from "./approvals.ts";

/**
 * Makes sure that nobody has done later what they may not have done now: what the rules for people refuse whoever asks, and,
 * where what wants a PIN is said yes to, that the PIN came with it.
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

/** Whether a yes to these commands for later has to come with a PIN. */
export function approvalNeedsPin(commands: readonly Command[], home: Home, origin: Origin): boolean {
  const asked = approvalsFor(commands, home).map(({ command }) => command);
  return home.assess(asked, origin).some(({ verdict }) => verdict.decision === "pin");
}

/**
 * When others come and go only adults hear: whoever is none has nothing started by it.
 * @throws JiaError `forbidden`
 */
export function requireOwnPresence({ triggers }: Automation, home: Home, origin: Origin): void {
  if (home.trusts(origin)) return;
  const of = triggers.flatMap((trigger) => triggerKindOf(trigger).references.people(trigger));
  if (of.some((person) => person !== origin.person && !PERSON_GROUPS.some((group) => group === person)))
    throw new JiaError("forbidden", { detail: message("automation.onlyOwnComings") });
}

/** What is kept of whose a definition is. */
interface Owned {
  readonly by?: string | undefined;
}

/**
 * Adults change and delete everything, children and guests what they made themselves.
 * @param before what is saved; undefined for something new
 * @throws JiaError `forbidden`
 */
export function requireOwn(before: Owned | undefined, home: Home, origin: Origin): void {
  if (before === undefined || home.trusts(origin)) return;
  if (!origin.stranger && origin.person !== undefined && before.by === origin.person) return;
  throw new JiaError("forbidden", { detail: message("automation.onlyAdults") });
}

/** The definition with whose it is. What adults save says so itself: it is the home's, or stays that of whoever made it. */
export function withAuthor<Definition extends Owned>(
  definition: Definition,
  home: Home,
  { person }: Origin,
): Definition {
  if (person === undefined || home.trusts({ person })) return definition;
  return { ...definition, by: person };
}
