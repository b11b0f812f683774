import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OutgoingPost } from "../../src/app/outgoing.ts";
import { thrownErrorText } from "../support/error-text.ts";

/** All requests that reach the server. */
const reached: { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly body: string }[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (piece) => {
    body += String(piece);
  });
  request.on("end", () => {
    reached.push({ path: request.url ?? "", headers: request.headers, body });
    if (request.url === "/moved") response.writeHead(307, { location: "/elsewhere" }).end();
    else response.writeHead(request.url === "/no" ? 500 : 204).end();
  });
});
let port = 0;
beforeAll(async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
beforeEach(() => {
  reached.length = 0;
});

/** A lookup with the given answers in order; the last one repeats. */
function names(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const resolve: LookupFunction = (hostname, options, found) => {
    const addresses = answers[Math.min(asked.push(hostname), answers.length) - 1] ?? [];
    const all = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const [first] = all;
    if (options.all) found(null, all);
    else found(null, first?.address ?? "", first?.family);
  };
  return { asked, resolve };
}

describe("a host name that is not listed", () => {
  it.each([["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["10.1.2.3"], ["169.254.169.254"], ["8.8.8.8", "127.0.0.1"]])(
    "is not connected to when it leads to %s",
    async (...addresses) => {
      const { resolve } = names(addresses);
      const post = new OutgoingPost([], resolve);
      const told = await thrownErrorText(() => post.post(`http://hooks.example.org:${port}/x`, {}));
      expect(told).toMatch(/hooks\.example\.org:\d+ resolves to .*, which is not a public address/);
      expect(reached).toEqual([]);
    },
  );

  it("is looked up once for a request: the checked IP address is the one that is connected to", async () => {
    const { resolve, asked } = names(["127.0.0.1"], ["8.8.8.8"]);
    await thrownErrorText(() => new OutgoingPost([], resolve).post(`http://hooks.example.org:${port}/x`, {}));
    expect(asked).toEqual(["hooks.example.org"]);
  });
});

it("an address of this machine is not connected to", async () => {
  for (const host of ["127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "localhost"]) {
    expect(await thrownErrorText(() => new OutgoingPost([]).post(`http://${host}:${port}/x`, {}))).toContain(
      "not a public address",
    );
  }
  expect(reached).toEqual([]);
});

describe("a listed origin", () => {
  const { resolve } = names(["127.0.0.1"]);
  const listed = () => new OutgoingPost([`http://hooks.test:${port}`], resolve);

  it("gets requests, with the user name and password of the address", async () => {
    await listed().post(`http://me:se%20cret@hooks.test:${port}/x?y=1`, { message: "门开了" });
    const [first] = reached;
    expect(first).toMatchObject({ path: "/x?y=1", body: '{"message":"门开了"}' });
    expect(first?.headers).toMatchObject({
      host: `hooks.test:${port}`,
      "content-type": "application/json",
      authorization: `Basic ${btoa("me:se cret")}`,
    });
  });

  it("a redirect is not followed, and a failure is reported", async () => {
    const told = await thrownErrorText(() => listed().post(`http://hooks.test:${port}/moved`, {}));
    expect(told).toContain("redirects to another address");
    await expect(listed().post(`http://hooks.test:${port}/no`, {})).rejects.toThrow("answered 500");
    expect(reached.map(({ path }) => path)).toEqual(["/moved", "/no"]);
  });
});
