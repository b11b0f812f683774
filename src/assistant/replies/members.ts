import type { Device, DeviceId, OutcomeStatus } from "../../home/index.ts";
import {
  type Deed,
  isGood,
  type Language,
  type Member,
  nameIn,
  partsMeant,
  serviceOf,
  shortName,
} from "../../language/index.ts";

/** Kinds and names of devices, answered without a look at the whole home. */
interface DeviceNaming {
  /** What people call a kind of device. */
  kindOf(device: Device): string;
  /** Whether another device has the same name. */
  sharesName(device: Device): boolean;
}

/** Makes members of sentences out of devices of one home, in one language. */
export class Members {
  readonly #language: Language;
  readonly #known: DeviceNaming;

  constructor(language: Language, known: DeviceNaming) {
    this.#language = language;
    this.#known = known;
  }

  whole(device: Device): Member {
    const language = this.#language;
    return {
      key: device.id,
      name: shortName(device, language, this.#known.sharesName(device)),
      kind: this.#known.kindOf(device),
      place: { name: nameIn(language, device), room: device.room && nameIn(language, device.room) },
    };
  }

  /** A service of a device, by its key. */
  part(device: Device, service: string): Member {
    const { place, ...whole } = this.whole(device);
    const name = serviceOf(device, service, whole.name, this.#language);
    return { ...whole, key: `${device.id} ${service}`, name, isPart: true, place: { name, room: place?.room ?? null } };
  }

  /**
   * The member for a change or an action: the device, or its service where only that was changed.
   * @param alike addresses of the changes of the device with the same outcome
   */
  ofChange(device: Device, address: string, alike: readonly string[]): Member {
    const service = serviceAt(address);
    const own = alike.filter((each) => isSameType(device, serviceAt(each), service));
    const meant = partsMeant(device, own).some(({ key }) => key === service);
    return meant ? this.part(device, service) : this.whole(device);
  }
}

/** The key of a change and its outcome: equal for all changes of a device that are told in the same words. */
export function outcomeKey(device: DeviceId, deed: Deed, status: OutcomeStatus): string {
  return JSON.stringify([device, deed, isGood(status) || status]);
}

/** The addresses of changes, grouped by their key. */
export function addressesByOutcome(
  changes: readonly { readonly ending: string; readonly address: string }[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { ending, address } of changes) {
    const known = found.get(ending);
    if (known) known.push(address);
    else found.set(ending, [address]);
  }
  return found;
}

/** Members for a home without an index: kinds come from the specs, and shared names are counted. */
export function membersIn(devices: () => Iterable<Device>, language: Language): Members {
  return new Members(language, { kindOf: ({ spec }) => spec.kind, sharesName: sharedNameTest(devices, language) });
}

/** The key of the service that an address is in: "light.on" → "light". */
function serviceAt(address: string): string {
  return address.slice(0, address.indexOf("."));
}

function isSameType({ spec }: Device, one: string, other: string): boolean {
  const type = (service: string): string | undefined => spec.services.find(({ key }) => key === service)?.type;
  return one === other || type(one) === type(other);
}

/** Whether several devices have the name of one; names are counted when that is first asked. */
function sharedNameTest(devices: () => Iterable<Device>, language: Language): (device: Device) => boolean {
  let names: Map<string, number> | null = null;
  return (device) => {
    names ??= countedNames(devices(), language);
    return (names.get(nameIn(language, device).toLowerCase()) ?? 0) > 1;
  };
}

function countedNames(devices: Iterable<Device>, language: Language): Map<string, number> {
  const counts = new Map<string, number>();
  for (const device of devices) {
    const name = nameIn(language, device).toLowerCase();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
