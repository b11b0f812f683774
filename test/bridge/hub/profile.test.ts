import { expect, test } from "vitest";
import { parseHubProfile } from "../../../src/bridge/hub/profile.ts";

/** A profile by the published layout: did in bytes 1–8, group id reversed in 9–16, role in 20, services in 22. */
function profile({ did = 0n, group = "", role = 0, suite = 0 }): string {
  const bytes = Buffer.alloc(23);
  bytes.writeBigUInt64BE(did, 1);
  Buffer.from(group, "hex").reverse().copy(bytes, 9);
  bytes[20] = role << 4;
  bytes[22] = suite;
  return bytes.toString("base64");
}

test("a primary hub with MQTT, its id beyond what a double holds", () => {
  const text = profile({ did: 18_446_744_073_709_551_557n, group: "0123456789abcdef", role: 1, suite: 2 });
  expect(parseHubProfile(text)).toEqual({
    did: "18446744073709551557",
    groupId: "0123456789abcdef",
    primary: true,
    mqtt: true,
  });
});

test("a secondary hub, or one without MQTT, says so", () => {
  expect(parseHubProfile(profile({ role: 2, suite: 2 }))?.primary).toBe(false);
  expect(parseHubProfile(profile({ role: 1, suite: 1 }))?.mqtt).toBe(false);
});

test("any other text is no hub profile", () => {
  expect(parseHubProfile("")).toBeNull();
  expect(parseHubProfile("not base64!")).toBeNull();
  expect(parseHubProfile(Buffer.alloc(22).toString("base64"))).toBeNull();
});
