/** Signs that a person is at home. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { MAX_TEXT, topicFilterFault } from "../../home/index.ts";
import type { MessageKey } from "../../language/index.ts";

const Value = z.union([z.boolean(), z.number(), z.string().max(MAX_TEXT)]);
/** One value, or any of several. */
const Values = z.union([Value, z.array(Value).min(1).max(50)]);
const Texts = z.union([z.string().max(200), z.array(z.string().max(200)).min(1).max(50)]);
const Address = z
  .string()
  .max(120)
  .regex(/^[^\s.]+\.[^\s]+$/, "definition.address" satisfies MessageKey);
const Topic = z
  .string()
  .min(1)
  .max(500)
  .refine((topic) => topicFilterFault(topic) === null, "problems.noTopicFilter" satisfies MessageKey);
const Device = z.string().min(1).max(200);

/** A property of a device: the tracker of a phone, the phone at the router. */
const OfDevice = z.strictObject({
  type: z.literal("device"),
  device: Device,
  /** `device-tracker.place` when it is left out. */
  property: Address.optional(),
  /** The values that mean at home: `home` when they are left out. */
  home: Values.optional(),
  /** The values that mean away: every other one when left out. */
  away: Values.optional(),
});

/** In which room a phone or a watch is heard, and how far from its receiver: ESPresense, room-assistant. */
const OfRooms = z.strictObject({
  type: z.literal("rooms"),
  /** A topic filter; the level at its first + is the room, else the last level: `espresense/devices/<id>/+`. */
  topic: Topic,
  /** Only messages with this `id`, where one topic tells of several. */
  id: z.string().min(1).max(200).optional(),
  /** Ignores readings farther than this, in metres; no limit when left out. */
  within: z.number().positive().max(1000).optional(),
  /** The room of a topic level that is neither id nor name of a room; keyed by the level. */
  rooms: z.record(z.string().max(200), z.string().min(1).max(200)).optional(),
});

/** A topic of a router, or of anything else that reports presence. */
const OfMqtt = z.strictObject({
  type: z.literal("mqtt"),
  topic: Topic,
  /** Where it stands in a JSON payload: `status` or `wifi.status`. */
  field: z.string().min(1).max(200).optional(),
  home: Texts.optional(),
  away: Texts.optional(),
});

/** An entry with the person's own code, card or finger. It never states absence. */
const OfDoor = z
  .strictObject({
    type: z.literal("door"),
    device: Device,
    /** An event of the lock, with the arguments that identify the person. */
    event: Address.optional(),
    arguments: z.record(z.string().max(120), Value).optional(),
    /** Or a property with the value `is` for this person. */
    property: Address.optional(),
    is: Values.optional(),
  })
  .refine(
    ({ event, property, is }) =>
      (event === undefined) !== (property === undefined) && (property === undefined) === (is === undefined),
    "people.doorSign" satisfies MessageKey,
  );

/** Whatever calls POST /api/presence/<key>: the automation of a phone. */
const OfWebhook = z.strictObject({
  type: z.literal("webhook"),
  key: z.string().regex(/^[\w-]{16,100}$/, "people.longKey" satisfies MessageKey),
});

export const Sign = z.discriminatedUnion("type", [OfDevice, OfRooms, OfMqtt, OfDoor, OfWebhook]);
export type Sign = z.infer<typeof Sign>;
export type SignOf<Type extends Sign["type"]> = Extract<Sign, { type: Type }>;

/** The property of a tracker. */
export const TRACKER = "device-tracker.place";

/** The stored key of a sign: a hash of its definition, so that a webhook's key is not stored in clear. */
export function keyOfSign(sign: Sign): string {
  return createHash("sha256").update(JSON.stringify(sign)).digest("base64url").slice(0, 16);
}

/** The key of a person's own statement: "I'm out". */
export const MANUAL_SIGN = "hand";
