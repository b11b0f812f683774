import { z } from "zod";
import type { Planner } from "../../automation/index.ts";
import { type Language, message, messages, textOf } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { oneOf } from "./plans.ts";
import { defineTool, type Tool } from "./tool.ts";

const Arguments = z.strictObject({
  kind: z.enum(["automation", "scene", "timer"]),
  id: z.string().min(1).max(200),
});

/** Deletes an automation or a scene, or cancels a timer. */
export function deleteAutomationTool(planner: Planner, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "delete_automation",
    kind: "write",
    schema: Arguments,
    run: async ({ kind, id }, { origin, language }) => {
      const deleted = await remove(planner, kind, id, origin, language);
      return {
        content: { deleted },
        outcomes: [],
        failures: [],
        sentence: textOf(message("tools.deleted", deleted), language),
      };
    },
  });
}

type Origin = Parameters<Planner["scenes"]["remove"]>[1];

async function remove(
  { automations, scenes, timers }: Planner,
  kind: z.output<typeof Arguments>["kind"],
  id: string,
  origin: Origin,
  language: Language,
): Promise<{ id: string; name: string }> {
  switch (kind) {
    case "automation": {
      const all = automations.list().map(({ definition }) => definition);
      const found = automations.find(id).map(({ definition }) => definition);
      const one = oneOf(id, found, all, "automation");
      await automations.remove(one.id, origin);
      return { id: one.id, name: one.name };
    }
    case "scene": {
      const all = scenes.list().map(({ definition }) => definition);
      const found = scenes.find(id).map(({ definition }) => definition);
      const one = oneOf(id, found, all, "scene");
      await scenes.remove(one.id, origin);
      return { id: one.id, name: one.name };
    }
    case "timer": {
      const one = oneOf(id, timers.find(id), timers.list(), "timer");
      await timers.cancel(one.id);
      return { id: one.id, name: one.name || messages(language).tools.timer };
    }
    default:
      return kind satisfies never;
  }
}
