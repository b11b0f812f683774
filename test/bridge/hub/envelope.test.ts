import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeEnvelope, encodeEnvelope } from "../../../src/bridge/hub/envelope.ts";

test("lengths count bytes, not characters, and texts end with a zero byte", () => {
  const bytes = encodeEnvelope({ id: 0x01020304, from: "local", replyTopic: "7/reply", payload: '{"n":"客厅"}' });
  const expected = [
    "04000000 00 04030201",
    "06000000 03 6c6f63616c 00",
    "08000000 01 372f7265706c79 00",
    "0f000000 02 7b226e223a22 e5aea2e58e85 227d 00",
  ];
  expect(bytes.toString("hex")).toBe(expected.join("").replaceAll(" ", ""));
});

const text = fc.string({ unit: "grapheme", maxLength: 200 }).filter((value) => !value.includes("\0"));

test("an encoded envelope decodes to the same", () => {
  const envelope = fc.record(
    { id: fc.nat(0xffffffff), replyTopic: text, from: text, payload: text },
    {
      requiredKeys: [],
    },
  );
  fc.assert(
    fc.property(envelope, (given) => {
      expect(decodeEnvelope(encodeEnvelope(given))).toEqual(given);
    }),
  );
});

test("fields of unknown types in an envelope are skipped", () => {
  const unknown = Buffer.from([2, 0, 0, 0, 9, 1, 1]);
  expect(decodeEnvelope(Buffer.concat([unknown, encodeEnvelope({ payload: "{}" })]))).toEqual({ payload: "{}" });
});

test("bytes of any kind never throw, and a cut envelope is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      decodeEnvelope(bytes);
    }),
  );
  const whole = encodeEnvelope({ id: 1, payload: "{}" });
  for (let cut = 1; cut < whole.length; cut += 1) {
    if (cut === 9) continue; // Exactly the first field.
    expect(decodeEnvelope(whole.subarray(0, cut)), `${cut} bytes`).toBeNull();
  }
});
