import { z } from "zod";
import { message } from "../../language/index.ts";
import { checkModes } from "../check/household.ts";
import { Id } from "../definition/basics.ts";
import { sceneCommands } from "../scenes/commands.ts";
import { defineAction, PLAIN_ACTION } from "./kind.ts";

/** The home is brought into a mode. */
export const modeAction = defineAction({
  ...PLAIN_ACTION,
  type: "mode",
  schema: z.strictObject({ type: z.literal("mode"), mode: Id }),
  example: { type: "mode", mode: "night" },
  check: ({ mode }, field, { modes, problems }) => checkModes(mode, modes, `${field}.mode`, problems),
  words: ({ mode }) => message("actions.mode", { mode }),
  demands({ mode }, home, lookup) {
    const scene = lookup.sceneOfMode(mode) ?? "";
    const used = lookup.scene(scene);
    // A yes to the automation does not cover the scene of the mode, because whoever changes the mode changes that.
    return used ? [{ kind: "scene", scene, commands: sceneCommands(used, home), included: false }] : [];
  },
  run: ({ mode }, step) => step.once(async (effects) => ({ outcomes: await effects.beginMode(mode) })),
});
