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

/** The commands of a step, and what is left out because a value that it follows is not known. */
export interface ActionCommands {
  readonly commands: readonly Command[];
  readonly unknown: readonly { readonly device: Device; readonly address: string; readonly from: ValueOf }[];
}

/** The commands of a set or invoke step at `now`, one for each device. */
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

/** All commands that a set or invoke step may ever give: where a value follows another, one for each possible value. */
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

/** Resolves a reference to a value for a property of a device; null leaves the property out. */
type Follow = (from: ValueOf, device: Device, address: string) => Value | null;

/**
 * Writes for every device of a target. A device of a group gets the addresses that it has; a named device gets all of
 * them, so that a missing one is reported. A named group is left out when one of its members is named too.
 */
export function setCommands(
  target: Target,
  values: Readonly<Record<string, Value | ValueOf>>,
  home: Home,
  follow: Follow = () => null,
): Command[] {
  const group = isGroup(target);
  const meant = named(target, home);
  /** In a target by room, floor or kind, essential devices are not switched off. */
  const free = group && meant.some(({ device }) => device?.essential === false);
  const spared = (device: Device, address: string, value: Value): boolean => {
    const property = device.spec.properties.get(address);
    if (!free || !device.essential || property === undefined || !isPower(property)) return false;
    // "off", 关 and 0 mean false as well.
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

/**
 * The commands that invoke an action on every device of a target.
 * @param given the arguments, in the order of the spec
 */
export function invokeCommands(target: Target, action: string, given: readonly Value[], home: Home): Command[] {
  const group = isGroup(target);
  const meant = named(target, home).filter(({ device }) => !group || device?.spec.actions.has(action));
  const free = group && meant.some(({ device }) => device?.essential === false);
  return meant
    .filter(({ device }) => !(free && device?.essential === true && mayStop(device, action)))
    .map(({ id }) => ({ kind: "invoke", device: id, action, in: given }));
}

/** Whether an action may switch its device off, or end what it does. */
function mayStop({ spec }: Device, action: string): boolean {
  return STOPPING.test(spec.actions.get(action)?.type ?? "");
}

const STOPPING = /^(toggle|turn-off|power-off|stop|pause)(-|$)/;

/**
 * The devices of a target. A named device that is gone keeps its place, so that its command is answered with an
 * error.
 */
function named(target: Target, home: Home): { id: string; device: Device | undefined }[] {
  if (isGroup(target)) return resolveTarget(target, home).map((device) => ({ id: device.id, device }));
  const names = typeof target === "string" ? [target] : "devices" in target ? target.devices : [];
  return names.map((name) => {
    const device = home.device(name);
    return { id: device?.id ?? name, device };
  });
}

/** A change that one write would make. */
export interface ExpectedChange {
  readonly device: string;
  readonly property: string;
  readonly before: Value | undefined;
  readonly after: Value;
}

/** The changes that commands would make, write by write; values that hold already are left out. */
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
