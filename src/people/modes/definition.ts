/** The definition of a mode, as files, the API and sentences give it. */
import { z } from "zod";
import { MAX_NAME } from "../../home/index.ts";
import type { MessageKey } from "../../language/index.ts";

/**
 * The checks when a mode begins. `open`: doors, windows, gates · `unlocked`: locks · `running`: devices that cook or heat ·
 * `lights` · `water`: open valves and leaks.
 */
export const MODE_CHECKS = ["open", "unlocked", "running", "lights", "water"] as const;
export type ModeCheck = (typeof MODE_CHECKS)[number];

/** Ids as those of scenes: lower-case words and "-"; Chinese characters are kept. */
const ModeId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]*$/u, "definition.id" satisfies MessageKey);
const Name = z.string().trim().min(1).max(MAX_NAME);

/** When a mode begins by itself: the last person leaves, or somebody comes while nobody is there. */
const BeginningForm = z.strictObject({
  when: z.enum(["everyone-left", "someone-arrived"]),
  /** Only from one of these modes; from every other one when left out. */
  from: z.array(ModeId).min(1).max(50).optional(),
});
export type Beginning = z.infer<typeof BeginningForm>;

export const ModeDefinition = z.strictObject({
  id: ModeId,
  name: Name,
  aliases: z.array(Name).max(20).optional(),
  /** Id of a scene. */
  scene: ModeId.optional(),
  checks: z.array(z.enum(MODE_CHECKS)).max(MODE_CHECKS.length).optional(),
  begins: z.array(BeginningForm).max(4).optional(),
});
export type ModeDefinition = z.infer<typeof ModeDefinition>;

/** A definition before it is saved: without an id, one is made from the name. */
export const ModeDraft = ModeDefinition.extend({ id: ModeId.optional() });
export type ModeDraft = z.infer<typeof ModeDraft>;

/** The mode of a home before the first change of mode. It cannot be removed. */
export const FIRST_MODE = "home";

/** The default modes, without names: the language packs have those. */
export const USUAL_MODES: readonly Omit<ModeDefinition, "name" | "aliases">[] = [
  { id: FIRST_MODE, begins: [{ when: "someone-arrived", from: ["away", "holiday"] }] },
  {
    id: "away",
    checks: ["open", "unlocked", "running", "water"],
    begins: [{ when: "everyone-left", from: [FIRST_MODE, "night"] }],
  },
  { id: "night", checks: ["open", "unlocked", "running"] },
  { id: "guest" },
  { id: "holiday", checks: ["open", "unlocked", "running", "lights", "water"] },
];
export const USUAL_MODE_IDS = ["home", "away", "night", "guest", "holiday"] as const;
export type UsualModeId = (typeof USUAL_MODE_IDS)[number];
