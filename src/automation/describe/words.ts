import { type Device, type Home, type Phrase, type Property, tryCoerce, type Value } from "../../home/index.ts";
import {
  devicesPhrase,
  message,
  namedPhrase,
  namePhrase,
  partPhrase,
  SPOKEN_WORDS,
  term,
  valuePhrase,
} from "../../language/index.ts";
import type { Target } from "../definition/basics.ts";
import { findFloor, resolveTarget } from "../references/targets.ts";
import { PERSON_GROUPS } from "../surroundings/residents.ts";

/** Whether a sentence is about all devices of a target, or about any of them. */
export type Subject = "all" | "any";

/** The subject of a sentence. */
export interface SubjectWords {
  readonly who: Phrase;
  readonly several: boolean;
}

/**
 * A target as the subject of a sentence: "all lights on the Ground floor", "any light", "the hall lamp or the desk
 * lamp".
 */
export function subjectWords(
  target: Target,
  subject: Subject,
  home: Home,
  addresses: readonly string[] = [],
): SubjectWords {
  if (typeof target === "string" || "devices" in target) {
    const devices = resolveTarget(target, home).map((device) => partPhrase(device, addresses));
    const given = typeof target === "string" ? [target] : target.devices;
    const names = devices.length > 0 ? devices : given.map((name) => message("things.gone", { name }));
    return {
      who: devicesPhrase(names, subject === "all" ? "and" : "or"),
      several: subject === "all" && names.length > 1,
    };
  }
  const meant = resolveTarget(target, home).filter((device) => hasAny(device, addresses));
  const [kind, ...others] = new Set(meant.map(({ spec }) => spec.kind));
  // "All devices in the hall" would be more than those that can be turned on.
  if (target.kind === undefined && subject === "all" && others.length > 0) {
    return {
      who: devicesPhrase(
        meant.map((device) => partPhrase(device, addresses)),
        "and",
      ),
      several: meant.length > 1,
    };
  }
  const room = target.room === undefined ? null : home.layout.findRoom(target.room);
  const floor = target.floor === undefined ? null : findFloor(target.floor, home);
  // A room is named without its floor.
  const place = room
    ? { room: namedPhrase(room), floor: "" }
    : floor
      ? { room: "", floor: namedPhrase(floor) }
      : { room: target.room ?? target.floor ?? "", floor: "" };
  const thing = target.kind ?? (others.length === 0 ? kind : undefined);
  const who = message("things.group", {
    thing: thing === undefined ? message("things.anything") : term("kind", { kind: thing }),
    every: subject === "all",
    ...place,
    except: target.except?.length ? targetWords({ devices: target.except }, home) : "",
  });
  return { who, several: subject === "all" };
}

function hasAny({ spec }: Device, addresses: readonly string[]): boolean {
  return addresses.some((address) => spec.properties.has(address) || spec.actions.has(address));
}

/**
 * A target as the object of a sentence: "all lights on the Ground floor", "一楼所有的灯".
 * @param addresses the properties or actions, where they belong to a part of a device
 */
export function targetWords(target: Target, home: Home, addresses: readonly string[] = []): Phrase {
  return subjectWords(target, "all", home, addresses).who;
}

/** A property of a target, as the first device that has it describes it. */
export function targetProperty(target: Target, address: string, home: Home): Property | undefined {
  return resolveTarget(target, home)
    .map((device) => device.spec.properties.get(address))
    .find((found) => found !== undefined);
}

/** The name of a property, as the first device that has it calls it. */
export function propertyWords(target: Target, address: string, home: Home): Phrase {
  const property = targetProperty(target, address, home);
  return property ? namePhrase("property", property) : address;
}

/** A value as the first device that has the property says it: "26 °C", "Cool". */
export function targetValueWords(target: Target, address: string, value: Value, home: Home): Phrase {
  const property = targetProperty(target, address, home);
  // Definitions may hold the description of a list value in place of its number.
  return property ? valuePhrase(property, tryCoerce(property, value, SPOKEN_WORDS) ?? value) : String(value);
}

/** A person in a sentence: "Emma", "anyone"; the id when the person is gone. */
export function whoPhrase(person: string, nameOf: (person: string) => string | null): Phrase {
  const group = PERSON_GROUPS.find((each) => each === person);
  return group === undefined ? (nameOf(person) ?? person) : message(`people.${group}`);
}
