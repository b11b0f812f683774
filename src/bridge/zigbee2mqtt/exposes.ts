import { z } from "zod";

/** Bits of `access` of an expose. */
export const ACCESS = { state: 1, set: 2, get: 4 } as const;

/** The types that have features and a meaning of their own. */
export const SPECIFIC_TYPES = ["light", "switch", "lock", "cover", "fan", "climate"] as const;
export type SpecificType = (typeof SPECIFIC_TYPES)[number];

const wireValue = z.union([z.string().max(200), z.number(), z.boolean()]);

/** One thing that a device exposes, as `bridge/devices` describes it. Loose: it is foreign. */
export const Expose = z.looseObject({
  type: z.string().max(40),
  name: z.string().max(200).optional(),
  label: z.string().max(300).optional(),
  property: z.string().max(200).optional(),
  access: z.number().int().optional(),
  endpoint: z.string().max(100).optional(),
  description: z.string().optional(),
  category: z.string().max(40).optional(),
  unit: z.string().max(40).optional(),
  value_on: wireValue.nullish(),
  value_off: wireValue.nullish(),
  value_toggle: wireValue.nullish(),
  value_min: z.number().nullish(),
  value_max: z.number().nullish(),
  value_step: z.number().nullish(),
  values: z.array(wireValue).max(2000).optional(),
  get features() {
    return z.array(Expose).max(200).optional();
  },
});
export type Expose = z.infer<typeof Expose>;

const Scene = z.looseObject({ id: z.number().int().nonnegative(), name: z.string().max(200).optional() });

/** One entry of `bridge/devices`. */
export const BridgeDevice = z.looseObject({
  ieee_address: z.string().regex(/^0x[0-9a-fA-F]{1,16}$/),
  type: z.string().max(40),
  friendly_name: z.string().min(1).max(300),
  supported: z.boolean().optional(),
  disabled: z.boolean().optional(),
  interview_state: z.unknown().optional(),
  interviewing: z.unknown().optional(),
  interview_completed: z.unknown().optional(),
  description: z.string().nullish(),
  definition: z
    .looseObject({
      model: z.string().max(200),
      vendor: z.string().max(200).optional(),
      description: z.string().optional(),
      exposes: z.array(Expose).max(1000),
    })
    .nullish(),
  endpoints: z
    .record(
      z.string(),
      z.looseObject({ name: z.string().max(100).nullish(), scenes: z.array(Scene).max(300).optional() }),
    )
    .optional(),
});
export type BridgeDevice = z.infer<typeof BridgeDevice>;

/** One entry of `bridge/groups`. */
export const BridgeGroup = z.looseObject({
  id: z.number().int().nonnegative(),
  friendly_name: z.string().min(1).max(300),
  description: z.string().nullish(),
  scenes: z.array(Scene).max(300).optional(),
  members: z
    .array(z.looseObject({ ieee_address: z.string().max(40), endpoint: z.union([z.number(), z.string()]).optional() }))
    .max(1000),
});
export type BridgeGroup = z.infer<typeof BridgeGroup>;
