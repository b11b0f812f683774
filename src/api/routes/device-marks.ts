import { z } from "zod";
import type { Clock, DeviceId, Home, Origin } from "../../home/index.ts";
import { requireDevice } from "../find-device.ts";
import { deviceJson } from "../json.ts";
import { requestOrigin } from "../origin.ts";
import { errorResponses, NoQuery, type Routes } from "../plugin.ts";
import { DeviceBody } from "../schemas.ts";

/** Where it is kept what people say of a device. */
export interface DeviceMarks {
  mark(device: DeviceId, essential: boolean | null, origin: Origin): Promise<void>;
}

/** What people say of a device: whether it must keep running. */
export function deviceMarkRoutes(home: Home, marks: DeviceMarks, clock: Clock): Routes {
  return (app) => {
    app.route({
      method: "PATCH",
      url: "/api/devices/:id",
      schema: {
        summary: "Say whether a device must keep running",
        description: "Commands for everything, or for all devices of a kind, leave such a device on.",
        tags: ["devices"],
        params: z.strictObject({ id: z.string().min(1).max(200).meta({ description: "Id or handle." }) }),
        querystring: NoQuery,
        body: z
          .strictObject({
            essential: z.boolean().nullable().meta({ description: "null: Jia decides by kind and name." }),
          })
          .meta({ id: "DeviceMark", examples: [{ essential: true }] }),
        response: { 200: DeviceBody, ...errorResponses },
      },
      handler: async (request) => {
        const device = requireDevice(home, request.params.id);
        await marks.mark(device.id, request.body.essential, requestOrigin(request));
        return deviceJson(device, clock.now());
      },
    });
  };
}
