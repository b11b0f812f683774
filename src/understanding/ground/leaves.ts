import type { MinimalTarget } from "./target.ts";

/** Kinds that open and shut. */
const LEAVES = /door(?!bell)|gate(?!way)|lock$|window|curtain|blind|shutter|awning|magnet-sensor/;

/** Whether the device opens and shuts, by hand or by motor. 开着 of it means open, even if it has a lamp. */
export function isOpenable({ indexed: { capabilities, device } }: MinimalTarget): boolean {
  const { kind } = device.spec;
  return kind !== "airer" && (capabilities.movers.length > 0 || LEAVES.test(kind));
}
