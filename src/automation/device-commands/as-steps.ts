import type { Command, DeviceId, Value } from "../../home/index.ts";
import type { AutomationAction, SceneStep } from "../definition/index.ts";
import { mergeAlike } from "./merge-alike.ts";

/** Values for some devices. */
interface Setting {
  readonly target: DeviceId | { devices: DeviceId[] };
  readonly set: Record<string, Value>;
}

type Call = Extract<Command, { kind: "invoke" }> & { readonly target: DeviceId };

/** Commands as the actions of an automation, in their order. Neighbours with the same values become one action. */
export function actionsFrom(commands: readonly Command[]): AutomationAction[] {
  return pooledCommands(commands).map((each) =>
    "set" in each
      ? { type: "set", ...each }
      : { type: "invoke", target: each.target, action: each.action, in: [...each.in] },
  );
}

/** Commands as the steps of a scene, which all run at once. */
export function stepsFrom(commands: readonly Command[]): SceneStep[] {
  return pooledCommands(commands).map((each) =>
    "set" in each ? each : { target: each.target, invoke: each.action, in: [...each.in] },
  );
}

function pooledCommands(commands: readonly Command[]): (Setting | Call)[] {
  const each = commands.map((command): Setting | Call => {
    if (command.kind === "invoke") return { ...command, target: command.device };
    const set = Object.fromEntries(command.properties.map(({ address, value }) => [address, value]));
    return { target: command.device, set };
  });
  return mergeAlike(each, (step) => ("set" in step ? JSON.stringify(step.set) : null));
}
