import type { z } from "zod";
import { message } from "../../language/index.ts";
import type { Target } from "../definition/basics.ts";
import { withFollowedBounds, withTarget } from "../references/changes.ts";
import { type DeviceWatch, NO_REFERENCES, type TriggerKind, type TriggerSchema, type WaitTriggerKind } from "./kind.ts";

type TargetedSchema = z.ZodType<{ readonly type: string; readonly target: Target }>;

/** A kind of trigger on devices; a run can wait for the same. */
export interface DeviceTriggerKind<Schema extends TriggerSchema, Happening extends TriggerSchema>
  extends TriggerKind<Schema, DeviceWatch<z.infer<Schema>>> {
  readonly happens: WaitTriggerKind<Happening>;
}

type Given<Schema extends TriggerSchema, Happening extends TriggerSchema> = Omit<
  DeviceTriggerKind<Schema, Happening>,
  "completed" | "references" | "goneWords" | "watch"
> & { readonly watch: Omit<DeviceWatch<z.infer<Schema>>, "by" | "target"> };

/** Makes a kind of device trigger: its types, and the target that all of them share. */
export function defineDeviceTrigger<Schema extends TargetedSchema, Happening extends TriggerSchema>(
  kind: Given<Schema, Happening>,
): DeviceTriggerKind<Schema, Happening> {
  return {
    ...kind,
    completed: (trigger) => trigger,
    references: {
      ...NO_REFERENCES,
      withTargets: (trigger, change) => withFollowedBounds(withTarget(trigger, change), change),
    },
    goneWords: message("causes.device"),
    watch: { ...kind.watch, by: "devices", target: ({ target }) => target },
  };
}
