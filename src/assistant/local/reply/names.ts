import type { Device } from "../../../home/index.ts";
import type { DeviceState } from "../../../language/index.ts";
import {
  type CountOf,
  type Language,
  type Member,
  messages,
  nameIn,
  serviceOf,
  shortName,
} from "../../../language/index.ts";
import { serviceOfKind } from "../../../understanding/ground/candidates.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { HomeIndex } from "../../../understanding/names/home-index.ts";
import type { IndexedDevice } from "../../../understanding/names/indexed-device.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { Members } from "../../replies/members.ts";

/** The name of a device in a reply, with its room where several devices have that name. */
export function deviceReplyName(device: Device, index: HomeIndex, language: Language): string {
  return shortName(device, language, index.sharesName(device));
}

/** The name of a target in a reply: of the device, and of its service where one is meant. */
export function targetName(target: DeviceTarget, index: HomeIndex, language: Language): string {
  const { device } = target.indexed;
  return serviceOf(device, target.service, deviceReplyName(device, index, language), language);
}

/** Makes members of sentences out of targets. */
export interface TargetMembers {
  of(target: DeviceTarget): Member;
  /**
   * The member for a change or an action: its service, where only that was changed of a whole device.
   * @param alike addresses of the changes of the device with the same outcome
   */
  ofChange(target: DeviceTarget, address: string, alike: readonly string[]): Member;
  readonly countOf: CountOf;
}

/**
 * Makes members of sentences in the language of the reply.
 * @param frame its kinds come before those of the devices: a lock among "the doors" is a door
 */
export function targetMembers({ index, language }: DialogueContext, frame: Frame | null): TargetMembers {
  const kinds = frame?.heads.flatMap((head) => head.kinds) ?? [];
  const members = new Members(language, {
    kindOf: ({ id, spec }) => {
      const indexed = index.devices.get(id);
      return indexed ? spokenKind(indexed) : spec.kind;
    },
    sharesName: (device) => index.sharesName(device),
  });
  const of = ({ indexed, service }: DeviceTarget): Member => {
    const kind = kinds.find((each) => index.ofKind(each).has(indexed));
    if (service === null) return { ...members.whole(indexed.device), ...(kind !== undefined && { kind }) };
    const part = members.part(indexed.device, service);
    if (kind === undefined || serviceOfKind(indexed, kind) !== service) return part;
    const { isPart: _, ...counted } = part;
    return { ...counted, kind };
  };
  return {
    of,
    ofChange: (target, address, alike) => {
      if (target.service !== null) return of(target);
      const member = members.ofChange(target.indexed.device, address, alike);
      return member.isPart ? member : of(target);
    },
    countOf: (kind, room) => {
      const those = [...index.ofKind(kind)];
      if (room === null) return those.length;
      const [id] = index.rooms.flatMap((each) => (nameIn(language, each) === room ? [each.id] : []));
      return those.filter(({ device }) => device.room?.id === id).length;
    },
  };
}

/** The kind of a device in a reply: a switch with the name of a lamp is a light. */
export function spokenKind({ device, ownKinds }: IndexedDevice): string {
  return ownKinds.has("light") ? "light" : device.spec.kind;
}

/** Whether a target is a sensor of a window or a door. */
export function isLeafSensor({ indexed }: DeviceTarget): boolean {
  return indexed.device.spec.kind === "magnet-sensor";
}

/** The name of the window or door of a sensor, where a state of openings was asked: "window" for "window sensor". */
export function watchedName(
  target: DeviceTarget,
  state: DeviceState | undefined,
  name: string,
  language: Language,
): string {
  // 窗户开着 is on as well as open.
  const isLeaf = state === "open" || state === "closed" || state === "on" || state === "off";
  const apart = isLeafSensor(target) || target.indexed.device.spec.kind === "lock";
  return isLeaf && apart ? messages(language).answers.opening(name) : name;
}
