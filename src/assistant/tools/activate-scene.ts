import { z } from "zod";
import type { Planner, Saved, Scene } from "../../automation/index.ts";
import { cleanText, type HomeView, JiaError, type Outcome, type Value } from "../../home/index.ts";
import { type Language, message, textOf } from "../../language/index.ts";
import type { HiddenFilter } from "../hidden/hidden-filter.ts";
import type { Prompts } from "../prompts.ts";
import { wantsScene } from "../wishes/mentions.ts";
import { beginMode, type ModeTool } from "./begin-mode.ts";
import { shownOutcome } from "./devices/outline.ts";
import { approvalFor, isConfirmed } from "./plans/consent.ts";
import { definitionTargets } from "./plans/definition-targets.ts";
import { onlyPlan } from "./plans/find-plan.ts";
import { withoutHidden } from "./plans/saved-plans.ts";
import { defineTool, exampleCalls, type Tool, type ToolContext, type ToolResult } from "./tool.ts";

const Arguments = z.strictObject({
  scene: z.string().min(1).max(200),
  parameters: z.record(z.string(), z.union([z.boolean(), z.number(), z.string().max(500)])).optional(),
  say: z.string().max(1000).optional(),
});

const EXAMPLES = [{ scene: "ID" }] as const;

/** The tool that activates a saved scene, or begins a mode of the home. */
export function activateSceneTool(
  home: HomeView,
  planner: Planner,
  prompts: Prompts,
  hidden: HiddenFilter,
  modes: ModeTool | null = null,
): Tool {
  return defineTool(prompts, {
    name: "activate_scene",
    kind: "write",
    schema: Arguments,
    examples: EXAMPLES,
    run: async ({ scene, parameters }, context) => {
      const shown = (list: readonly Saved<Scene>[]) =>
        withoutHidden(
          list.map(({ definition }) => definition),
          planner,
          hidden,
        );
      const [all, found] = [shown(planner.scenes.list()), shown(planner.scenes.find(scene))];
      const mode = found.length === 0 ? modes?.named(scene) : undefined;
      if (mode && modes && !context.origin.stranger) return await beginMode(mode, modes, context);
      const unsaved = found.length === 0 ? unsavedScene(scene, context) : null;
      if (unsaved !== null) {
        const question = textOf(message("consent.thenActivate", {}), context.language);
        const again = { scene: unsaved.id, ...(parameters && { parameters }) };
        return { ...HELD, behind: { subject: unsaved.name, devices: [], question, arguments: again } };
      }
      const exact = all.filter((each) => each.id === scene);
      const meant = onlyPlan(scene, exact.length > 0 ? exact : found, all, "scene", context);
      const { id, name } = meant;
      refuseUnknown(parameters ?? {}, meant);
      const { origin, signal, waiting = [] } = context;
      const consent = planner.consent(
        { kind: "activate-scene", scene: id, parameters: parameters ?? {} },
        context.language,
      );
      const approvals = planner.scenes.approvals(id, parameters ?? {});
      const approved = isConfirmed(context, consent, approvals);
      const again = { scene: id, ...(parameters && { parameters }) };
      // The yes at saving covers activations that the person asks for.
      const { named } = context;
      const saidYes = planner.scenes.get(id)?.approved === true && named?.asking === false;
      const asked = wantsScene(named, id) && (approvals.length === 0 || saidYes);
      if (!approved && !asked) return { ...HELD, approval: approvalFor(name, consent, approvals, again) };
      // A scene for a device that waits for a yes runs after it: "unlock the door, then lock up".
      const touched = new Set(waiting.map(({ device }) => device));
      const commanded = definitionTargets(planner.scenes.get(id)?.definition ?? { steps: [] }, home);
      const devices = commanded.devices.flatMap((device) => (touched.has(device.id) ? [device.id] : []));
      if (devices.length > 0) {
        const question = textOf(message("consent.thenScene", { name }), context.language);
        return { ...HELD, behind: { subject: name, devices, question, arguments: again } };
      }
      const options = { origin, signal, approved, ...(parameters && { parameters }) };
      const result = resultOf(home, (await planner.scenes.activate(id, options)).outcomes, context.language);
      const held = result.outcomes.filter(({ status }) => status === "needs-confirmation");
      if (held.length === 0) return result;
      return { ...result, approval: approvalFor(name, consent, approvals, again) };
    },
  });
}

/** @throws JiaError `invalid-tool-arguments` for an unknown parameter, with the known ones */
function refuseUnknown(given: Readonly<Record<string, Value>>, { name, parameters = {} }: Scene): void {
  const other = Object.keys(given).find((key) => !Object.hasOwn(parameters, key));
  if (other === undefined) return;
  const known = Object.keys(parameters).join(", ");
  const problem = message("tools.noSuchParameter", { scene: name, name: cleanText(other, 60), known });
  const detail = message("tools.badCall", { problems: [problem], form: exampleCalls(EXAMPLES) });
  throw new JiaError("invalid-tool-arguments", { tool: "activate_scene", detail });
}

/** The scene of this name that waits in the same answer for a yes before it is saved; null when there is none. */
function unsavedScene(
  given: string,
  { unsaved = [] }: ToolContext,
): { readonly id: string; readonly name: string } | null {
  const is = (value: unknown): value is string => typeof value === "string";
  const same = (value: string) => value.trim().toLowerCase() === given.trim().toLowerCase();
  for (const { id, name, triggers } of unsaved) {
    if (is(id) && is(name) && triggers === undefined && (same(id) || same(name))) return { id, name };
  }
  return null;
}

/** The result of a call that waits for a yes. */
const HELD = { content: { activated: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;

function resultOf(home: HomeView, outcomes: readonly Outcome[], language: Language): ToolResult {
  // Hidden devices stay out of the result.
  const shown = outcomes.flatMap((outcome) => {
    const device = home.device(outcome.device);
    return device ? [shownOutcome(outcome, device, language)] : [];
  });
  return { content: { outcomes: shown }, outcomes, failures: [] };
}
