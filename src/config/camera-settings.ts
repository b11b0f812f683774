import { z } from "zod";
import { message } from "../language/index.ts";
import { configSetting, isUrl } from "./setting.ts";

const Address = z.string().refine((url) => isUrl(url, ["http", "https"]));

/** One camera in jia.yaml. */
const CameraSetting = z
  .strictObject({
    id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u),
    name: z.string().trim().min(1).max(64),
    /** Id or name. */
    room: z.string().trim().min(1).max(64).exactOptional(),
    /** The address of a picture. */
    still: Address.exactOptional(),
    /** The address of a stream that players take. */
    stream: z
      .string()
      .refine((url) => isUrl(url, ["http", "https", "rtsp", "rtsps"]))
      .exactOptional(),
    /** The base address of a go2rtc, and the name of the stream there. */
    go2rtc: Address.exactOptional(),
    source: z
      .string()
      .regex(/^[\w.-]{1,64}$/)
      .exactOptional(),
  })
  .refine(({ go2rtc, source }) => (go2rtc === undefined) === (source === undefined))
  .refine(({ still, stream, go2rtc }) => (still ?? stream ?? go2rtc) !== undefined);
export type CameraSetting = z.output<typeof CameraSetting>;

/** Settings for cameras (docs/cameras.md). Their addresses may hold passwords. */
export const CAMERA_SETTINGS = {
  cameras: configSetting<CameraSetting[]>({
    schema: z
      .array(CameraSetting)
      .max(100)
      .refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
    default: [],
    secret: true,
    expected: message("expected.cameras"),
  }),
} as const;
