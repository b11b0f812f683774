import {
  type Command,
  type Device,
  type Home,
  isPower,
  sameValue,
  toldTogether,
  tryCoerce,
  type Value,
} from "../../home/index.ts";
import { SPOKEN_WORDS } from "../../language/index.ts";
import type { Target, ValueOf } from "../definition/basics.ts";
import { isGroup, resolveTarget } from "../references/targets.ts";
import { followedValue, isValueOf, possibleValues } from "../references/value-of.ts";

/** A step that sets properties. */
export interface SetStep {
  readonly type: "set";
  readonly target: Target;
  /** Keyed by address. */
  readonly set: Readonly<Record<string, Value | ValueOf>>;
}

/** A step that invokes an action of devices. */
export interface InvokeStep {
  readonly type: "invoke";
  readonly target: Target;
  readonly action: string;
  readonly in?: readonly Value[] | undefined;
}

/** What a step would command, and what of it is left out because a value that it goes by is not known. */
export interface ActionCommands {
  readonly commands: readonly Command[];
  readonly unknown: readonly { readonly device: Device; readonly address: string; readonly from: ValueOf }[];
}

/** The commands of a set or invoke step now: one a device. */
export function currentCommandsOf(action: SetStep | InvokeStep, home: Home, now: number): ActionCommands {
  if (action.type === "invoke") return { commands: possibleCommandsOf(action, home), unknown: [] };
  const unknown: ActionCommands["unknown"][number][] = [];
  const commands = setCommands(action.target, action.set, home, (from, device, address) => {
    const value = followedValue(from, device, address, home, now);
    if (value === null) unknown.push({ device, address, from });
    return value;
  });
  return { commands, unknown };
}

/** All that a set or invoke step may ever command: where a value follows another, each that it may come to. */
export function possibleCommandsOf(action: SetStep | InvokeStep, home: Home): Command[] {
  if (action.type === "invoke") return invokeCommands(action.target, action.action, action.in ?? [], home);
  let most = 1;
  const all: Command[] = [];
  for (let index = 0; index < most; index += 1) {
    const follow: Follow = (_, device, address) => {
      const property = device.spec.properties.get(address);
      const possible = property ? possibleValues(property) : [];
      most = Math.max(most, possible.length);
      return possible[index] ?? possible[0] ?? null;
    };
    all.push(...setCommands(action.target, action.set, home, follow));
  }
  return all;
}

/** The value that a reference comes to for a property of a device; null leaves it out. */
type Follow = (from: ValueOf, device: Device, address: string) => Value | null;

/**
 * Writes for every device of a target. Of a group, a device takes the addresses that it has; a device that was named takes
 * all of them, so that what it lacks is reported. A group of devices that is named beside one of them gives way to them.
 */
export function setCommands(
  target: Target,
  values: Readonly<Record<string, Value | ValueOf>>,
  home: Home,
  follow: Follow = () => null,
): Command[] {
  const group = isGroup(target);
  const meant = named(target, home);
  /** Of all that stands somewhere, what must keep running is switched off by name only. */
  const free = group && meant.some(({ device }) => device?.essential === false);
  const spared = (device: Device, address: string, value: Value): boolean => {
    const property = device.spec.properties.get(address);
    if (!free || !device.essential || property === undefined || !isPower(property)) return false;
    // "off", 关 and 0 switch it off as well.
    return home.valueMeant(property, value) === false;
  };
  const commands = meant.flatMap(({ id, device }): Command[] => {
    const properties = Object.entries(values)
      .filter(([address]) => !group || device?.spec.properties.get(address)?.access.write)
      .flatMap(([address, given]) => {
        const value = isValueOf(given) ? (device ? follow(given, device, address) : null) : given;
        if (value === null || (device && spared(device, address, value))) return [];
        return [{ address, value }];
      });
    return properties.length > 0 ? [{ kind: "set", device: id, properties }] : [];
  });
  return toldTogether(commands, (id) => home.device(id));
}

export function invokeCommands(target: Target, action: string, given: readonly Value[], home: Home): Command[] {
  const group = isGroup(target);
  const meant = named(target, home).filter(({ device }) => !group || device?.spec.actions.has(action));
  const free = group && meant.some(({ device }) => device?.essential === false);
  return meant
    .filter(({ device }) => !(free && device?.essential === true && mayStop(device, action)))
    .map(({ id }) => ({ kind: "invoke", device: id, action, in: given }));
}

/** Whether an action of a device may switch it off, or end what it does. */
function mayStop({ spec }: Device, action: string): boolean {
  return STOPPING.test(spec.actions.get(action)?.type ?? "");
}

const STOPPING = /^(toggle|turn-off|power-off|stop|pause)(-|$)/;

/** Devices of a target; one that was named and is gone keeps its place, so that its command is answered with an error. */
function named(target: Target, home: Home): { id: string; device: Device | undefined }[] {
  if (isGroup(target)) return resolveTarget(target, home).map((device) => ({ id: device.id, device }));
  const names = typeof target === "string" ? [target] : "devices" in target ? target.devices : [];
  return names.map((name) => {
    const device = home.device(name);
    return { id: device?.id ?? name, device };
  });
}

/** What one write would change. */
export interface ExpectedChange {
  readonly device: string;
  readonly property: string;
  readonly before: Value | undefined;
  readonly after: Value;
}

/** What commands would change, write by write; what is so already is left out. */
export function expectedChanges(commands: readonly Command[], home: Home): ExpectedChange[] {
  return commands.flatMap((command) => {
    const device = home.device(command.device);
    if (command.kind === "invoke" || !device) return [];
    return command.properties.flatMap(({ address, value }) => {
      const property = device.spec.properties.get(address);
      const before = device.state.get(address)?.value;
      const after = property ? (tryCoerce(property, value, SPOKEN_WORDS) ?? value) : value;
      if (property && sameValue(property, before, after)) return [];
      return [{ device: device.id, property: address, before, after }];
    });
  });
}
