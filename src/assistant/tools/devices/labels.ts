import { type Action, isMainService, type Property, type PropertyAddress, type Spec } from "../../../home/index.ts";
import { propertyUse } from "./property-use.ts";

/** Short names that are ambiguous outside the main service of a device: the lamp of a bath heater is `light.on`. */
const BARE: ReadonlySet<string> = new Set(["on", "mode", "status", "brightness", "motor-control", "enable"]);

/** Labels of properties, keyed by spec and then by address. */
const made = new WeakMap<Spec, ReadonlyMap<PropertyAddress, string>>();

/** The name of a property for models: its short name (`brightness`) where that is clear, otherwise its address. */
export function propertyLabel(spec: Spec, { address }: Pick<Property, "address">): string {
  return labelsOf(spec).get(address) ?? address;
}

/** The property with this label or address; undefined when there is none. */
export function propertyByLabel(spec: Spec, label: string): Property | undefined {
  const exact = spec.properties.get(label);
  if (exact) return exact;
  for (const [address, short] of labelsOf(spec)) if (short === label) return spec.properties.get(address);
  return undefined;
}

/**
 * Whether a bare name may mean this property in a write: "on" is the power of a device and not the switch of its lamp, and no
 * bare name means an indicator light.
 */
export function isMeantByBareName(spec: Spec, property: Property): boolean {
  if (!BARE.has(property.type)) return true;
  const use = propertyUse(spec, property);
  if (use === "main" || use === "aside") return use === "main";
  return property.type !== "on" || !spec.services.some(({ type }) => isMainService(type, spec.kind));
}

/** The name of an action for models: its type where only one action has it, otherwise its address. */
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
    // A bare `on` is the switch of the device itself.
    const plain = main ? !others.some((other) => other.main) : others.length === 0;
    labels.set(address, plain && (main || mains.size === 0 || !BARE.has(short)) ? short : address);
  }
  made.set(spec, labels);
  return labels;
}

function shortName(address: PropertyAddress): string {
  return address.slice(address.indexOf(".") + 1);
}
