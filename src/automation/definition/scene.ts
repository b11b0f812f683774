import { z } from "zod";
import type { MessageKey } from "../../language/index.ts";
import { Address, Aliases, Id, Name, PropertyValue, Target, Text } from "./basics.ts";
import { Duration } from "./durations.ts";

/** A value, or the value of one of the scene's parameters. */
const SceneValue = z.union([PropertyValue, z.strictObject({ parameter: z.string().min(1).max(40) })]);
export type SceneValue = z.infer<typeof SceneValue>;

/** Steps of one `order` run at the same time; a lower order is finished before a higher one begins (0 when left out). */
const order = z.number().int().min(0).max(100).optional();

const SetStep = z.strictObject({
  target: Target,
  set: z
    .record(Address, SceneValue)
    .refine((set) => Object.keys(set).length > 0, "definition.empty" satisfies MessageKey),
  /** The duration in which brightness, colour temperature, volume and the like change gradually. */
  transition: Duration.optional(),
  order,
});
const InvokeStep = z.strictObject({
  target: Target,
  invoke: Address,
  in: z.array(SceneValue).max(20).optional(),
  order,
});
export const SceneStep = z.union([SetStep, InvokeStep]);
export type SceneStep = z.infer<typeof SceneStep>;

/** A named set of values and actions. */
export const Scene = z.strictObject({
  id: Id,
  name: Name,
  /** Other names, in either language. */
  aliases: Aliases.optional(),
  description: Text.optional(),
  /** Parameters of an activation, keyed by name: "movie night at 10 percent". */
  parameters: z
    .record(z.string().regex(/^[a-z][\w-]{0,39}$/i), z.strictObject({ default: PropertyValue, name: Name.optional() }))
    .optional(),
  steps: z.array(SceneStep).min(1).max(500),
  /** Id of the child or guest who made it, and may change it too; left out: only adults may. */
  by: z.string().max(200).optional(),
});
export type Scene = z.infer<typeof Scene>;

/** A scene before it is saved: the id may be left to be made from the name. */
export const SceneDraft = Scene.extend({ id: Id.optional() });
export type SceneDraft = z.infer<typeof SceneDraft>;
