import { z } from "zod";
import type { Clock, DeviceId, Home, Origin } from "../../home/index.ts";
import { requireDevice } from "../find-device.ts";
import { deviceJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { requestOrigin } from "../origin.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { DeviceBody } from "../schemas.ts";

/** Stores people's marks of devices. */
export interface DeviceMarks {
  mark(device: DeviceId, essential: boolean | null, origin: Origin): Promise<void>;
}

const ACCESS = {
  "PATCH /api/devices/:id": "adults",
} as const satisfies AccessTable;

/** People's marks of devices: whether one must keep running. */
export const deviceMarksResource = defineResource({
  tag: "devices",
  access: ACCESS,
  routes: deviceMarkRoutes,
});

function deviceMarkRoutes({
  home,
  marks,
  clock,
}: {
  readonly home: Home;
  readonly marks: DeviceMarks;
  readonly clock: Clock;
}): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("PATCH /api/devices/:id", {
      schema: {
        summary: "Say whether a device must keep running",
        description: "Commands for everything, or for all devices of a kind, leave such a device on.",
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
        return deviceJson(device, { home, now: clock.now(), language: replyLanguage(home, request.headers) });
      },
    });
  };
}
