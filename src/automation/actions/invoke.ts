import { z } from "zod";
import { Address, PropertyValue, Target } from "../definition/basics.ts";
import { invokeWords } from "../describe/settings.ts";
import { possibleCommandsOf } from "../device-commands/of-actions.ts";
import { withTarget } from "../references/changes.ts";
import { DEVICE_ACTION } from "./device-step.ts";
import { defineAction } from "./kind.ts";

/** An action of a device is invoked. */
export const invokeAction = defineAction({
  ...DEVICE_ACTION,
  type: "invoke",
  schema: z.strictObject({
    type: z.literal("invoke"),
    target: Target,
    action: Address,
    in: z.array(PropertyValue).max(20).optional(),
  }),
  example: { type: "invoke", target: "robot-vacuum", action: "vacuum.start-sweep" },
  check(action, field, { devices, home, commands }) {
    devices.action(action.target, action.action, action.in ?? [], field, "action");
    commands(possibleCommandsOf(action, home));
  },
  words: ({ target, action, in: given = [] }, { home }) => invokeWords(target, action, given, {}, home),
  withTargets: withTarget,
});
