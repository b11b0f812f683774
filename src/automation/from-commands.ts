import type { Command, DeviceId, Value } from "../home/index.ts";
import type { Action, SceneStep } from "./definition/index.ts";

/** What some devices are set to. */
interface Setting {
  readonly target: DeviceId | { devices: DeviceId[] };
  readonly set: Record<string, Value>;
}

/** Commands as the actions of an automation, in their order; neighbours that get the same values share one. */
export function actionsFrom(commands: readonly Command[]): Action[] {
  return pooled(commands).map((each) =>
    "set" in each
      ? { type: "set", ...each }
      : { type: "invoke", target: each.device, action: each.action, in: [...each.in] },
  );
}

/** Commands as the steps of a scene, which all run at once. */
export function stepsFrom(commands: readonly Command[]): SceneStep[] {
  return pooled(commands).map((each) =>
    "set" in each ? each : { target: each.device, invoke: each.action, in: [...each.in] },
  );
}

function pooled(commands: readonly Command[]): (Setting | Extract<Command, { kind: "invoke" }>)[] {
  const result: (Setting | Extract<Command, { kind: "invoke" }>)[] = [];
  let last = "";
  let devices: DeviceId[] = [];
  for (const command of commands) {
    if (command.kind === "invoke") {
      result.push(command);
      last = "";
      continue;
    }
    const set = Object.fromEntries(command.properties.map(({ address, value }) => [address, value]));
    const key = JSON.stringify(set);
    if (key !== last) {
      devices = [command.device];
      result.push({ target: command.device, set });
    } else if (!devices.includes(command.device)) {
      devices = [...devices, command.device];
      result[result.length - 1] = { target: { devices }, set };
    }
    last = key;
  }
  return result;
}
