import { z } from "zod";
import { isGroup, type Target } from "../../automation/index.ts";
import {
  asksFirst,
  type Command,
  currentValue,
  type Device,
  type DeviceId,
  type HomeView,
  heldBy,
  isPower,
  JiaError,
  type Origin,
  type PropertyAddress,
  type PropertyWrite,
  toldTogether,
  type Value,
} from "../../home/index.ts";
import { errorText, type Language, type MessageKey, message, textOf } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { type DeviceRefusal, type UntriedPart, untriedPart, untriedParts } from "../replies/untried-parts.ts";
import { shownOutcome } from "./devices/outline.ts";
import { requestedValue } from "./devices/requested-value.ts";
import { deviceKey } from "./devices/resolve.ts";
import type { ValueRequest } from "./forms/amounts.ts";
import { isPlainObject } from "./forms/argument-shape.ts";
import { type DeviceProperty, devicePropertiesOf, targetOf } from "./forms/targets.ts";
import { holdsWrites, writesIn } from "./forms/writes.ts";
import { defineTool, type Tool, type ToolContext } from "./tool.ts";

const WISHES = ["value", "change", "percent", "limit"] as const;

/** One write in the arguments of set_properties and set_timer. */
export const WriteArguments = z
  .strictObject({
    device: z.string().min(1).max(100).optional(),
    room: z.string().max(100).optional(),
    floor: z.string().max(100).optional(),
    kind: z.string().max(100).optional(),
    except: z.array(z.string().min(1).max(100)).max(60).optional(),
    property: z.string().min(1).max(100),
    value: z.union([z.boolean(), z.number(), z.string().max(2000)]).optional(),
    change: z.number().optional(),
    percent: z.number().min(0).max(100).optional(),
    limit: z.enum(["min", "max"]).optional(),
  })
  .refine((write) => WISHES.filter((wish) => write[wish] !== undefined).length === 1, {
    message: "tools.oneWish" satisfies MessageKey,
  })
  .refine(({ device, room, floor, kind }) => device ?? room ?? floor ?? kind, {
    message: "tools.writeWhat" satisfies MessageKey,
  });
export type WriteArguments = z.output<typeof WriteArguments>;

interface SetCommand {
  readonly kind: "set";
  readonly device: string;
  readonly properties: PropertyWrite[];
}

const Arguments = z.strictObject({
  writes: z.array(WriteArguments).min(1).max(60),
  say: z.string().max(1000).optional(),
});

/** An example of a write, for errors. */
export const WRITE_EXAMPLE = { device: "HANDLE", property: "on", value: true };

/** Moves the writes of a call into `writes`, also when they stand among its own arguments. */
function withWrites(given: unknown, home: HomeView): unknown {
  if (!isPlainObject(given)) return Array.isArray(given) ? { writes: writesIn(given, home) } : given;
  const { say, writes, ...rest } = given;
  const spoken = say === undefined ? {} : { say };
  if (writes !== undefined) return { ...rest, ...spoken, writes: writesIn(writes, home) };
  return holdsWrites(rest) ? { ...spoken, writes: writesIn(rest, home) } : given;
}

/** The tool that sets properties of any number of devices at once. Invalid parts do not stop the others. */
export function setPropertiesTool(home: HomeView, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "set_properties",
    kind: "write",
    schema: Arguments,
    examples: [{ writes: [WRITE_EXAMPLE] }],
    reform: (given) => withWrites(given, home),
    touches: ({ writes }) => touched(home, writes),
    run: async ({ writes }, context) => {
      const { commands: meant, failures, misses } = commandsFromWrites(home, writes, context);
      const { origin, signal, waiting = [], refused = [] } = context;
      const half = new Set([...refused, ...misses.flatMap(({ device }) => device ?? [])]);
      const commands = meant.filter((command) => !isConfirmationPointless(home, command, half, origin));
      if (commands.length < meant.length) failures.push(textOf(message("tools.notAsked", {}), context.language));
      const execution =
        commands.length > 0 ? await home.execute(commands, origin, { signal, waiting }) : { outcomes: [] };
      const { outcomes, confirmation } = execution;
      return {
        content: {
          outcomes: outcomes.map((outcome) => shownOutcome(outcome, home.device(outcome.device), context.language)),
          ...(failures.length > 0 && { errors: failures }),
        },
        outcomes,
        failures,
        misses,
        ...(confirmation && { confirmation }),
      };
    },
  });
}

/** Whether a command needs a yes although another part for the same device is refused: "start the oven" without its temperature. */
export function isConfirmationPointless(
  home: HomeView,
  command: Command,
  half: ReadonlySet<DeviceId>,
  origin: Origin,
): boolean {
  if (!half.has(command.device)) return false;
  return home.assess([command], origin).some(({ verdict }) => asksFirst(verdict.decision));
}

/**
 * The commands of writes, in their order. Writes for one device become one command, unless they repeat a property. A group is left
 * out where its members are commanded as well.
 * @returns also the refused parts: `failures` for the model, `misses` for the person
 */
export function commandsFromWrites(
  home: HomeView,
  writes: readonly WriteArguments[],
  context: ToolContext,
): { commands: Command[]; failures: string[]; misses: UntriedPart[] } {
  const commands: SetCommand[] = [];
  const failures: string[] = [];
  const misses: UntriedPart[] = [];
  /** Values set by earlier writes of this call, keyed by device id and address. */
  const pending = new Map<string, Value>();
  for (const write of writes) {
    let device: Device | undefined;
    try {
      const target = targetOf(home, write, context.room);
      if (typeof target === "string") device = home.device(target);
      const all = devicePropertiesOf(home, target, write.property, "write");
      const spares = sparing(target, all, context);
      const refusals = all.flatMap((having): DeviceRefusal[] => {
        const error = refused(() => add(commands, pending, having, wishOf(write), spares));
        return error ? [{ device: having.device, error }] : [];
      });
      failures.push(...refusalTexts(refusals, write, context.language));
      misses.push(...untriedParts(home, refusals, write.property, context.language));
    } catch (error) {
      if (!(error instanceof JiaError)) throw error;
      const other = OTHER_CALLS.has(write.property) && error.code === "unknown-property";
      const why = other
        ? textOf(message("tools.onlyProperties", {}), context.language)
        : errorText(error, context.language);
      failures.push(`${label(write)}: ${why}`);
      const about = { device: device?.handle ?? write.device ?? "", address: write.property };
      misses.push(untriedPart(home, error, context.language, about));
    }
  }
  const { kept, doubled } = withoutDoubled(home, commands);
  for (const { handle } of doubled) {
    failures.push(errorText(new JiaError("members-commanded", { device: handle }), context.language));
  }
  return { commands: toldTogether(kept, (id) => home.device(id)), failures, misses };
}

/**
 * Which essential devices a write must not switch off. One that the person's words name may be switched off, and so may one that
 * is the whole target.
 */
function sparing(target: Target, all: readonly DeviceProperty[], { named }: ToolContext): (device: Device) => boolean {
  const place = isGroup(target) && all.some(({ device }) => !device.essential);
  const everything = named?.wishes.everything === true;
  return ({ id, essential }) => essential && (place || everything) && named?.devices.includes(id) !== true;
}

/** Properties in a write that belong to another tool. */
const OTHER_CALLS: ReadonlySet<string> = new Set(["action", "arguments", "scene", "say", "notify"]);

/** Runs `act`; the JiaError when it throws one, otherwise null. */
function refused(act: () => void): JiaError | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof JiaError) return error;
    throw error;
  }
}

/** Most refusals of one write that are told with their reason. */
const MOST_REFUSALS = 6;

/** The refusals of a write for the model, each with its device and reason. */
function refusalTexts(refusals: readonly DeviceRefusal[], write: WriteArguments, language: Language): string[] {
  const told = refusals.slice(0, MOST_REFUSALS).map(({ device, error }) => {
    return `${label({ ...write, device: device.handle, room: undefined, floor: undefined, kind: undefined })}: ${errorText(error, language)}`;
  });
  const rest = refusals.slice(MOST_REFUSALS).map(({ device }) => device.handle);
  return rest.length === 0 ? told : [...told, textOf(message("tools.alsoRefused", { devices: rest }), language)];
}

/** Adds a write to the last command of its device, or as a new command where that would repeat a property. */
function add(
  commands: SetCommand[],
  pending: Map<string, Value>,
  { device, property }: DeviceProperty,
  wish: ValueRequest,
  spares: (device: Device) => boolean,
): void {
  const key = `${device.id} ${property.address}`;
  const current = pending.get(key) ?? currentValue(device, property.address);
  if (!property.access.write) throw new JiaError("not-writable", { device: device.handle, address: property.address });
  const value = requestedValue(device, property, current, wish);
  if (isPower(property) && value === false && current !== false && spares(device)) {
    throw new JiaError("left-running", { device: device.handle });
  }
  pending.set(key, value);
  const last = commands.findLast((command) => command.device === device.id);
  if (last && !last.properties.some(({ address }) => address === property.address)) {
    last.properties.push({ address: property.address, value });
  } else {
    commands.push({ kind: "set", device: device.id, properties: [{ address: property.address, value }] });
  }
}

/** The keys of the devices of writes; empty, which waits for all other writes, where one has a place. */
function touched(home: HomeView, writes: readonly WriteArguments[]): string[] {
  const named = writes.flatMap(({ device }) => (device === undefined ? [] : [deviceKey(home, device)]));
  return named.length < writes.length ? [] : [...new Set(named)];
}

/**
 * Leaves out a group that gets the same value as one of its members: a model that lists members may mean to leave others as they
 * are.
 */
function withoutDoubled(
  home: HomeView,
  commands: readonly SetCommand[],
): { readonly kept: readonly SetCommand[]; readonly doubled: readonly Device[] } {
  const doubled = commands.flatMap(({ device: id, properties }) => {
    const group = home.device(id);
    if (!group) return [];
    const held = heldBy(group, (each) => home.device(each));
    const said = commands.filter(({ device }) => held.has(device));
    const same = ({ address, value }: PropertyWrite) =>
      said.some(({ device, properties: own }) =>
        own.some((each) => each.value === value && typeOf(home, device, each.address) === typeOf(home, id, address)),
      );
    return properties.some(same) ? [group] : [];
  });
  const out = new Set(doubled.map(({ id }) => id));
  return { kept: commands.filter(({ device }) => !out.has(device)), doubled: [...new Set(doubled)] };
}

function typeOf(home: HomeView, device: string, address: PropertyAddress): string | undefined {
  return home.device(device)?.spec.properties.get(address)?.type;
}

function wishOf({ value, change, percent, limit }: WriteArguments): ValueRequest {
  if (value !== undefined) return { value };
  if (change !== undefined) return { change };
  return percent !== undefined ? { percent } : { limit: limit ?? "max" };
}

function label({ device, room, floor, kind, property }: WriteArguments): string {
  return [device, room, floor, kind, property]
    .filter((part) => part !== undefined)
    .join(" ")
    .slice(0, 120);
}
