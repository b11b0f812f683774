import { createSocket } from "node:dgram";
import { pause } from "../bridge/pause.ts";
import { MIIO_PORT } from "./devices-file.ts";
import { decodePacket, HELLO } from "./packet.ts";

/** A device that answered a hello. */
export interface BroadcastAnswer {
  readonly did: string;
  readonly address: string;
}

export interface DiscoverOptions {
  /** Where to send hellos: broadcast addresses of the networks, or single hosts. */
  readonly targets?: readonly string[];
  readonly port?: number;
  /** How long answers are waited for, milliseconds. */
  readonly waitMs?: number;
  readonly signal: AbortSignal;
}

/** The limited broadcast address: every host of the local network. */
const BROADCAST = "255.255.255.255";
const HELLOS = 3;

/** Sends hellos, a few times because datagrams get lost, and returns each device that answered once. */
export async function discover(options: DiscoverOptions): Promise<readonly BroadcastAnswer[]> {
  const { targets = [BROADCAST], port = MIIO_PORT, waitMs = 3000, signal } = options;
  const found = new Map<string, BroadcastAnswer>();
  const socket = createSocket({ type: "udp4", reuseAddr: true });
  socket.on("message", (bytes, from) => {
    const packet = decodePacket(bytes, new Uint8Array(16));
    if (packet.kind !== "hello" || packet.question || found.size >= 1000) return;
    found.set(packet.header.did, { did: packet.header.did, address: from.address });
  });
  // A network that cannot be reached has no devices.
  socket.on("error", () => {});
  await new Promise<void>((resolve) => socket.bind(0, resolve));
  try {
    socket.setBroadcast(true);
    for (let round = 0; round < HELLOS && !signal.aborted; round += 1) {
      for (const target of targets) socket.send(HELLO, port, target, () => {});
      await pause(waitMs / HELLOS, signal);
    }
  } finally {
    await new Promise<void>((resolve) => socket.close(() => resolve()));
  }
  return [...found.values()];
}
