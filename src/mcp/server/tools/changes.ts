import { z } from "zod";

/** Changes of devices in one call, by name or by place. */
export const CHANGES = z
  .array(
    z.strictObject({
      device: z.string().min(1).max(100).optional().describe("Name or handle; or instead room and kind"),
      room: z.string().max(100).optional().describe("Room or floor: all of a kind in it"),
      kind: z.string().max(100).optional().describe("light, curtain…"),
      except: z.array(z.string().min(1).max(100)).max(60).optional().describe("Left as they are"),
      property: z.string().min(1).max(100).describe("on, brightness, target-temperature, position…"),
      value: z
        .union([z.string().max(2000), z.number(), z.boolean()])
        .optional()
        .describe("true, 40, 50%, max, toggle, #RRGGBB, a mode"),
      change: z.number().optional().describe("Instead of value: so much more, or less"),
    }),
  )
  .min(1)
  .max(60);
