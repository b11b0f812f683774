import { z } from "zod";
import { type Planner, type SceneDraft, Target } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import type { Prompts } from "../prompts.ts";
import { isPlainObject, type KeyAliases, parsedIfJson } from "./forms/argument-shape.ts";
import { sceneDraftIn } from "./forms/draft.ts";
import { targetIn } from "./forms/resolve-parts.ts";
import { defineSavingTool, NAME_ARGUMENTS } from "./plans/saving.ts";
import { WRITE_EXAMPLE } from "./set-properties.ts";
import type { Tool } from "./tool.ts";

const Arguments = z.strictObject({
  ...NAME_ARGUMENTS,
  snapshot: z.record(z.string(), z.unknown()).optional(),
  steps: z.array(z.record(z.string(), z.unknown())).max(200).optional(),
  replace: z.boolean().optional(),
});

const NAMES: KeyAliases = {
  steps: ["writes", "actions", "settings", "set", "devices"],
  snapshot: ["current", "fromcurrent", "from"],
  name: ["scene", "title"],
};

/** The tool that saves a scene from given steps or from the current state of devices. */
export function saveSceneTool(home: HomeView, planner: Planner, prompts: Prompts): Tool {
  return defineSavingTool<typeof Arguments, SceneDraft>(home, planner, prompts, {
    name: "save_scene",
    kind: "scene",
    schema: Arguments,
    examples: [
      { name: "NAME", steps: [WRITE_EXAMPLE] },
      { name: "NAME", snapshot: { room: "ROOM" } },
    ],
    names: NAMES,
    reform: (given) => placed(given, home),
    store: planner.scenes,
    proposal: (draft, replace) => ({ kind: "save-scene", draft, replace }),
    // Save the state of now, not that of the moment of the yes.
    frozen: ({ snapshot: _, ...args }, { steps }) => ({ ...args, steps }),
    draftOf: ({ snapshot, replace: _, ...given }, reading) => {
      if (snapshot === undefined) return sceneDraftIn(given, reading);
      const { target: placed } = targetIn(snapshot, "snapshot", reading);
      const target = Target.safeParse(placed);
      // Leave an invalid target to the check, which names the field and the fix.
      if (!target.success) return { ...given, steps: [{ target: snapshot, set: {} }] };
      return { ...planner.scenes.snapshot(given.name, target.data), ...given };
    },
  });
}

/** Turns a snapshot given as a bare name into a target: a room, or a device. */
function placed(given: unknown, home: HomeView): unknown {
  if (!isPlainObject(given) || given["snapshot"] === undefined) return given;
  const snapshot = parsedIfJson(given["snapshot"]);
  if (isPlainObject(snapshot)) return { ...given, snapshot };
  const room = typeof snapshot === "string" ? home.layout.findRoom(snapshot) : null;
  return { ...given, snapshot: room ? { room: room.id } : { devices: snapshot } };
}
