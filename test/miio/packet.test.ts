import fc from "fast-check";
import { expect, test } from "vitest";
import { decodePacket, encodeHelloAnswer, encodeMessage, HELLO } from "../../src/miio/packet.ts";
import exchange from "./fixtures/exchange.json" with { type: "json" };

const token = Buffer.from(exchange.token, "hex");

test("every datagram of the computed exchange is made and read byte for byte", () => {
  expect(Buffer.from(HELLO).toString("hex")).toBe(exchange.hello.send);
  const header = { did: exchange.did, stamp: 4660 };
  expect(encodeHelloAnswer(header).toString("hex")).toBe(exchange.hello.receive);
  expect(decodePacket(Buffer.from(exchange.hello.receive, "hex"), token)).toEqual({
    kind: "hello",
    header,
    question: false,
  });
  for (const step of exchange.steps) {
    for (const [hex, text] of [
      [step.send, step.request],
      [step.receive, step.reply],
    ] as const) {
      const packet = decodePacket(Buffer.from(hex, "hex"), token);
      expect(packet).toMatchObject({ kind: "message", header: { did: exchange.did }, text });
      if (packet.kind === "message") expect(encodeMessage(packet.header, token, text).toString("hex")).toBe(hex);
    }
  }
});

test("another token or a changed byte is told apart from a foreign datagram", () => {
  const packet = encodeMessage({ did: "1", stamp: 2 }, token, "{}");
  expect(decodePacket(packet, Buffer.alloc(16))).toEqual({ kind: "bad", reason: "token" });
  packet[40] = (packet[40] ?? 0) ^ 1;
  expect(decodePacket(packet, token)).toEqual({ kind: "bad", reason: "token" });
  expect(decodePacket(packet.subarray(0, 40), token)).toEqual({ kind: "bad", reason: "malformed" });
  expect(decodePacket(HELLO, token)).toMatchObject({ kind: "hello", question: true });
});

test("any bytes from the network are decoded without an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 96 }), (bytes) => {
      decodePacket(bytes, token);
    }),
  );
});

test("any text decodes to itself", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.bigInt(0n, 2n ** 64n - 1n),
      fc.nat(0xffffffff),
      (text, did, stamp) => {
        fc.pre(!text.endsWith("\0"));
        const header = { did: did.toString(), stamp };
        expect(decodePacket(encodeMessage(header, token, text), token)).toEqual({ kind: "message", header, text });
      },
    ),
  );
});
