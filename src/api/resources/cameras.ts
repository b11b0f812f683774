import { z } from "zod";
import type { Room } from "../../home/index.ts";
import { IdParams } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

export interface CameraView {
  readonly id: string;
  readonly name: string;
  readonly room: Room | null;
  /** Whether there is a picture, and a stream. */
  readonly still: boolean;
  readonly stream: boolean;
}

export interface Still {
  /** `image/jpeg` and the like. */
  readonly type: string;
  readonly content: Buffer;
}

/** Where players find a camera, without passwords; null where it has no such stream. */
export interface CameraAddresses {
  readonly stream: string | null;
  readonly webrtc: string | null;
  readonly mse: string | null;
  readonly hls: string | null;
  readonly mp4: string | null;
  readonly page: string | null;
}

/** The cameras of the home; `app/cameras.ts` implements it. */
export interface CamerasPort {
  list(): readonly CameraView[];
  /** @throws JiaError `not-found`, `camera-unavailable` */
  still(id: string): Promise<Still>;
  /** @throws JiaError `not-found` */
  stream(id: string): CameraAddresses;
}

const CameraBody = z
  .object({
    id: z.string(),
    name: z.string(),
    room: z.string().nullable().meta({ description: "The room's name." }),
    roomId: z.string().nullable(),
    still: z.boolean().meta({ description: "Whether it has a picture." }),
    stream: z.boolean().meta({ description: "Whether it has a stream." }),
  })
  .meta({ id: "Camera" });

const StreamBody = z
  .object({
    stream: z.string().nullable().meta({ description: "As jia.yaml gives it, without a password." }),
    webrtc: z.string().nullable().meta({ description: "go2rtc: POST an SDP offer here." }),
    mse: z.string().nullable().meta({ description: "go2rtc: a WebSocket for Media Source Extensions." }),
    hls: z.string().nullable(),
    mp4: z.string().nullable(),
    page: z.string().nullable().meta({ description: "go2rtc's own page with a player." }),
  })
  .meta({ id: "CameraStream" });

const ACCESS = {
  "GET /api/cameras": { who: "adults", scope: "read" },
  "GET /api/cameras/:id/still": { who: "adults", scope: "read" },
  "GET /api/cameras/:id/stream": { who: "adults", scope: "control" },
} as const satisfies AccessTable;

/** Cameras. Nothing of them goes to a model. */
export const camerasResource = defineResource({ tag: "cameras", access: ACCESS, routes: cameraRoutes });

function cameraRoutes({ cameras }: { readonly cameras: CamerasPort }): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/cameras", {
      schema: {
        operationId: "listCameras",
        summary: "List cameras",
        querystring: NoQuery,
        response: { 200: z.object({ cameras: z.array(CameraBody), next: z.null() }), ...errorResponses },
      },
      handler: () => {
        const list = cameras.list().map(({ room, ...camera }) => ({
          ...camera,
          ...{ room: room?.name ?? null, roomId: room?.id ?? null },
        }));
        return { cameras: list, next: null };
      },
    });

    app.route("GET /api/cameras/:id/still", {
      schema: {
        operationId: "getCameraStill",
        summary: "Get a picture of a camera",
        description: "502 when the camera gives none within ten seconds.",
        params: IdParams,
        querystring: NoQuery,
        response: {
          200: { description: "The picture", content: { "image/*": { schema: z.instanceof(Buffer) } } },
          ...errorResponses,
        },
      },
      handler: async (request, reply) => {
        const { type, content } = await cameras.still(request.params.id);
        reply.header("content-type", type).header("content-security-policy", "default-src 'none'; sandbox");
        return await reply.send(content);
      },
    });

    app.route("GET /api/cameras/:id/stream", {
      schema: {
        operationId: "getCameraStream",
        summary: "Get the addresses of a camera's stream",
        description: "They lead to the camera or its go2rtc, not to Jia, and hold no password.",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: StreamBody, ...errorResponses },
      },
      handler: (request) => ({ ...cameras.stream(request.params.id) }),
    });
  };
}
