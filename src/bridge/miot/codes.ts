import type { ReplyItem } from "../dialect.ts";

/** Result codes of MIoT devices that Jia names. Everything else keeps its number and counts as rejected. */
export const MIOT_CODE = {
  ok: 0,
  /** Taken, not done yet. */
  accepted: 1,
  notReadable: -704030013,
  notWritable: -704030023,
  unknownService: -704040002,
  unknownProperty: -704040003,
  unknownAction: -704040005,
  unknownDevice: -704042001,
  offline: -704042011,
  wrongValue: -704220043,
  wrongArguments: -704220035,
  /** Not possible in the device's present state. */
  notNow: -704053100,
} as const;

/** Codes that say that the device cannot be reached. */
const OFFLINE: ReadonlySet<number> = new Set([
  MIOT_CODE.offline,
  -704040999, // not online yet
  -10007, // client: device offline or not existing
  -10001, // client: unavailable
  -10120, // client: not on the local network
]);

/** Codes below zero that mean success: the raw forms of "done" and "accepted", and "in progress". */
const RAW_OK: ReadonlySet<number> = new Set([-702_000_000]);
const RAW_PENDING: ReadonlySet<number> = new Set([-702_010_000, -702_022_036]);

/** What a device's result code says about one write, read or action: only a negative code that is not a raw OK is a failure. */
export function statusOfCode(code: number): ReplyItem["status"] {
  if (code === MIOT_CODE.accepted || RAW_PENDING.has(code)) return "pending";
  if (code >= 0 || RAW_OK.has(code)) return "ok";
  return OFFLINE.has(code) ? "offline" : "error";
}
