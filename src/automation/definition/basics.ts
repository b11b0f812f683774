/** The small parts that triggers, conditions, actions and scenes share. */
import { z } from "zod";
import { isTimeZone, MAX_TEXT } from "../../home/index.ts";
import type { MessageKey } from "../../language/index.ts";

/** Ids of scenes and automations: lower-case words and "-"; Chinese characters are kept ("电影之夜"). */
export const Id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]*$/u, "definition.id" satisfies MessageKey);

export const Name = z.string().trim().min(1).max(120);
export const Aliases = z.array(Name).max(20);
export const Text = z.string().min(1).max(MAX_TEXT);
export const PropertyValue = z.union([z.boolean(), z.number(), z.string().max(MAX_TEXT)]);
/** One value, or any of several. */
export const PropertyValues = z.union([PropertyValue, z.array(PropertyValue).min(1).max(50)]);
/** A value or several, as a list; none when it is left out. */
export function asList<Item>(given: Item | readonly Item[] | undefined): Item[] {
  return given === undefined ? [] : ([given].flat() as Item[]);
}

/** `service.property`, `service.action` or `service.event`. */
export const Address = z
  .string()
  .max(120)
  .regex(/^[^\s.]+\.[^\s]+$/, "definition.address" satisfies MessageKey);

/**
 * The value of a property at the moment of use, of another device or of the same; a number may be multiplied and
 * shifted.
 */
export const ValueOf = z
  .strictObject({
    /** The device; the same one when left out. */
    of: z.string().min(1).max(200).optional(),
    /** The same property when left out. */
    property: Address.optional(),
    /** Is added to the number, after `times`. */
    plus: z.number().optional(),
    /** The number is multiplied by this before `plus` is added. */
    times: z.number().positive().optional(),
  })
  .refine((from) => Object.values(from).some((part) => part !== undefined), "definition.valueOf" satisfies MessageKey);
export type ValueOf = z.infer<typeof ValueOf>;

/** A number, or the value of a property. */
export const Bound = z.union([z.number(), ValueOf]);
export type Bound = z.infer<typeof Bound>;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;
export const Weekdays = z.array(Weekday).min(1).max(7);

/** A time of day, `07:00` or `07:00:30`, 24 hours. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, "definition.timeOfDay" satisfies MessageKey);

export const Zone = z
  .string()
  .max(64)
  .refine(isTimeZone, "definition.zone" satisfies MessageKey);

export const SUN_EVENTS = ["sunrise", "sunset", "dawn", "dusk"] as const;
/** dawn and dusk are civil: the sun is 6° below the horizon. */
export const SunEvent = z.enum(SUN_EVENTS);
export type SunEvent = z.infer<typeof SunEvent>;

/**
 * Devices: one, several, or all that match room, floor and kind. `{kind: light, floor: ground}` is "all lights of the
 * ground floor". It is resolved when it is used, so a lamp that is added later belongs to it.
 */
export const Target = z.union([
  z.string().min(1).max(200),
  z.strictObject({ devices: z.array(z.string().min(1).max(200)).min(1).max(200) }),
  z
    .strictObject({
      /** Room id or name. */
      room: z.string().min(1).max(200).optional(),
      /** Floor id or name. */
      floor: z.string().min(1).max(200).optional(),
      /** Device kind of the spec: `light`, `air-conditioner`. */
      kind: z.string().min(1).max(80).optional(),
      /** Device ids or handles that are left out. */
      except: z.array(z.string().min(1).max(200)).max(200).optional(),
    })
    .refine(({ room, floor, kind }) => room ?? floor ?? kind, "definition.target" satisfies MessageKey),
]);
export type Target = z.infer<typeof Target>;
