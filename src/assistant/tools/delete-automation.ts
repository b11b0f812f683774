import { z } from "zod";
import type { Planner } from "../../automation/index.ts";
import type { Origin } from "../../home/index.ts";
import { message, messages, textOf } from "../../language/index.ts";
import type { Hidden } from "../hidden/index.ts";
import { namesTimer } from "../named.ts";
import type { Prompts } from "../prompts.ts";
import { approvalFor, hasYes } from "./consent.ts";
import { type Named, oneOf, shownOf } from "./plans.ts";
import { BESIDE, defineTool, type Tool, type ToolContext } from "./tool.ts";

const Arguments = z.strictObject({
  kind: z.enum(["automation", "scene", "timer"]),
  id: z.string().min(1).max(200),
  ...BESIDE,
});

/** Deletes an automation or a scene, or cancels a timer. */
export function deleteAutomationTool(planner: Planner, prompts: Prompts, hidden: Hidden): Tool {
  return defineTool(prompts, {
    name: "delete_automation",
    kind: "write",
    schema: Arguments,
    run: async ({ kind, id: given }, context) => {
      const { origin, language } = context;
      const { id, name, asked } = found(planner, hidden, kind, given, context);
      const consent = planner.consent({ kind: "remove", of: kind, id }, language);
      if (!asked && !hasYes(context, consent, [])) {
        return { ...HELD, approval: approvalFor(name, consent, [], { kind, id }) };
      }
      await remove(planner, kind, id, origin);
      const deleted = { id, name };
      return {
        content: { deleted },
        outcomes: [],
        failures: [],
        sentence: textOf(message("tools.deleted", deleted), language),
      };
    },
  });
}

/** Nothing is deleted yet. */
const HELD = { content: { deleted: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;

type Kind = z.output<typeof Arguments>["kind"];

/** The one that is meant; `asked`: the person's own words name it, and it is nothing lasting. */
function found(
  planner: Planner,
  hidden: Hidden,
  kind: Kind,
  given: string,
  { language, named }: ToolContext,
): { readonly id: string; readonly name: string; readonly asked: boolean } {
  const { automations, scenes, timers } = planner;
  const shown = <Item>(items: readonly Item[]) => shownOf(items, planner, hidden);
  switch (kind) {
    case "automation":
    case "scene": {
      const of = kind === "automation" ? automations : scenes;
      const all = shown<Named>(of.list().map(({ definition }) => definition));
      const matching = shown<Named>(of.find(given).map(({ definition }) => definition));
      const { id, name } = oneOf(given, matching, all, kind);
      return { id, name, asked: false };
    }
    case "timer": {
      const { id, name, commands } = oneOf(given, shown(timers.find(given)), shown(timers.list()), "timer");
      const devices = commands.map(({ device }) => device);
      return { id, name: name || messages(language).tools.timer, asked: namesTimer(named, { id, name, devices }) };
    }
    default:
      return kind satisfies never;
  }
}

async function remove({ automations, scenes, timers }: Planner, kind: Kind, id: string, origin: Origin): Promise<void> {
  switch (kind) {
    case "automation":
      await automations.remove(id, origin);
      return;
    case "scene":
      await scenes.remove(id, origin);
      return;
    case "timer":
      await timers.cancel(id);
      return;
    default:
      kind satisfies never;
  }
}
