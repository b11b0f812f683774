import { z } from "zod";
import { type Planner, type SceneDraft, Target } from "../../automation/index.ts";
import type { Prompts } from "../prompts.ts";
import { NAMED, savingTool } from "./saving.ts";
import type { Tool } from "./tool.ts";

const Arguments = z.strictObject({
  ...NAMED,
  snapshot: z.record(z.string(), z.unknown()).optional(),
  steps: z.array(z.record(z.string(), z.unknown())).max(200).optional(),
  replace: z.boolean().optional(),
});

/** Saves a scene: of given steps, or of what devices are now. */
export function saveSceneTool(planner: Planner, prompts: Prompts): Tool {
  return savingTool<typeof Arguments, SceneDraft>(planner, prompts, {
    name: "save_scene",
    kind: "scene",
    schema: Arguments,
    store: planner.scenes,
    proposal: (draft, _, replace) => ({ kind: "save-scene", draft, replace }),
    // What is snapshot now is what is saved, however things are by the time of the yes.
    frozen: ({ snapshot: _, ...args }, { steps }) => ({ ...args, steps }),
    draftOf: ({ snapshot, replace: _, ...given }) => {
      if (snapshot === undefined) return given;
      const target = Target.safeParse(snapshot);
      // A target that makes no sense is left to the check, which says where and how to correct it.
      if (!target.success) return { ...given, steps: [{ target: snapshot, set: {} }] };
      return { ...planner.scenes.snapshot(given.name, target.data), ...given };
    },
  });
}
