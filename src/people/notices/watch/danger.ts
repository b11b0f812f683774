import { type Device, knowledgeOf, type Property, type Spec } from "../../../home/index.ts";
import { devicePhrase, message } from "../../../language/index.ts";
import { aboutDevice, type NoticeWatch, type WatchCondition } from "./watch.ts";

/** The dangers. */
export const DANGERS = ["smoke", "gas", "carbonMonoxide", "water", "alarm"] as const;
type Danger = (typeof DANGERS)[number];

/** The danger that the status of a service reports, keyed by the type of the service. */
const STATUS_OF: Readonly<Record<string, Danger>> = {
  "smoke-sensor": "smoke",
  "gas-sensor": "gas",
  "gas-leak-sensor": "gas",
  "carbon-monoxide-sensor": "carbonMonoxide",
  "alarm-panel": "alarm",
};
/** Descriptions of such a status. */
const DANGEROUS = /^(alarm|triggered)/i;

/** The danger that an event reports, keyed by the type of the event. */
const EVENTS: Readonly<Record<string, Danger>> = {
  "smoke-alarm": "smoke",
  "smoke-detected": "smoke",
  "fire-alarm": "smoke",
  "gas-alarm": "gas",
  "gas-detected": "gas",
  "gas-leak": "gas",
  "submersion-detected": "water",
  "leak-detected": "water",
  "water-leak": "water",
  "alarm-triggered": "alarm",
};

/** Reports smoke, gas, water and break-ins at once, as alarms. */
export const dangerWatch: NoticeWatch = {
  name: "danger",
  applies: ({ properties, events }) =>
    [...properties.values()].some((property) => dangerOf(property) !== null) ||
    [...events.values()].some(({ type }) => Object.hasOwn(EVENTS, type)),
  conditions: (device, { now }) =>
    [...device.spec.properties.values()].flatMap((property): WatchCondition[] => {
      const what = dangerOf(property);
      if (what === null) return [];
      const known = knowledgeOf(device, property.address, now);
      const holds = known.kind === "value" && known.lapse === null ? isDanger(property, known.state.value) : null;
      return [
        {
          subject: `danger/${device.id}/${property.address}`,
          holds,
          since: null,
          afterMs: 0,
          live: true,
          notice: () => noticeOf(what, device),
        },
      ];
    }),
  happened: (event) => {
    if (event.type !== "event-occurred" || tellsState(event.device.spec)) return null;
    const type = event.device.spec.events.get(event.event)?.type ?? "";
    const what = Object.hasOwn(EVENTS, type) ? EVENTS[type] : undefined;
    return what ? { ...noticeOf(what, event.device), subject: `danger/${event.device.id}/${what}` } : null;
  },
};

function noticeOf(what: Danger, device: Device) {
  return {
    level: "alarm",
    text: message("notices.danger", { what, device: devicePhrase(device) }),
    ...aboutDevice(device),
  } as const;
}

/** The danger that a property reports; null for other properties. */
function dangerOf({ type, service, values }: Property): Danger | null {
  if (type === "submersion-state") return "water";
  const of = service.replace(/-\d+$/, "");
  const what = type === "status" && Object.hasOwn(STATUS_OF, of) ? STATUS_OF[of] : undefined;
  return what && values.some(({ description }) => DANGEROUS.test(description)) ? what : null;
}

function isDanger({ values }: Property, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  return DANGEROUS.test(values.find((each) => each.value === value)?.description ?? "");
}

/** Whether the device reports danger as a state, so that its events add nothing. */
function tellsState({ properties }: Spec): boolean {
  return [...properties.values()].some((property) => dangerOf(property) !== null);
}
