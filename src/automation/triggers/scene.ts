import { z } from "zod";
import { message } from "../../language/index.ts";
import { Id } from "../definition/basics.ts";
import { sceneName } from "../describe/wording.ts";
import { SILENT } from "../runs/run.ts";
import { defineTrigger, NO_REFERENCES } from "./kind.ts";

/** A scene is activated. */
export const sceneTrigger = defineTrigger({
  type: "scene",
  schema: z.strictObject({ type: z.literal("scene"), scene: Id }),
  example: { type: "scene", scene: "movie-night" },
  check(trigger, field, check) {
    check.scene(trigger.scene, `${field}.scene`);
  },
  completed: (trigger) => trigger,
  words: (trigger, wording) => message("triggers.scene", { scene: sceneName(trigger.scene, wording) }),
  goneWords: message("causes.scene"),
  references: { ...NO_REFERENCES, scenes: ({ scene }) => [scene] },
  watch: {
    by: "signal",
    signal: "scene",
    keys: ({ scene }) => [scene],
    fits: (trigger, signal) => signal.kind === "scene" && signal.scene === trigger.scene,
    detail: () => SILENT,
  },
});
