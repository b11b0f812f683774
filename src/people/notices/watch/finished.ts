import type { Device, HomeEventOf } from "../../../home/index.ts";
import { devicePhrase, message } from "../../../language/index.ts";
import { aboutDevice, MINUTE_MS, type Watch, type WatchAround } from "./watch.ts";

/** What works for a while and is then to be emptied or eaten, by kind. */
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
/** Types of events that say that the work is done. */
const DONE = /^(?:wash|dry|cook|cooking|bake|baking|work)-(?:end|ended|finish|finished|complete|completed|done)$/;
/** Descriptions of a status that only interrupts the work, or comes before it. */
const NOT_DONE = /paus|fault|error|delay|reserv|appoint|abnormal/i;
/** Descriptions of a status that say that the work is done: where a device has one, idle says that somebody stopped it. */
const COMPLETED = /complet|finish|done|\bend(?:ed)?\b/i;
/** Minutes that were left: with more of them it has not ended by itself. */
const NOTHING_LEFT = 1;
/** An event and a status say the same; what is done again soon is not. */
const COUNTED_MS = 10 * MINUTE_MS;

/** A washing machine, a dishwasher or an oven that has done its work by itself: nobody stopped it or switched it off. */
export const finished: Watch = {
  name: "finished",
  settles: (device) => !wasCutOff(device),
  applies: ({ kind }) => APPLIANCES.has(kind),
  happened: (event, around) => {
    if (event.type !== "event-occurred" && event.type !== "property-changed") return null;
    const { device } = event;
    const done =
      event.type === "event-occurred"
        ? DONE.test(device.spec.events.get(event.event)?.type ?? "")
        : hasStopped(event, around);
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

/** Whether a status says now that the work is done, and said before that it was going on. */
function hasStopped(
  { device, address, value, before, cause }: HomeEventOf<"property-changed">,
  { works }: WatchAround,
): boolean {
  const property = device.spec.properties.get(address);
  if (cause === "retained" || !property || !/^(run-)?status$/.test(property.type)) return false;
  const described = (of: unknown): string => property.values.find((each) => each.value === of)?.description ?? "";
  const [earlier, later] = [described(before), described(value)];
  if (!works(earlier) || later === "" || works(later) || NOT_DONE.test(later)) return false;
  return COMPLETED.test(later) || !property.values.some(({ description }) => COMPLETED.test(description));
}

/** Whether it still had time left, or was switched off where nothing says that it was done. */
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
