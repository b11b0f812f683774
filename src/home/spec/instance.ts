import { z } from "zod";

/** The instance JSON of MIoT-Spec-V2, loose because it is foreign. GET /miot-spec-v2/instance?type=<urn> of the public spec site. */
const count = z.number().int().positive().max(65_535);

export const InstanceProperty = z.looseObject({
  iid: count,
  type: z.string().max(300),
  description: z.string().optional(),
  format: z.string().max(20),
  access: z.array(z.string()).nullish(),
  unit: z.string().nullish(),
  "value-range": z.array(z.number()).length(3).nullish(),
  "value-list": z
    .array(z.looseObject({ value: z.number(), description: z.string().optional() }))
    .max(1000)
    .nullish(),
});

export const InstanceAction = z.looseObject({
  iid: count,
  type: z.string().max(300),
  description: z.string().optional(),
  in: z.array(z.number()).nullish(),
  out: z.array(z.number()).nullish(),
});

export const InstanceEvent = z.looseObject({
  iid: count,
  type: z.string().max(300),
  description: z.string().optional(),
  arguments: z.array(z.number()).nullish(),
});

export const InstanceService = z.looseObject({
  iid: count,
  type: z.string().max(300),
  description: z.string().optional(),
  properties: z.array(InstanceProperty).max(500).nullish(),
  actions: z.array(InstanceAction).max(200).nullish(),
  events: z.array(InstanceEvent).max(200).nullish(),
});

export const Instance = z.looseObject({
  type: z.string().max(300),
  description: z.string().optional(),
  services: z.array(InstanceService).max(200),
});

export type Instance = z.infer<typeof Instance>;
export type InstanceService = z.infer<typeof InstanceService>;
export type InstanceProperty = z.infer<typeof InstanceProperty>;

/** A correction of a published spec: devices/overrides/<model>.json. Keys are `siid.piid`, `siid` and `siid.aiid`. */
export const SpecOverride = z.strictObject({
  model: z.string(),
  why: z.string(),
  properties: z
    .record(
      z.string().regex(/^\d+\.\d+$/),
      z.strictObject({
        unit: z.string().nullable().optional(),
        format: z.string().optional(),
        access: z.array(z.enum(["read", "write", "notify"])).optional(),
        "value-range": z.tuple([z.number(), z.number(), z.number()]).optional(),
        "value-list": z.array(z.strictObject({ value: z.number(), description: z.string() })).optional(),
        type: z.string().optional(),
        description: z.string().optional(),
        hidden: z.boolean().optional(),
      }),
    )
    .optional(),
  services: z
    .record(
      z.string().regex(/^\d+$/),
      z.strictObject({ description: z.string().optional(), hidden: z.boolean().optional() }),
    )
    .optional(),
  actions: z
    .record(
      z.string().regex(/^\d+\.\d+$/),
      z.strictObject({ in: z.array(z.number()).optional(), hidden: z.boolean().optional() }),
    )
    .optional(),
});
export type SpecOverride = z.infer<typeof SpecOverride>;
