/** Findings of conditions and triggers in words: "the hall Lamp is off", "the Motion sensor detects motion". */
import type { Device, Home, Knowledge, Phrase, Value } from "../../home/index.ts";
import { devicePhrase, message, partPhrase } from "../../language/index.ts";
import type { Resident } from "../surroundings/residents.ts";
import { eventWords } from "./events.ts";
import { propertyOfWords, stateWords } from "./states.ts";
import { lastingWords } from "./times.ts";

/**
 * A value of a device in words.
 * @param held for how long it has been so, where that counts
 */
export function valueDetail(
  device: Device,
  property: string,
  value: Value | undefined,
  held: string | number | undefined,
  home: Home,
): Phrase {
  const target = device.id;
  if (value === undefined) {
    return message("states.unknown", { what: propertyOfWords(target, property, "all", home) });
  }
  return stateWords({ target, property, values: [value], held, subject: "all", way: "is" }, home);
}

/** The knowledge of a property in words, for a trace: also that it is old, not known, or does not exist. */
export function knowledgeDetail(device: Device, property: string, known: Knowledge, home: Home): Phrase {
  const what = propertyOfWords(device.id, property, "all", home);
  if (known.kind === "absent") return message("states.absent", { what });
  const detail = valueDetail(device, property, known.kind === "value" ? known.state.value : undefined, undefined, home);
  if (!known.lapse) return detail;
  switch (known.lapse.reason) {
    case "offline":
      return message("states.atLast", { detail });
    case "overdue":
      return message("states.overdue", { detail });
    case "broker-lost":
      return message("states.brokerLost", { detail });
    case "unanswered":
      return message("states.unanswered", { detail });
    default:
      return known.lapse.reason satisfies never;
  }
}

/**
 * Whether a device is online in words.
 * @param held for how long it has been so, where that counts
 */
export function onlineDetail(device: Device, online: boolean, held: string | number | undefined): Phrase {
  const values = { who: devicePhrase(device), several: false, lasts: lastingWords(held) };
  return online ? message("states.online", values) : message("states.offline", values);
}

/** Who is at home, away or not known, in words for a trace. */
export function whereaboutsDetail(residents: readonly Resident[], home: Home): Phrase {
  const names = (is: boolean | null): string[] =>
    residents.flatMap((each) => (each.home === is ? [home.personName(each.id) ?? each.id] : []));
  return message("traces.whereabouts", { home: names(true), away: names(false), unknown: names(null) });
}

/** An event of a device in words. */
export function eventDetail(device: Device, event: string): Phrase {
  return message("events.happened", { device: partPhrase(device, [event]), event: eventWords(device, event) });
}
