import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { downTopic, isDid, LEAVES, parseTopic, upTopic } from "../../../src/bridge/miot/topics.ts";

const did = fc.stringMatching(/^[A-Za-z0-9._-]{1,60}$/);
const base = fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/);

describe("topics", () => {
  it("are parsed to the parts that they were made of", () => {
    fc.assert(
      fc.property(base, did, fc.constantFrom(...LEAVES), (at, id, leaf) => {
        expect(parseTopic(at, upTopic(at, id, leaf))).toEqual({ did: id, leaf });
        expect(parseTopic(at, downTopic(at, id))).toBeNull();
        expect(parseTopic(`${at}x`, upTopic(at, id, leaf))).toBeNull();
      }),
    );
  });

  it.each(["", "a b", "a\tb", "a+", "#", "a\u0000", "\u200bx", "x".repeat(101)])(
    "do not take %j for a device's id",
    (id) => {
      expect(isDid(id)).toBe(false);
    },
  );

  it.each(["miot/a/state/x", "miot/a", "miot", "miot//", "other/a/state"])("leave %s to others", (topic) => {
    expect(parseTopic("miot", topic)).toBeNull();
  });
});
