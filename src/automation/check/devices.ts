import {
  type Device,
  expectedValue,
  type Home,
  type Message,
  nearest,
  type Property,
  type SpecEvent,
  tryCoerce,
  type Value,
} from "../../home/index.ts";
import { message, SPOKEN_WORDS } from "../../language/index.ts";
import type { Bound, Target, ValueOf } from "../definition/basics.ts";
import { deviceCalled } from "../references/settle.ts";
import { findFloor, isGroup, resolveTarget } from "../references/targets.ts";
import { isValueOf } from "../references/value-of.ts";
import { FollowChecks } from "./follows.ts";
import type { ProblemList } from "./problems.ts";

/** The most addresses that a problem names. */
const SHOWN = 12;
/** The message for an address that a device lacks, keyed by what the address is. */
const LACKS = { property: "problems.noProperty", action: "problems.noAction", event: "problems.noEvent" } as const;

/** Why a definition is checked: it is about to be saved, or it is saved and the home has changed since. */
export type CheckSubject = "draft" | "saved";

/** Checks the parts of a definition that name devices, properties, actions and events. */
export class DeviceChecks {
  readonly #home: Home;
  readonly #problems: ProblemList;
  readonly #looked: CheckSubject;

  /** Values that are taken from another property. */
  readonly follows: FollowChecks;

  constructor(home: Home, problems: ProblemList, looked: CheckSubject) {
    this.#home = home;
    this.follows = new FollowChecks(home, this, problems);
    this.#problems = problems;
    this.#looked = looked;
  }

  /** The devices of a target. Adds a problem for a device, room or floor that is not there. */
  target(target: Target, field: string): Device[] {
    if (typeof target === "string") {
      this.#device(target, field);
    } else if ("devices" in target) {
      target.devices.forEach((name, index) => {
        this.#device(name, `${field}.devices[${index}]`);
      });
    } else {
      this.#group(target, field);
    }
    return resolveTarget(target, this.#home);
  }

  /** The devices with a readable property at `address`. Adds a problem when there is none. */
  readable(target: Target, address: string, field: string): { device: Device; property: Property }[] {
    return this.#having(target, address, field, (property) => property.access.read || property.access.notify);
  }

  /** Checks values to write: each must be writable and fit at least one device, and every device that is named. */
  values(target: Target, values: Readonly<Record<string, Value | ValueOf>>, field: string, name = "set"): void {
    const devices = this.target(target, `${field}.target`);
    for (const [address, value] of Object.entries(values)) {
      const place = `${field}.${name}["${address}"]`;
      this.#value(target, devices, address, value, place);
      if (isValueOf(value)) this.follows.value(value, target, address, place);
    }
  }

  #value(target: Target, devices: readonly Device[], address: string, value: Value | ValueOf, field: string): void {
    const having = devices.flatMap((device) => {
      const property = device.spec.properties.get(address);
      return property ? [{ device, property }] : [];
    });
    const lacking = devices.filter((device) => !device.spec.properties.has(address));
    if (devices.length > 0 && (having.length === 0 || (lacking.length > 0 && !isGroup(target)))) {
      this.unknownAddress(lacking[0], address, field, "property");
    }
    const fixed = having.find(({ property }) => !property.access.write);
    if (fixed && (!isGroup(target) || having.every(({ property }) => !property.access.write))) {
      this.#problems.add(
        field,
        address,
        message("problems.readOnly", { address, device: fixed.device.handle }),
        message("problems.setAnother"),
      );
    }
    if (isValueOf(value)) return;
    const misfit = having.find(
      ({ property }) => property.access.write && tryCoerce(property, value, SPOKEN_WORDS) === null,
    );
    if (misfit) this.#doesNotFit(misfit.property, value, field);
  }

  /** Checks values of a comparison: each must be one that the property can have. */
  compared(target: Target, address: string, values: readonly Value[], field: string, key: string): void {
    const having = this.readable(target, address, field);
    for (const value of values) {
      const misfit = having.find(({ property }) => tryCoerce(property, value, SPOKEN_WORDS) === null);
      if (misfit) this.#doesNotFit(misfit.property, value, `${field}.${key}`);
    }
  }

  /** Checks that a property is a number. */
  numeric(target: Target, address: string, field: string): void {
    const wrong = this.readable(target, address, field).find(
      ({ property }) => property.format === "bool" || property.format === "string",
    );
    if (!wrong) return;
    this.#problems.add(
      `${field}.property`,
      address,
      message("problems.notNumber", { address, device: wrong.device.handle }),
      message("problems.useState"),
    );
  }

  /** Warns when a device does not report a property by itself: its changes are noticed only when it is read. */
  notified(target: Target, address: string, field: string, warnings: ProblemList): void {
    const silent = resolveTarget(target, this.#home).find(({ spec }) => {
      const property = spec.properties.get(address);
      return property?.access.read === true && !property.access.notify;
    });
    if (!silent) return;
    const problem = message("problems.notNotified", { address, device: silent.handle });
    warnings.add(`${field}.property`, address, problem, message("problems.useSchedule"));
  }

  /** Checks bounds: the number must be able to lie between them, and those of a trigger must be crossable. */
  bounds(bounded: Bounds, field: string, crossing: boolean): void {
    const { target, property: address, above, below } = bounded;
    if (typeof above === "number" && typeof below === "number" && above >= below) {
      const problem = message("problems.emptyRange", { above, below });
      this.#problems.add(`${field}.above`, above, problem, message("problems.swapBounds"));
    }
    this.follows.bounds(bounded, field);
    const having = resolveTarget(target, this.#home).flatMap(({ spec }) => spec.properties.get(address) ?? []);
    const ranges = having.map(rangeOf);
    const within = (bound: number, low: boolean): boolean =>
      ranges.some(
        (range) =>
          range === null ||
          (low
            ? bound < range.max && (!crossing || below !== undefined || bound >= range.min)
            : bound > range.min && (!crossing || above !== undefined || bound <= range.max)),
      );
    const [property] = having;
    if (!property) return;
    const wrong = { message: message("problems.outOfRange", { address }), fix: expectedValue(property) };
    for (const [key, bound] of [["above", above] as const, ["below", below] as const]) {
      if (typeof bound !== "number" || within(bound, key === "above")) continue;
      this.#problems.add(`${field}.${key}`, bound, wrong.message, message("problems.give", { expected: wrong.fix }));
    }
  }

  /** Checks an action of devices and its arguments. */
  action(target: Target, address: string, given: readonly unknown[], field: string, key: string): void {
    const devices = this.target(target, `${field}.target`);
    const lacking = devices.filter((device) => !device.spec.actions.has(address));
    if (devices.length > 0 && (lacking.length === devices.length || (lacking.length > 0 && !isGroup(target)))) {
      this.unknownAddress(lacking[0], address, `${field}.${key}`, "action");
    }
    for (const device of devices) {
      const action = device.spec.actions.get(address);
      if (!action) continue;
      if (action.in.length === given.length) {
        this.#arguments(action.in, given, `${field}.in`);
        continue;
      }
      const wanted = action.in.map(({ type }) => type);
      this.#problems.add(
        `${field}.in`,
        given,
        message("problems.wrongArguments", { wanted }),
        message("problems.inThisOrder"),
      );
      return;
    }
  }

  /** Checks an event of devices and the arguments that it must come with. */
  event({ target, event: address, arguments: wanted = {} }: NamedEvent, field: string): void {
    const devices = this.target(target, `${field}.target`);
    const events = devices.flatMap(({ spec }) => spec.events.get(address) ?? []);
    if (devices.length > 0 && events.length === 0) {
      this.unknownAddress(devices[0], address, `${field}.event`, "event");
    }
    if (events.length === 0) return;
    for (const [name, value] of Object.entries(wanted)) {
      this.#eventArgument(events, name, value, `${field}.arguments["${name}"]`);
    }
  }

  #eventArgument(events: readonly SpecEvent[], name: string, value: Value, field: string): void {
    const all = events.flatMap((event) => event.arguments);
    const named = all.filter(({ address }) => address === name);
    const [first] = named;
    if (!first) {
      const known = [...new Set(all.map(({ address }) => address))];
      const near = known.find((address) => address.endsWith(`.${name}`)) ?? nearestArgument(name, all);
      const fix = near === null ? message("problems.has", { known }) : message("problems.didYouMean", { near });
      this.#problems.add(field, name, message("problems.noArgument"), fix);
      return;
    }
    if (named.every((property) => tryCoerce(property, value, SPOKEN_WORDS) === null)) {
      this.#doesNotFit(first, value, field);
    }
  }

  /** Checks values of arguments, in the order of the spec. The value of a parameter is not known yet. */
  #arguments(wanted: readonly Property[], given: readonly unknown[], field: string): void {
    wanted.forEach((property, index) => {
      const value = given[index];
      if (typeof value === "object" || tryCoerce(property, value, SPOKEN_WORDS) !== null) return;
      this.#doesNotFit(property, value, `${field}[${index}]`);
    });
  }

  #having(
    target: Target,
    address: string,
    field: string,
    fits: (property: Property) => boolean,
  ): { device: Device; property: Property }[] {
    const devices = this.target(target, `${field}.target`);
    const having = devices.flatMap((device) => {
      const property = device.spec.properties.get(address);
      return property && fits(property) ? [{ device, property }] : [];
    });
    if (devices.length > 0 && having.length === 0) {
      this.unknownAddress(devices[0], address, `${field}.property`, "property");
    }
    return having;
  }

  #device(name: string, field: string): void {
    const device = this.#home.device(name);
    if (!device) {
      const known = this.#home.devices.flatMap(({ id, handle }) => [handle, id]);
      this.#gone(field, name, message("problems.noDevice"), known);
      return;
    }
    if (this.#looked === "draft" || device.id === name || deviceCalled(name, this.#home)) return;
    this.#problems.add(field, name, message("problems.sharedHandle"), message("problems.saveById"));
  }

  #group(target: Exclude<Target, string | { devices: string[] }>, field: string): void {
    const before = this.#problems.list.length;
    const { layout, devices } = this.#home;
    if (target.room !== undefined && !layout.findRoom(target.room)) {
      const known = layout.rooms.flatMap(({ id, name }) => [id, name]);
      this.#gone(`${field}.room`, target.room, message("problems.noRoom"), known);
    }
    if (target.floor !== undefined && !findFloor(target.floor, this.#home)) {
      const known = layout.floors.flatMap(({ id, name }) => [id, name]);
      this.#gone(`${field}.floor`, target.floor, message("problems.noFloor"), known);
    }
    const kinds = new Set(devices.map(({ spec }) => spec.kind));
    if (target.kind !== undefined && !kinds.has(target.kind)) {
      this.#gone(`${field}.kind`, target.kind, message("problems.noKind"), kinds);
    }
    target.except?.forEach((name, index) => {
      this.#device(name, `${field}.except[${index}]`);
    });
    if (this.#problems.list.length > before || resolveTarget(target, this.#home).length > 0) return;
    this.#problems.add(field, target, message("problems.noMatch"), message("problems.checkTogether"));
  }

  /**
   * Adds the problem of a name that matches nothing. A draft may be misspelt; in a saved definition the thing has
   * gone.
   */
  #gone(field: string, written: string, problem: Message, known: Iterable<string>): void {
    const fix =
      this.#looked === "saved" ? message("problems.saveAgain") : didYouMean(nearest(written, known), "jia devices");
    this.#problems.add(field, written, problem, fix);
  }

  /** Adds the problem of an address that a device lacks, with the nearest one that it has, or all. */
  unknownAddress(
    device: Device | undefined,
    address: string,
    field: string,
    what: "property" | "action" | "event",
  ): void {
    if (!device) return;
    const { properties, actions, events } = device.spec;
    const known = [...(what === "property" ? properties : what === "action" ? actions : events).keys()];
    const near = nearest(address, known);
    this.#problems.add(
      field,
      address,
      message(LACKS[what], { device: device.handle }),
      near === null
        ? message("problems.has", { known: known.slice(0, SHOWN) })
        : message("problems.didYouMean", { near }),
    );
  }

  #doesNotFit(property: Property, value: unknown, field: string): void {
    this.#problems.add(
      field,
      value,
      message("problems.misfit", { address: property.address }),
      message("problems.give", { expected: expectedValue(property) }),
    );
  }
}

/** An event of devices, with arguments that it must come with, keyed by address. */
interface NamedEvent {
  readonly target: Target;
  readonly event: string;
  readonly arguments?: Readonly<Record<string, Value>> | undefined;
}

interface Bounds {
  readonly target: Target;
  readonly property: string;
  readonly above?: Bound | undefined;
  readonly below?: Bound | undefined;
}

/** The range of a number; null where the spec gives none. */
function rangeOf({ range, values }: Property): { readonly min: number; readonly max: number } | null {
  const listed = values.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  return listed.length > 0 ? { min: Math.min(...listed), max: Math.max(...listed) } : range;
}

/** The address of the argument with nearly this address or last part; null when none is near. */
function nearestArgument(name: string, all: readonly Property[]): string | null {
  const byLast = new Map(all.map(({ address }) => [address.slice(address.indexOf(".") + 1), address]));
  const near = nearest(name, [...byLast.values(), ...byLast.keys()]);
  return near === null ? null : (byLast.get(near) ?? near);
}

function didYouMean(near: string | null, command: string): Message {
  return near === null ? message("problems.listed", { command }) : message("problems.didYouMean", { near });
}
