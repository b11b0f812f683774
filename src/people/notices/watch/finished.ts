import type { Device, HomeEventOf } from "../../../home/index.ts";
import { devicePhrase, message } from "../../../language/index.ts";
import { aboutDevice, MINUTE_MS, type NoticeWatch, type WatchContext } from "./watch.ts";

/** Kinds of appliances that run for a while and then need somebody. */
const APPLIANCES: ReadonlySet<string> = new Set([
  "washer",
  "dryer",
  "washer-dryer",
  "dishwasher",
  "oven",
  "microwave-oven",
  "cooker",
  "pressure-cooker",
  "air-fryer",
  "bread-maker",
]);
/** Types of events at the end of the work. */
const DONE = /^(?:wash|dry|cook|cooking|bake|baking|work)-(?:end|ended|finish|finished|complete|completed|done)$/;
/** Descriptions of a status that interrupts the work, or comes before it. */
const NOT_DONE = /paus|fault|error|delay|reserv|appoint|abnormal/i;
/** Descriptions of a status after the work. When a device has one, idle means that somebody stopped it. */
const COMPLETED = /complet|finish|done|\bend(?:ed)?\b/i;
/** With more minutes left than this the work did not end by itself. */
const NOTHING_LEFT = 1;
/** An event and a status may report the same end; repetitions within this time are only counted. */
const COUNTED_MS = 10 * MINUTE_MS;

/** Reports a washing machine, dishwasher or oven that finished by itself: nobody stopped it or switched it off. */
export const finishedWatch: NoticeWatch = {
  name: "finished",
  settles: (device) => !wasCutOff(device),
  applies: ({ kind }) => APPLIANCES.has(kind),
  happened: (event, context) => {
    if (event.type !== "event-occurred" && event.type !== "property-changed") return null;
    const { device } = event;
    const done =
      event.type === "event-occurred"
        ? DONE.test(device.spec.events.get(event.event)?.type ?? "")
        : hasStopped(event, context);
    return done ? { ...noticeOf(device), subject: `finished/${device.id}`, countedMs: COUNTED_MS } : null;
  },
};

function noticeOf(device: Device) {
  return {
    level: "info",
    text: message("notices.finished", { device: devicePhrase(device) }),
    ...aboutDevice(device),
  } as const;
}

/** Whether a status changed from working to done. */
function hasStopped(
  { device, address, value, before, cause }: HomeEventOf<"property-changed">,
  { works }: WatchContext,
): boolean {
  const property = device.spec.properties.get(address);
  if (cause === "retained" || !property || !/^(run-)?status$/.test(property.type)) return false;
  const described = (of: unknown): string => property.values.find((each) => each.value === of)?.description ?? "";
  const [earlier, later] = [described(before), described(value)];
  if (!works(earlier) || later === "" || works(later) || NOT_DONE.test(later)) return false;
  return COMPLETED.test(later) || !property.values.some(({ description }) => COMPLETED.test(description));
}

/** Whether the work was interrupted: time is left, or the device is off without a status that says done. */
function wasCutOff({ spec, state }: Device): boolean {
  const values = [...spec.properties.values()].map((property) => ({
    property,
    value: state.get(property.address)?.value,
  }));
  const left = values.find(({ property }) => property.type === "left-time")?.value;
  if (typeof left === "number") return left > NOTHING_LEFT;
  const saysDone = values.some(
    ({ property, value }) =>
      /^(run-)?status$/.test(property.type) &&
      property.values.some((each) => each.value === value && COMPLETED.test(each.description)),
  );
  return (
    !saysDone &&
    values.some(({ property, value }) => property.service === spec.kind && property.type === "on" && value === false)
  );
}
