import {
  type Action,
  actionByIid,
  cleanText,
  eventByIid,
  type Format,
  type Instance,
  type Property,
  parseSpec,
  propertyByIid,
  type Spec,
  type SpecEvent,
} from "../../home/index.ts";
import { STANDARD_TYPES } from "./standard.ts";

/** Longest list of values or number of services that a device may ask for; the rest is left out. */
const MAX_LISTED = 400;
const MAX_SERVICES = 150;
/** Most properties, actions or events of one service. */
const MAX_PARTS = 190;
/** The iid of a part that the limits left out. */
const NOWHERE = 0;

/** The description of one property, as a dialect gives it to the writer. */
export interface PropertyDraft {
  /** Short name: `brightness`. Standard names get the standard type id. */
  readonly name: string;
  readonly description: string;
  readonly format: Format;
  readonly read: boolean;
  readonly write: boolean;
  readonly unit?: string | null | undefined;
  /** [min, max, step] */
  readonly range?: readonly [number, number, number] | undefined;
  readonly values?: readonly { readonly value: number; readonly description: string }[] | undefined;
}

/** The place of a part in the written spec. */
export interface Slot {
  readonly siid: number;
  readonly iid: number;
}

type Part = "property" | "action" | "event";

/** Writes an instance of MIoT-Spec-V2 piece by piece, numbering services and their parts, and parses it into a Spec. */
export class SpecWriter {
  readonly #namespace: string;
  readonly #product: string;
  readonly #services: ServiceWriter[] = [];
  /** Keyed by the caller's own key. */
  readonly #byKey = new Map<string, ServiceWriter>();

  /**
   * @param namespace of what the standard has no type for: `zigbee2mqtt-spec`
   * @param product maker and model for the URNs
   */
  constructor(namespace: string, product: string) {
    this.#namespace = namespace;
    this.#product = `${specNameOf(product).replace(/\./g, "-").slice(0, 40)}`;
  }

  /** The service with this key; made at its first use. */
  service(name: string, description: string, key: string = name): ServiceWriter {
    const known = this.#byKey.get(key);
    if (known) return known;
    const siid = this.#services.length + 2;
    const made = new ServiceWriter(siid, this.#urn("service", specNameOf(name), siid), description, (part, name, iid) =>
      this.#urn(part, specNameOf(name), iid),
    );
    this.#byKey.set(key, made);
    if (this.#services.length < MAX_SERVICES) this.#services.push(made);
    return made;
  }

  /** Whether there is a service with this key. */
  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** The instance as JSON. */
  instance(kind: string, description: string): Instance {
    return {
      type: this.#urn("device", specNameOf(kind), 1),
      description: cleanText(description),
      services: this.#services.map((service) => service.json()),
    };
  }

  finish(kind: string, description: string): WrittenSpec {
    return new WrittenSpec(parseSpec(this.instance(kind, description)));
  }

  #urn(part: Part | "service" | "device", name: string, number: number): string {
    const standard: Readonly<Record<string, string>> = STANDARD_TYPES[part];
    const id = Object.hasOwn(standard, name) ? standard[name] : undefined;
    const namespace = id === undefined ? this.#namespace : "miot-spec-v2";
    const type = id ?? number.toString(16).toUpperCase().padStart(8, "0");
    return `urn:${namespace}:${part}:${name}:${type}:${this.#product}:1`;
  }
}

/** One service in the making. */
export class ServiceWriter {
  readonly siid: number;
  readonly #type: string;
  readonly #description: string;
  readonly #urn: (part: Part, name: string, iid: number) => string;
  readonly #properties: Instance["services"][number]["properties"] & object = [];
  readonly #actions: Instance["services"][number]["actions"] & object = [];
  readonly #events: Instance["services"][number]["events"] & object = [];

  constructor(siid: number, type: string, description: string, urn: (part: Part, name: string, iid: number) => string) {
    this.siid = siid;
    this.#type = type;
    this.#description = description;
    this.#urn = urn;
  }

  property(draft: PropertyDraft): Slot {
    const iid = nextIid(this.#properties);
    if (iid === NOWHERE) return { siid: this.siid, iid };
    const access = [...(draft.read ? ["read", "notify"] : []), ...(draft.write ? ["write"] : [])];
    this.#properties.push({
      iid,
      type: this.#urn("property", draft.name, iid),
      description: cleanText(draft.description),
      format: draft.format,
      access,
      ...(draft.unit && { unit: draft.unit }),
      ...(draft.range && { "value-range": [...draft.range] }),
      ...(draft.values?.length && { "value-list": draft.values.slice(0, MAX_LISTED) }),
    });
    return { siid: this.siid, iid };
  }

  /** @param args slots of this service's properties, in order */
  action(name: string, description: string, args: readonly Slot[] = []): Slot {
    const iid = nextIid(this.#actions);
    if (iid === NOWHERE) return { siid: this.siid, iid };
    const type = this.#urn("action", name, iid);
    this.#actions.push({ iid, type, description: cleanText(description), in: args.map((slot) => slot.iid), out: [] });
    return { siid: this.siid, iid };
  }

  event(name: string, description: string): Slot {
    const iid = nextIid(this.#events);
    if (iid === NOWHERE) return { siid: this.siid, iid };
    const type = this.#urn("event", name, iid);
    this.#events.push({ iid, type, description: cleanText(description), arguments: [] });
    return { siid: this.siid, iid };
  }

  json(): Instance["services"][number] {
    return {
      iid: this.siid,
      type: this.#type,
      description: cleanText(this.#description),
      properties: this.#properties,
      actions: this.#actions,
      events: this.#events,
    };
  }
}

const nextIid = (parts: readonly unknown[]) => (parts.length < MAX_PARTS ? parts.length + 1 : NOWHERE);

/** A parsed spec and where the writer's slots are in it. A slot is undefined when the limits left it out. */
export class WrittenSpec {
  readonly spec: Spec;

  constructor(spec: Spec) {
    this.spec = spec;
  }

  property(slot: Slot): Property | undefined {
    return propertyByIid(this.spec, slot.siid, slot.iid);
  }

  action(slot: Slot): Action | undefined {
    return actionByIid(this.spec, slot.siid, slot.iid);
  }

  event(slot: Slot): SpecEvent | undefined {
    return eventByIid(this.spec, slot.siid, slot.iid);
  }
}

/** A short name for a URN: lower case ASCII words joined by "-". "Led disabled (night)" → "led-disabled-night". */
export function specNameOf(text: string): string {
  const name = text
    .slice(0, 120)
    .normalize("NFKD")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 60);
  return name || "item";
}

/** Words for people from a wire name: "power_on_behavior" → "Power on behavior". */
export function specLabelOf(text: string): string {
  const words = cleanText(text.replace(/[_]+/g, " "));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
