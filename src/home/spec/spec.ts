/**
 * MIoT-Spec-V2 as the rest of Jia uses it: every dialect produces this, so nothing above the bridge knows where a device
 * came from. Numbers (`siid`, `piid`, `aiid`, `eiid`) are those of the device; addresses are for people and models.
 */

/** A property's value: booleans, numbers (integers, floats, value-list numbers, RGB as 0xRRGGBB) or text. */
export type Value = boolean | number | string;

/** `service.property`, `switch-2.on` for the second service of a name, `fan.fan-level-2` for the second property of a name. */
export type PropertyAddress = string;
/** `service.action`: `vacuum.start-sweep`. */
export type ActionAddress = string;
/** `service.event`: `remote.click`. */
export type EventAddress = string;

export type Format = "bool" | "uint8" | "uint16" | "uint32" | "int8" | "int16" | "int32" | "int64" | "float" | "string";

/** Units after normalisation; foreign spellings ("hour", "none", "w") are mapped when a spec is parsed. */
export type Unit = string;

export interface ValueRange {
  readonly min: number;
  readonly max: number;
  /** Greater than 0. */
  readonly step: number;
}

export interface ListedValue {
  readonly value: number;
  readonly description: string;
}

export interface Access {
  readonly read: boolean;
  readonly write: boolean;
  readonly notify: boolean;
}

export interface Property {
  readonly siid: number;
  readonly piid: number;
  readonly address: PropertyAddress;
  /** Key of the service: `switch-2`. */
  readonly service: string;
  /** Short name from the URN: `brightness`. */
  readonly type: string;
  readonly urn: string;
  readonly description: string;
  readonly format: Format;
  readonly access: Access;
  readonly unit: Unit | null;
  readonly range: ValueRange | null;
  /** Empty when the property has no value-list. */
  readonly values: readonly ListedValue[];
}

export interface Action {
  readonly siid: number;
  readonly aiid: number;
  readonly address: ActionAddress;
  readonly service: string;
  readonly type: string;
  readonly urn: string;
  readonly description: string;
  /** Properties of the same service, in order. */
  readonly in: readonly Property[];
  readonly out: readonly Property[];
}

export interface SpecEvent {
  readonly siid: number;
  readonly eiid: number;
  readonly address: EventAddress;
  readonly service: string;
  readonly type: string;
  readonly urn: string;
  readonly description: string;
  readonly arguments: readonly Property[];
}

export interface Service {
  readonly siid: number;
  /** Key in addresses: the short name, with `-2`, `-3` … from the second service of that name on. */
  readonly key: string;
  /** Short name from the URN: `switch`. */
  readonly type: string;
  readonly urn: string;
  /** A human name where the spec gives one ("Left key"). */
  readonly description: string;
  readonly properties: readonly Property[];
  readonly actions: readonly Action[];
  readonly events: readonly SpecEvent[];
}

export interface Spec {
  readonly urn: string;
  /** Device kind from the URN: `light`, `air-conditioner`. */
  readonly kind: string;
  readonly description: string;
  readonly services: readonly Service[];
  readonly properties: ReadonlyMap<PropertyAddress, Property>;
  readonly actions: ReadonlyMap<ActionAddress, Action>;
  readonly events: ReadonlyMap<EventAddress, SpecEvent>;
}

/** Finds specs by model or URN; the devices/ folder is such a source. */
export interface SpecSource {
  byModel(model: string): Spec | undefined;
  byUrn(urn: string): Spec | undefined;
}

/** The property with these numbers. */
export function propertyByIid(spec: Spec, siid: number, piid: number): Property | undefined {
  return spec.services.find((service) => service.siid === siid)?.properties.find((property) => property.piid === piid);
}

/** The event with these numbers. */
export function eventByIid(spec: Spec, siid: number, eiid: number): SpecEvent | undefined {
  return spec.services.find((service) => service.siid === siid)?.events.find((event) => event.eiid === eiid);
}

/** The action with these numbers. */
export function actionByIid(spec: Spec, siid: number, aiid: number): Action | undefined {
  return spec.services.find((service) => service.siid === siid)?.actions.find((action) => action.aiid === aiid);
}

/** Whether a property is the power switch of its service. */
export function isPower({ type, format, access }: Property): boolean {
  return type === "on" && format === "bool" && access.write;
}
