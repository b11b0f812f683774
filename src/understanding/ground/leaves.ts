import type { BareTarget } from "./situation.ts";

/** Kinds that are open or shut. */
const LEAVES = /door(?!bell)|gate(?!way)|lock$|window|curtain|blind|shutter|awning|magnet-sensor/;

/** Whether it is open or shut, by hand or by a motor: 开着 of it is open, whatever lamp it has. */
export function isLeaf({ indexed: { capabilities, device } }: BareTarget): boolean {
  const { kind } = device.spec;
  return kind !== "airer" && (capabilities.movers.length > 0 || LEAVES.test(kind));
}
