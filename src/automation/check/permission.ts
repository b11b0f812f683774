import { askerOf, type Command, type Home, JiaError, namesPeople, type Origin, type Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { type Automation, everyAction, type Scene } from "../definition/index.ts";
import { possibleCommandsOf } from "../device-commands/of-actions.ts";
import { commandsOfScene, resolveParameters } from "../scenes/commands.ts";
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

/** What else is planned, by which an automation commands something. */
export interface PlannedScenes {
  readonly scene: (id: string) => Scene | undefined;
  /** The scene that a mode activates; null: none. */
  readonly sceneOfMode: (mode: string) => string | null;
}

/** All that an automation may ever command, also by way of scenes and modes. */
export function automationCommands(
  { actions }: Automation,
  { scene, sceneOfMode }: PlannedScenes,
  home: Home,
): Command[] {
  return [...everyAction(actions)].flatMap((action) => {
    switch (action.type) {
      case "set":
      case "invoke":
        return possibleCommandsOf(action, home);
      case "scene": {
        const used = scene(action.scene);
        return used ? sceneCommands(used, home, action.parameters) : [];
      }
      case "mode": {
        const used = scene(sceneOfMode(action.mode) ?? "");
        return used ? sceneCommands(used, home) : [];
      }
      default:
        return [];
    }
  });
}

/** All that a scene commands; parameters that it does not have are left out. */
export function sceneCommands(scene: Scene, home: Home, given: Readonly<Record<string, Value>> = {}): Command[] {
  const known = Object.entries(given).filter(([name]) => scene.parameters?.[name]);
  return commandsOfScene(scene, resolveParameters(scene, Object.fromEntries(known)), home);
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
