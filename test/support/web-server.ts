import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

/** A web server of one test file: `answer` serves, and may be another one in every test. */
export interface WebServer {
  answer: RequestListener;
  readonly origin: string;
  /** Requests since it started. */
  readonly requests: number;
}

export function webServer(): WebServer {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    served.answer(request, response);
  });
  const served: WebServer = {
    answer: (_, response) => response.end(),
    get origin() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    get requests() {
      return requests;
    },
  };
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return served;
}

/**
 * Sends what `next` gives until the reader goes or `most` bytes are sent, as fast as it is taken. Returns how many bytes
 * the reader let it send.
 */
export async function flood(response: ServerResponse, next: (count: number) => string, most: number): Promise<number> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  let sent = 0;
  for (let count = 0; sent < most && !gone.signal.aborted; count += 1) {
    const bytes = Buffer.from(next(count));
    sent += bytes.length;
    if (!response.write(bytes)) await once(response, "drain", { signal: gone.signal }).catch(() => {});
  }
  response.end();
  return sent;
}
