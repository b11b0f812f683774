import { z } from "zod";

/**
 * The messages that devices publish, as docs/mqtt-miot.md describes them. Unknown fields are left out. Numbers and
 * values are checked by one function each, because a large home sends hundreds of thousands of them.
 */

const name = z.string().max(1000);
const names = z.array(name).max(50).nullish();
/** An id of the device's own system; numbers are taken as their digits. */
const id = z.union([z.string().min(1).max(200), z.number().int().transform(String)]);
const iid = z.custom<number>(isIid, "must be a whole number from 1 to 65535");
const value = z.custom<boolean | number | string>(isValue, "must be a boolean, a number or a text");
/** Milliseconds since the epoch. */
const LAST_TIME = 8.64e15;
const time = z.number().min(0).max(LAST_TIME);
/** Properties of one message. */
const MOST_PROPERTIES = 2000;

const Floor = z.object({ id, name: name.nullish(), aliases: names });
const Room = z.object({
  id,
  name: name.nullish(),
  aliases: names,
  floor: z.union([id, Floor]).nullish(),
});
export type RoomMessage = z.infer<typeof Room>;
export type FloorMessage = z.infer<typeof Floor>;

/** `<base>/<did>/device` */
export const AnnouncementMessage = z.object({
  did: id.nullish(),
  model: z.string().min(1).max(200),
  urn: z.string().max(300).nullish(),
  spec: z.unknown().optional(),
  name: name.nullish(),
  aliases: names,
  room: z.union([id, Room]).nullish(),
  parent: id.nullish(),
  /** Of a group: the dids of the devices that it switches. */
  members: z.array(id).max(1000).nullish(),
});
export type AnnouncementMessage = z.infer<typeof AnnouncementMessage>;

const PropertyItem = z.object({ did: value.nullish(), siid: iid, piid: iid, value: value.nullish() });

/** `<base>/<did>/state` */
export const StateMessage = z.object({ params: z.array(PropertyItem).max(MOST_PROPERTIES), time: time.nullish() });

const ResultItem = z.object({
  did: id.nullish(),
  siid: iid,
  piid: iid,
  code: z.number().int(),
  value: value.nullish(),
});
export type MiotResultItem = z.infer<typeof ResultItem>;
export type PropertyMessage = z.infer<typeof PropertyItem>;

/** A value by itself, or in an object: both are found on devices. */
const Argument = z.union([value, z.object({ piid: iid.nullish(), value })]);
export type Argument = z.infer<typeof Argument>;

const ActionResult = z.object({
  did: id.nullish(),
  code: z.number().int(),
  out: z.array(Argument).max(200).nullish(),
});

const PropertiesChanged = z
  .looseObject({
    method: z.literal("properties_changed"),
    params: z.union([z.array(PropertyItem).max(MOST_PROPERTIES), PropertyItem.transform((item) => [item])]),
    time: time.nullish(),
  })
  .transform(({ params, time }) => ({ kind: "properties", params, time }) as const);

const EventOccured = z
  .looseObject({
    method: z.literal("event_occured"),
    params: z.object({
      did: id.nullish(),
      siid: iid,
      eiid: iid,
      arguments: z.array(Argument).max(200).nullish(),
    }),
    id: id.nullish(),
    time: time.nullish(),
  })
  .transform(({ params, id, time }) => ({ kind: "event", params, id, time }) as const);
export type EventMessage = z.infer<typeof EventOccured>;

const Answer = z
  .looseObject({ id, result: z.union([z.array(ResultItem).max(2000), ActionResult]) })
  .transform(({ id, result }) => ({ kind: "answer", id, result }) as const);

const Failure = z
  .looseObject({ id, error: z.object({ code: z.number().int() }) })
  .transform(({ id, error }) => ({ kind: "failure", id, code: error.code }) as const);

/** `<base>/<did>/up`: a notification or an answer. */
export const Up = z.union([PropertiesChanged, Answer, EventOccured, Failure]);
export type UpMessage = z.infer<typeof Up>;

/**
 * Parses a plain report of properties by hand, with the same result as `Up`: nearly every message of a home is one, and
 * the schema would take longer than all the rest of its handling. Null for any other message.
 */
export function plainReport(json: unknown): UpMessage | null {
  if (!isObject(json) || json["method"] !== "properties_changed") return null;
  const { params, time } = json;
  if (!Array.isArray(params) || params.length > MOST_PROPERTIES || !params.every(isPropertyItem)) return null;
  if (time === undefined || time === null) return { kind: "properties", params, time };
  const fits = typeof time === "number" && time >= 0 && time <= LAST_TIME;
  return fits ? { kind: "properties", params, time } : null;
}

function isPropertyItem(item: unknown): item is PropertyMessage {
  if (!isObject(item)) return false;
  const { did, siid, piid, value } = item;
  return isIid(siid) && isIid(piid) && (value == null || isValue(value)) && (did == null || isValue(did));
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function isIid(given: unknown): given is number {
  return typeof given === "number" && Number.isInteger(given) && given >= 1 && given <= 65_535;
}

function isValue(given: unknown): given is boolean | number | string {
  return typeof given === "boolean" || typeof given === "number" || typeof given === "string";
}
