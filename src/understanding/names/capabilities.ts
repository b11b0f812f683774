import { type Action, isMainService, isPower, type Property, type Service, type Spec } from "../../home/index.ts";
import { describes } from "../../language/index.ts";

/** The properties that move a cover, a valve or a window and report its position. */
export interface Mover {
  readonly service: Service;
  /** Writable position in percent. */
  readonly target: Property | null;
  readonly current: Property | null;
  /** Write-only open / close / stop. */
  readonly control: Property | null;
}

/** What devices of one spec can do; derived once per spec. */
export interface Capabilities {
  /** Services of the device's own kind, such as every key of a wall switch; else the first service that can be controlled. */
  readonly main: readonly Service[];
  /** Writable `on` of the main services. */
  readonly power: readonly Property[];
  readonly movers: readonly Mover[];
  /** Every property, in the order of the spec. */
  readonly all: readonly Property[];
  /** Properties, keyed by short name. */
  readonly properties: ReadonlyMap<string, readonly Property[]>;
  /** Actions, keyed by short name. */
  readonly actions: ReadonlyMap<string, readonly Action[]>;
  /** Further kinds of the device, from its services: "light" of a fan with a lamp. */
  readonly serviceKinds: ReadonlySet<string>;
}

const known = new WeakMap<Spec, Capabilities>();

export function capabilitiesOf(spec: Spec): Capabilities {
  let found = known.get(spec);
  if (!found) {
    found = derive(spec);
    known.set(spec, found);
  }
  return found;
}

/** Service types that count as a kind of their own inside another device. */
const OWN_KINDS: ReadonlySet<string> = new Set([
  "light",
  "climate",
  "fan",
  "curtain",
  "heater",
  "indicator-light",
  "ambient-light",
  "humidifier",
  "air-purifier",
  "screen",
  "microphone",
  "vacuum",
  "switch",
]);

/** Service types that are never the main service of a device. */
const MINOR: ReadonlySet<string> = new Set([
  "indicator-light",
  "physical-controls-locked",
  "alarm",
  "screen",
  "microphone",
  "countdown",
]);

function derive(spec: Spec): Capabilities {
  const all = [...spec.properties.values()];
  const own = spec.services.filter(({ type }) => isMainService(type, spec.kind));
  const controllable = spec.services.filter(
    (service) => !MINOR.has(service.type) && service.properties.some(({ access }) => access.write),
  );
  const main = own.length > 0 ? own : controllable.slice(0, 1);
  const power = main.flatMap((service) => service.properties.filter(isPower));
  // The lamp of a bath heater does not switch the heater on.
  const others = controllable.filter(({ type }) => type !== "light" || spec.kind === "light");
  const fallback =
    power.length > 0 ? power : others.flatMap((service) => service.properties.filter(isPower)).slice(0, 1);
  return {
    main: main.length > 0 ? main : spec.services.slice(0, 1),
    power: main.some((service) => moverOf(service)) ? power : fallback,
    movers: spec.services.flatMap((service) => moverOf(service) ?? []),
    all,
    properties: grouped(all),
    actions: grouped([...spec.actions.values()]),
    serviceKinds: new Set(
      spec.services
        .map(({ type }) => type)
        .filter((type) => OWN_KINDS.has(type) && (type !== "fan" || spec.kind === "light")),
    ),
  };
}

function moverOf(service: Service): Mover | null {
  const find = (type: string, write: boolean): Property | null =>
    service.properties.find((property) => property.type === type && (!write || property.access.write)) ?? null;
  const target = find("target-position", true);
  const motor = find("motor-control", true);
  // A motor that only turns a fan's head left and right opens and closes nothing.
  const control = motor && motor.values.length > 0 && !motor.values.some(isWay) ? null : motor;
  if (!target && !control) return null;
  return { service, target, control, current: find("current-position", false) };
}

/** Whether a value of a motor opens or closes. */
function isWay({ description }: Property["values"][number]): boolean {
  return describes(description, ["open", "up", "close", "down"]);
}

function grouped<Item extends { readonly type: string }>(items: readonly Item[]): Map<string, Item[]> {
  const map = new Map<string, Item[]>();
  for (const item of items) {
    const list = map.get(item.type);
    if (list) list.push(item);
    else map.set(item.type, [item]);
  }
  return map;
}
