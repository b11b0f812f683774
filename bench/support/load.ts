import { once } from "node:events";
import { connect, type Socket } from "node:net";

/**
 * Sends requests over kept connections, each as soon as the answer before it has come, and prints how many were answered
 * in a second. It reads no more of an answer than it must, so that the server is what takes the time.
 * Arguments: address, milliseconds, token ("" for none).
 */
const CONNECTIONS = 10;
const END_OF_HEAD = "\r\n\r\n";

const [address = "", ms = "1000", token = ""] = process.argv.slice(2);
const { host, hostname, port, pathname, search } = new URL(address);
const authorization = token === "" ? "" : `Authorization: Bearer ${token}\r\n`;
const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n${authorization}\r\n`;

/** Asks again and again until the moment. @returns how many answers came */
function loop(socket: Socket, until: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    /** Bytes of the answer that are still to come; null: before the end of its head. */
    let left: number | null = null;
    let head = "";
    const take = (piece: Buffer): void => {
      let body = piece.length;
      if (left === null) {
        head += piece.toString("latin1", 0, 2_000);
        const end = head.indexOf(END_OF_HEAD);
        if (end < 0) return;
        if (!head.startsWith("HTTP/1.1 200 ")) reject(new Error(`${address}: ${head.slice(0, 40)}`));
        left = Number(/^content-length: (\d+)/im.exec(head)?.[1]);
        body = piece.length - end - END_OF_HEAD.length;
      }
      left -= body;
      if (left > 0) return;
      [left, head] = [null, ""];
      count += 1;
      if (performance.now() < until) socket.write(request);
      else resolve(count);
    };
    socket.removeAllListeners("data").on("data", take).on("error", reject);
    socket.write(request);
  });
}

const sockets = await Promise.all(
  Array.from({ length: CONNECTIONS }, async () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, "connect");
    return socket;
  }),
);

async function load(forMs: number): Promise<number> {
  const began = performance.now();
  const counts = await Promise.all(sockets.map((socket) => loop(socket, began + forMs)));
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - began);
}

// The code of both sides is compiled first.
await load(Number(ms) / 2);
process.stdout.write(String(await load(Number(ms))));
for (const socket of sockets) socket.destroy();
