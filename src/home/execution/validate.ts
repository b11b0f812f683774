import type { Command, Outcome } from "../commands.ts";
import type { Device } from "../device.ts";
import { type ErrorCode, type ErrorDetails, JiaError } from "../errors.ts";
import { homeMessage, type Message } from "../message.ts";
import type { Action, Property, Value } from "../spec/index.ts";
import { coerceValue, type ValueWords } from "../values.ts";
import type { WireCommand } from "./transport.ts";

/** The codes by which a MIoT device answers commands that do not fit its spec, keyed by our error code. */
const MIOT_CODES: Readonly<Partial<Record<ErrorCode, number>>> = {
  "unknown-device": -704042001,
  "unknown-property": -704040003,
  "unknown-action": -704040005,
  "not-writable": -704030023,
  "invalid-value": -704220043,
  "invalid-arguments": -704220035,
};

/** The result of checking a command against its device's spec. */
export interface CommandCheck {
  readonly device: Device | undefined;
  /** The valid part; null when nothing is valid. */
  readonly wire: WireCommand | null;
  /** `rejected` outcomes for the parts that are not valid. */
  readonly refused: readonly Outcome[];
}

/**
 * Checks a command against its device's spec and coerces its values. Valid parts of a set survive invalid ones.
 * @param words the words that may be used for values
 */
export function checkCommand(command: Command, device: Device | undefined, words: ValueWords): CommandCheck {
  if (!device) {
    const outcomes = rejectedTargets(command).map((target) =>
      rejection(command.device, target, "unknown-device", { device: command.device }),
    );
    return { device, wire: null, refused: outcomes };
  }
  return command.kind === "set" ? checkSet(command, device, words) : checkInvoke(command, device, words);
}

function checkSet(command: Extract<Command, { kind: "set" }>, device: Device, words: ValueWords): CommandCheck {
  const writes: { property: Property; value: Value }[] = [];
  const refused: Outcome[] = [];
  // Of two values for one property only the last is sent.
  const wanted = new Map(command.properties.map((write) => [write.address, write]));
  for (const write of wanted.values()) {
    const target = { property: write.address, value: write.value };
    const property = device.spec.properties.get(write.address);
    if (!property) {
      const known = [...device.spec.properties.values()].filter((p) => p.access.write).map((p) => p.address);
      refused.push(
        rejection(device.id, target, "unknown-property", {
          device: device.name,
          address: write.address,
          ...knownNames(known),
        }),
      );
      continue;
    }
    if (!property.access.write) {
      refused.push(rejection(device.id, target, "not-writable", { device: device.name, address: write.address }));
      continue;
    }
    try {
      writes.push({ property, value: coerceValue(property, write.value, words) });
    } catch (error) {
      if (!(error instanceof JiaError)) throw error;
      refused.push(rejection(device.id, target, error.code, error.details));
    }
  }
  return { device, wire: writes.length > 0 ? { kind: "set", writes } : null, refused };
}

function checkInvoke(command: Extract<Command, { kind: "invoke" }>, device: Device, words: ValueWords): CommandCheck {
  const target = { action: command.action, in: command.in };
  const action = device.spec.actions.get(command.action);
  if (!action) {
    const details = { device: device.name, address: command.action, ...knownNames([...device.spec.actions.keys()]) };
    return { device, wire: null, refused: [rejection(device.id, target, "unknown-action", details)] };
  }
  try {
    return { device, wire: { kind: "invoke", action, in: checkArguments(action, command.in, words) }, refused: [] };
  } catch (error) {
    if (!(error instanceof JiaError)) throw error;
    return { device, wire: null, refused: [rejection(device.id, target, error.code, error.details)] };
  }
}

/** @throws JiaError `invalid-arguments` or `invalid-value` */
function checkArguments(action: Action, given: readonly Value[], words: ValueWords): Value[] {
  if (given.length !== action.in.length) {
    const names = action.in.map((property) => property.type);
    const expected =
      names.length === 0
        ? homeMessage("noArguments", {})
        : homeMessage("someArguments", { count: names.length, names });
    throw new JiaError("invalid-arguments", { address: action.address, expected });
  }
  return action.in.map((property, index) => coerceValue(property, given[index], words));
}

type RejectedTarget =
  | { readonly property: string; readonly value: Value }
  | { readonly action: string; readonly in: readonly Value[] };

function rejectedTargets(command: Command): RejectedTarget[] {
  return command.kind === "set"
    ? command.properties.map(({ address, value }) => ({ property: address, value }))
    : [{ action: command.action, in: command.in }];
}

function rejection(device: string, target: RejectedTarget, code: ErrorCode, details: ErrorDetails): Outcome {
  const miot = MIOT_CODES[code];
  const error = { code, details };
  return { device, ...target, status: "rejected", ...(miot !== undefined && { code: miot }), error };
}

/** The first twenty names, for a message. */
function knownNames(names: readonly string[]): { readonly known: Message } {
  return { known: homeMessage("names", { shown: names.slice(0, 20), total: names.length }) };
}
