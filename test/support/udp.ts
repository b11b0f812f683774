import { createSocket, type RemoteInfo } from "node:dgram";

/** A UDP peer on the loopback that a test speaks for. */
export interface UdpPeer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens on a free port; what `answer` returns is sent back. */
export async function udpPeer(answer: (bytes: Buffer, from: RemoteInfo) => Uint8Array | null): Promise<UdpPeer> {
  const socket = createSocket("udp4");
  socket.on("message", (bytes, from) => {
    const reply = answer(bytes, from);
    if (reply) socket.send(reply, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return {
    port: socket.address().port,
    stop: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}
