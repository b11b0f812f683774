import type { Command, Device } from "../../../home/index.ts";
import { devicePhrase, message } from "../../../language/index.ts";
import type { NoticeAct } from "../port.ts";

/** The remedy that closes something with a motor; null when Jia cannot. */
export function closeAct(device: Device): NoticeAct | null {
  const { properties, actions } = device.spec;
  for (const { address, type, access, values, range } of properties.values()) {
    if (!access.write) continue;
    const close = values.find(({ description }) => /^clos/i.test(description))?.value;
    if (type === "motor-control" && close !== undefined) return closeBy(device, set(device, address, close));
    if (type === "target-position" && range?.min === 0) return closeBy(device, set(device, address, 0));
  }
  const action = [...actions.values()].find(({ type, in: given }) => /^close/.test(type) && given.length === 0);
  return action ? closeBy(device, { kind: "invoke", device: device.id, action: action.address, in: [] }) : null;
}

/** The remedy that turns a device off or stops it; null when Jia cannot. */
export function turnOffAct(device: Device): NoticeAct | null {
  const { kind, properties, actions } = device.spec;
  const label = message("notices.turnOff", { device: devicePhrase(device) });
  const switches = [...properties.values()].filter(
    ({ type, access, format }) => type === "on" && access.write && format === "bool",
  );
  const own = switches.find(({ service }) => service === kind) ?? (switches.length === 1 ? switches[0] : undefined);
  if (own) return { kind: "commands", commands: [set(device, own.address, false)], label };
  const stop = [...actions.values()].find(
    ({ type, in: given }) => /^(cancel-cook|stop-cook|stop)/.test(type) && given.length === 0,
  );
  if (!stop) return null;
  return { kind: "commands", commands: [{ kind: "invoke", device: device.id, action: stop.address, in: [] }], label };
}

function closeBy(device: Device, command: Command): NoticeAct {
  return { kind: "commands", commands: [command], label: message("notices.close", { device: devicePhrase(device) }) };
}

function set(device: Device, address: string, value: boolean | number): Command {
  return { kind: "set", device: device.id, properties: [{ address, value }] };
}
