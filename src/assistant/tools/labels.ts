import { type Action, isMainService, type Property, type PropertyAddress, type Spec } from "../../home/index.ts";
import { useOf } from "./usual.ts";

/** Short names that say too little of a service that is not what the device is for: the lamp of a bath heater is `light.on`. */
const BARE: ReadonlySet<string> = new Set(["on", "mode", "status", "brightness", "motor-control", "enable"]);

/** Short names of the properties of a spec, keyed by address; made once for a spec. */
const made = new WeakMap<Spec, ReadonlyMap<PropertyAddress, string>>();

/**
 * What a model is told a property is called, and may call it: `brightness` where that says enough, else its
 * address.
 */
export function labelOf(spec: Spec, { address }: Pick<Property, "address">): string {
  return labelsOf(spec).get(address) ?? address;
}

/** The property that has this label or address; undefined when none has. */
export function labelled(spec: Spec, label: string): Property | undefined {
  const exact = spec.properties.get(label);
  if (exact) return exact;
  for (const [address, short] of labelsOf(spec)) if (short === label) return spec.properties.get(address);
  return undefined;
}

/**
 * Whether a bare name, or another word for it, may mean this property where something is set: the power of a device is not
 * the switch of its lamp, and no bare name means its indicator light.
 */
export function isMeantBare(spec: Spec, property: Property): boolean {
  if (!BARE.has(property.type)) return true;
  const use = useOf(spec, property);
  if (use === "main" || use === "aside") return use === "main";
  return property.type !== "on" || !spec.services.some(({ type }) => isMainService(type, spec.kind));
}

/** What a model is told an action is called. */
export function actionLabel(spec: Spec, { address, type }: Pick<Action, "address" | "type">): string {
  const alike = [...spec.actions.values()].filter((action) => action.type === type);
  return alike.length === 1 ? type : address;
}

function labelsOf(spec: Spec): ReadonlyMap<PropertyAddress, string> {
  const found = made.get(spec);
  if (found) return found;
  const mains = new Set(spec.services.filter(({ type }) => isMainService(type, spec.kind)).map(({ key }) => key));
  const all = [...spec.properties.values()].map(({ address, service }) => ({
    address,
    short: shortName(address),
    main: mains.has(service),
  }));
  const labels = new Map<PropertyAddress, string>();
  for (const { address, short, main } of all) {
    const others = all.filter((other) => other.address !== address && other.short === short);
    // "on" is the device's own switch, whatever else of it can be switched.
    const plain = main ? !others.some((other) => other.main) : others.length === 0;
    labels.set(address, plain && (main || mains.size === 0 || !BARE.has(short)) ? short : address);
  }
  made.set(spec, labels);
  return labels;
}

function shortName(address: PropertyAddress): string {
  return address.slice(address.indexOf(".") + 1);
}
