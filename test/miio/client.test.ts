import { afterEach, expect, test } from "vitest";
import { MiioClient } from "../../src/miio/client.ts";
import { decodePacket, encodeHelloAnswer, encodeMessage } from "../../src/miio/packet.ts";
import { ManualClock } from "../support/clock.ts";
import { type UdpPeer, udpPeer } from "../support/udp.ts";
import exchange from "./fixtures/exchange.json" with { type: "json" };

const token = Buffer.from(exchange.token, "hex");
const never = new AbortController().signal;
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of running.splice(0).reverse()) await part.stop();
});

async function client(peer: UdpPeer, clock = new ManualClock()): Promise<MiioClient> {
  const { did } = exchange;
  const options = { did, address: "127.0.0.1", port: peer.port, token, clock, timeoutMs: 150, firstId: 1 };
  const made = new MiioClient(options);
  await made.start();
  running.push(peer, made);
  return made;
}

/** A device that answers hellos and does with a request what the test says. */
function device(act: (request: { id: number; method: string }, stamp: number) => unknown, greets = () => true) {
  return udpPeer((bytes) => {
    const packet = decodePacket(bytes, token);
    const header = { did: exchange.did, stamp: 1000 };
    if (packet.kind === "hello") return greets() ? encodeHelloAnswer(header) : null;
    if (packet.kind === "bad") return null;
    const body = act(JSON.parse(packet.text), packet.header.stamp);
    return body === undefined ? null : encodeMessage(header, token, JSON.stringify(body));
  });
}

test("the computed exchange is spoken byte for byte", async () => {
  const heard: string[] = [];
  const expected = new Map([
    [exchange.hello.send, exchange.hello.receive],
    ...exchange.steps.map((step) => [step.send, step.receive] as const),
  ]);
  const peer = await udpPeer((bytes) => {
    heard.push(bytes.toString("hex"));
    const reply = expected.get(bytes.toString("hex"));
    return reply === undefined ? null : Buffer.from(reply, "hex");
  });
  const miio = await client(peer);
  for (const step of exchange.steps) {
    const { method, params } = JSON.parse(step.request);
    const { result, error } = JSON.parse(step.reply);
    const answer = await miio.request(method, params, { repeat: false, signal: never });
    expect(answer).toEqual(error ? { status: "error", ...error } : { status: "ok", result });
  }
  expect(heard).toEqual([...expected.keys()]);
});

test("a lost answer is asked for again with another id; an action is not sent twice", async () => {
  const seen: string[] = [];
  const peer = await device(({ id, method }) => {
    seen.push(`${method} ${id}`);
    return seen.length === 1 || method === "action" ? undefined : { id, result: [] };
  });
  const miio = await client(peer);
  const read = await miio.request("get_properties", [], { repeat: true, signal: never });
  expect(read).toEqual({ status: "ok", result: [] });
  const action = await miio.request("action", {}, { repeat: false, signal: never });
  expect(action).toEqual({ status: "silent", greeted: true });
  expect(seen).toEqual(["get_properties 1", "get_properties 2", "action 3"]);
});

test("requests carry the device's own time", async () => {
  const clock = new ManualClock();
  const stamps: number[] = [];
  const peer = await device(({ id }, stamp) => {
    stamps.push(stamp);
    return { id, result: [] };
  });
  const miio = await client(peer, clock);
  await miio.request("get_properties", [], { repeat: true, signal: never });
  clock.advance(61_500);
  await miio.request("get_properties", [], { repeat: true, signal: never });
  expect(stamps).toEqual([1001, 1061]);
});

test("a device that greets and then says nothing has most likely another token", async () => {
  const miio = await client(await device(() => undefined));
  const answer = await miio.request("get_properties", [], { repeat: true, signal: never });
  expect(answer).toEqual({ status: "silent", greeted: true });
});

test("no device, another device at the address, and a stop while waiting all end as silence", async () => {
  const nobody = await client(
    await device(
      () => undefined,
      () => false,
    ),
  );
  const silent = { status: "silent", greeted: false };
  expect(await nobody.request("get_properties", [], { repeat: true, signal: never })).toEqual(silent);

  const stranger = await udpPeer(() => encodeHelloAnswer({ did: "42", stamp: 7 }));
  const misled = await client(stranger);
  expect(await misled.request("get_properties", [], { repeat: true, signal: never })).toEqual(silent);

  const stopped = await client(await device(() => undefined));
  const waiting = stopped.request("get_properties", [], { repeat: true, signal: never });
  await stopped.stop();
  expect((await waiting).status).toBe("silent");
});

test("answers of careless firmwares are understood", async () => {
  const peer = await udpPeer((bytes) => {
    const packet = decodePacket(bytes, token);
    const header = { did: exchange.did, stamp: 1000 };
    if (packet.kind !== "message") return encodeHelloAnswer(header);
    return encodeMessage(header, token, '{"id":1,,"result":["ok"]}\0rest');
  });
  const miio = await client(peer);
  expect(await miio.request("toggle", [], { repeat: false, signal: never })).toEqual({ status: "ok", result: ["ok"] });
});
