import {
  normalizedName,
  type Saved,
  type Scene,
  type SceneDraft,
  type Target as SceneTarget,
  stepsFrom,
  wantsApproval,
} from "../../../automation/index.ts";
import { cleanText, type Home, JiaError, type Outcome, standing } from "../../../home/index.ts";
import { durationWords } from "../../../language/index.ts";
import type { DoStep } from "../../../understanding/plan.ts";
import { effectCommands, plannedEffectsOf } from "../execution/plan-commands.ts";
import { joinSentences, lostText } from "../execution/undo.ts";
import { deviceReplyName } from "../reply/names.ts";
import type { PlanContext, PlanningResult } from "./context.ts";

/** At most so many device names are read back; the rest is counted. */
const MOST_NAMED = 8;

/**
 * Activates a scene.
 * @param value the number for its parameter; null: its default
 * @param named whether the person gave the name of the scene; a greeting activates it without
 */
export async function activateScene(
  id: string,
  value: number | null,
  context: PlanContext,
  named = true,
): Promise<PlanningResult> {
  const { planner, request, phrases } = context;
  const scene = planner.scenes.get(id)?.definition;
  const [parameter] = value === null || !scene ? [] : numericParameters(scene);
  if (value !== null && parameter === undefined) return { text: phrases.noParameter(scene?.name ?? id) };
  const parameters = value !== null && parameter !== undefined ? { [parameter]: value } : {};
  // The name of an approved scene is enough; any other activation asks about what the scene does.
  const saved = planner.scenes.get(id);
  const asks = (!named || saved?.approved === false) && planner.scenes.approvals(id, parameters).length > 0;
  const waiting = asks ? context.asksFor({ kind: "activate-scene", scene: id, parameters }) : null;
  if (waiting) return waiting;
  const { origin, signal } = request;
  const { transition: seconds, language } = context;
  const slowly = seconds === null ? {} : { transition: seconds * 1000 };
  const { outcomes } = await planner.scenes.activate(id, { origin, approved: asks, signal, parameters, ...slowly });
  const name = scene?.name ?? id;
  const said =
    seconds === null ? phrases.scene(name) : phrases.sceneSlowly(name, durationWords(seconds * 1000, language));
  return { text: activationText(said, outcomes, context), outcomes };
}

/** The names of the parameters of a scene that take a number. */
export function numericParameters({ parameters = {} }: Scene): string[] {
  return Object.keys(parameters).filter((name) => typeof parameters[name]?.default === "number");
}

/** Reverts what a scene changed when it was last activated. */
export async function undoScene(id: string, context: PlanContext): Promise<PlanningResult> {
  const { planner, request, phrases } = context;
  const name = planner.scenes.get(id)?.definition.name ?? id;
  try {
    const { outcomes, lost = [] } = await planner.scenes.undo(id, request.origin);
    const back = outcomes.length > 0 ? activationText(phrases.sceneLeft(name), outcomes, context) : "";
    const stays = lostText(lost, context.dialogue);
    return {
      text:
        joinSentences(
          [back, stays].filter((text) => text !== ""),
          context,
        ) || phrases.sceneNotOn(name),
      outcomes,
    };
  } catch (error) {
    if (error instanceof JiaError && error.code === "not-found") return { text: phrases.sceneNotOn(name) };
    throw error;
  }
}

/** Saves a scene with the listed commands. */
export async function makeScene(name: string, steps: readonly DoStep[], context: PlanContext): Promise<PlanningResult> {
  const draft: SceneDraft = { name, steps: stepsFrom(effectCommands(plannedEffectsOf(steps))) };
  return await save(draft, context, (saved) => context.planner.scenes.describe(saved, context.language));
}

/** Saves a scene with the present states. */
export async function saveSnapshotScene(
  name: string,
  targets: readonly SceneTarget[],
  context: PlanContext,
): Promise<PlanningResult> {
  const { planner, dialogue, language, phrases } = context;
  const steps = withoutGroups(
    targets.flatMap((target) => planner.scenes.snapshot(name, target).steps),
    context.home,
  );
  if (steps.length === 0) return { text: phrases.nothingToKeep };
  const names = steps.flatMap(({ target }) => {
    const device = typeof target === "string" ? context.home.device(target) : undefined;
    return device ? [deviceReplyName(device, dialogue.index, language)] : [];
  });
  return await save({ name, steps }, context, () => phrases.kept(name, names.slice(0, MOST_NAMED), names.length));
}

/** Steps without those of groups whose members are saved as well. */
function withoutGroups(steps: SceneDraft["steps"], home: Home): SceneDraft["steps"] {
  const devices = steps.flatMap(({ target }) => (typeof target === "string" ? (home.device(target) ?? []) : []));
  const kept = new Set(
    standing(
      devices,
      (device) => device,
      (id) => home.device(id),
    ).map(({ id }) => id),
  );
  return steps.filter(({ target }) => typeof target !== "string" || kept.has(target));
}

/** Describes a scene; a scene is neither on nor off. */
export function tell(id: string, { planner, phrases, language }: PlanContext): PlanningResult {
  const scene = planner.scenes.get(id)?.definition;
  return { text: phrases.sceneTold(scene?.name ?? id, scene ? planner.scenes.describe(scene, language) : "") };
}

/** Deletes a scene. */
export async function deleteScene(id: string, context: PlanContext): Promise<PlanningResult> {
  const { planner, request, phrases } = context;
  const { definition } = await planner.scenes.remove(id, request.origin);
  return { text: phrases.sceneRemoved(definition.name) };
}

/** Saves a scene and reads it back. Asks first where a scene of this name exists, or the policy wants a yes. */
async function save(
  draft: SceneDraft,
  context: PlanContext,
  readBack: (saved: Scene) => string,
): Promise<PlanningResult> {
  const { planner, request, phrases } = context;
  const name = cleanText(draft.name);
  const [same, ...others] = planner.scenes.list().filter((each) => isCalled(each, name));
  if (others.length > 0) return { text: phrases.sceneTwice };
  const known = same?.definition;
  const whole: SceneDraft = known
    ? { ...draft, id: known.id, name: known.name, ...(known.aliases && { aliases: known.aliases }) }
    : { ...draft, name };
  const approved = wantsApproval(planner.scenes.check(whole));
  const replace = known !== undefined;
  const waiting = approved || replace ? context.asksFor({ kind: "save-scene", draft: whole, replace }) : null;
  if (waiting) return known && !approved ? { ...waiting, text: phrases.replaceScene(known.name) } : waiting;
  const { definition } = await planner.scenes.save(whole, {
    origin: request.origin,
    approved,
    ...(known && { replace: true }),
  });
  const text = phrases.sceneSaved(readBack(definition));
  // Cancelling a replaced scene would lose the one before it as well.
  return known ? { text } : { text, plans: [{ kind: "scene", id: definition.id }] };
}

function isCalled({ definition: { name, aliases = [] } }: Saved<Scene>, wanted: string): boolean {
  return [name, ...aliases].some((each) => normalizedName(each) === normalizedName(wanted));
}

/** The reply to the outcomes of a scene: `good`, or the names of the devices that failed. */
function activationText(
  good: string,
  outcomes: readonly Outcome[],
  { dialogue, language, phrases }: PlanContext,
): string {
  const failed = outcomes.filter(
    ({ status }) => status !== "confirmed" && status !== "unchanged" && status !== "accepted",
  );
  if (failed.length === 0) return good;
  const names = [
    ...new Set(
      failed.map(({ device }) => {
        const known = dialogue.index.devices.get(device)?.device;
        return known ? deviceReplyName(known, dialogue.index, language) : device;
      }),
    ),
  ];
  const devices = new Set(outcomes.map(({ device }) => device)).size;
  return names.length === devices ? phrases.sceneFailed(names) : phrases.scenePartly(good, names);
}
