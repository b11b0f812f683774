import { z } from "zod";
import { message } from "../../language/index.ts";
import { Id, PropertyValue } from "../definition/basics.ts";
import { Duration } from "../definition/durations.ts";
import { changeWords } from "../describe/outcomes.ts";
import { gradualWords } from "../describe/settings.ts";
import { sceneName } from "../describe/wording.ts";
import { sceneCommands } from "../scenes/commands.ts";
import { defineAction, PLAIN_ACTION } from "./kind.ts";

/** A scene is activated. */
export const sceneAction = defineAction({
  ...PLAIN_ACTION,
  type: "scene",
  schema: z.strictObject({
    type: z.literal("scene"),
    scene: Id,
    parameters: z.record(z.string(), PropertyValue).optional(),
    /** The duration in which brightness, colour temperature, volume and the like change gradually. */
    transition: Duration.optional(),
  }),
  example: { type: "scene", scene: "movie-night" },
  check({ scene: id, parameters = {} }, field, { home, scene: find, problems, commands }) {
    const scene = find(id, `${field}.scene`);
    if (scene) commands(sceneCommands(scene, home, parameters));
    for (const name of Object.keys(parameters)) {
      if (!scene || scene.parameters?.[name]) continue;
      const known = Object.keys(scene.parameters ?? {});
      const problem = message("problems.noParameter");
      problems.add(`${field}.parameters`, name, problem, message("problems.has", { known }));
    }
  },
  words({ scene, parameters = {}, transition }, wording) {
    const given = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
    const inside = wording.within?.(scene) ?? null;
    const within = inside === null ? [] : [inside];
    const what = message("actions.scene", { scene: sceneName(scene, wording), given: [...given, ...within] });
    return gradualWords(what, transition);
  },
  traceWords: ({ scene, transition }, wording) =>
    gradualWords(message("actions.scene", { scene: sceneName(scene, wording), given: [] }), transition),
  scenes: ({ scene }) => [scene],
  demands({ scene, parameters }, home, lookup) {
    const used = lookup.scene(scene);
    return used ? [{ kind: "scene", scene, commands: sceneCommands(used, home, parameters), included: true }] : [];
  },
  async run(action, step) {
    await step.once(async (effects) => {
      const outcomes = await effects.activate(action);
      return { outcomes, empty: outcomes.length === 0 };
    });
    // The activation may have been ended early.
    step.waits.throwIfEnding();
  },
  dryRun({ scene, parameters = {} }, step) {
    step.note(changeWords(step.scenePreview(scene, parameters), step.situation.home));
    return true;
  },
});
