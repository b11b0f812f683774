import type { Device } from "../../../home/index.ts";
import { type CountOf, type Language, type Member, serviceOf, shortName } from "../../../language/index.ts";
import type { Situation, Target } from "../../../understanding/ground/situation.ts";
import type { HomeIndex, IndexedDevice } from "../../../understanding/names/home-index.ts";
import { membersIn } from "../../replies/members.ts";

/** How a device is called in a reply: by its name, with the room where several have that name. */
export function nameOf(device: Device, index: HomeIndex, language: Language): string {
  return shortName(device, language, index.sharesName(device));
}

/** A target's name: the device, and the part of it when one is meant. */
export function targetName(target: Target, index: HomeIndex, language: Language): string {
  const { device } = target.indexed;
  return serviceOf(device, target.service, nameOf(device, index, language), language);
}

/** Targets as they are told together. */
export interface TargetMembers {
  /** `kind`: what they were called in the sentence, where that was a kind. */
  of(target: Target, kind?: string): Member;
  readonly countOf: CountOf;
}

export function targetMembers({ index, language }: Situation): TargetMembers {
  const { of, countOf } = membersIn(() => eachDevice(index), language, {
    kindOf: ({ id, spec }) => {
      const indexed = index.devices.get(id);
      return indexed ? toldKind(indexed) : spec.kind;
    },
    sharesName: (device) => index.sharesName(device),
  });
  return {
    of: (target, kind) => {
      const { device } = target.indexed;
      const whole = of(device);
      if (target.service === null) return whole;
      const name = targetName(target, index, language);
      const service = device.spec.services.find(({ key }) => key === target.service);
      const own = kind !== undefined && service?.type === kind ? kind : whole.kind;
      return { name, kind: own, isPart: true, place: { name, room: whole.place?.room ?? null } };
    },
    countOf,
  };
}

function* eachDevice(index: HomeIndex): Iterable<Device> {
  for (const { device } of index.devices.values()) yield device;
}

/** A switch that is called a lamp is one. */
export function toldKind({ device, ownKinds }: IndexedDevice): string {
  return ownKinds.has("light") ? "light" : device.spec.kind;
}
