import { z } from "zod";
import type { MessageKey } from "../../language/index.ts";
import { Address, PropertyValue, Target, ValueOf } from "../definition/basics.ts";
import { setWords } from "../describe/settings.ts";
import { possibleCommandsOf } from "../device-commands/of-actions.ts";
import { withFollowed, withParts, withTarget } from "../references/changes.ts";
import { DEVICE_ACTION } from "./device-step.ts";
import { defineAction } from "./kind.ts";

/** Properties are set. */
export const setAction = defineAction({
  ...DEVICE_ACTION,
  type: "set",
  schema: z.strictObject({
    type: z.literal("set"),
    target: Target,
    /** Values keyed by address: `{light.on: true}`. A device of a group that lacks an address is left alone. */
    set: z
      .record(Address, z.union([PropertyValue, ValueOf]))
      .refine((set) => Object.keys(set).length > 0, "definition.empty" satisfies MessageKey),
  }),
  example: { type: "set", target: "floor-lamp", set: { "light.on": true } },
  check(action, field, { devices, home, commands }) {
    devices.values(action.target, action.set, field);
    commands(possibleCommandsOf(action, home));
  },
  words: ({ target, set }, { home }) => setWords(target, set, {}, home),
  withTargets: (action, change) => withParts(withTarget(action, change), { set: withFollowed(action.set, change) }),
});
