/** Wi-Fi devices of Mi Home on the LAN (docs/miio.md): packets, a client, and the gateway to the `miot` dialect. */
export { type MiioDeviceEntry, parseDevicesFile } from "./devices-file.ts";
export { type BroadcastAnswer as FoundDevice, discover } from "./discover.ts";
export { MiioGateway, type MiioGatewayOptions } from "./gateway.ts";
export type { GatewayNotice as Notice } from "./notices.ts";
export { POLL_TIMES, type PollTimes } from "./schedule.ts";
