import { Bonjour } from "bonjour-service";
import { expect, test } from "vitest";
import { discoverHubs, hubOfRecord } from "../../../src/bridge/hub/discover.ts";

function profile(role: number, suite: number): string {
  const bytes = Buffer.alloc(23);
  bytes.writeBigUInt64BE(4711n, 1);
  bytes[20] = role << 4;
  bytes[22] = suite << 1;
  return bytes.toString("base64");
}

test("a record is a hub when it is the primary one and has MQTT; its IPv4 address is preferred", () => {
  const record = { port: 18_883, host: "hub.local", addresses: ["fe80::1", "192.168.1.9"] };
  expect(hubOfRecord({ ...record, txt: { profile: profile(1, 1) } })).toMatchObject({
    host: "192.168.1.9",
    port: 18_883,
    profile: { did: "4711" },
  });
  expect(hubOfRecord({ ...record, txt: { profile: profile(2, 1) } })).toBeNull();
  expect(hubOfRecord({ ...record, txt: { profile: profile(1, 0) } })).toBeNull();
  expect(hubOfRecord({ ...record, txt: {} })).toBeNull();
  expect(hubOfRecord({ ...record, txt: undefined })).toBeNull();
});

test("a hub that is announced by mDNS is found", async () => {
  const announcer = new Bonjour({}, () => {});
  announcer.publish({
    name: `hub-${process.pid}`,
    type: "miot-central",
    port: 18_883,
    txt: { profile: profile(1, 1) },
    probe: false,
  });
  try {
    const hubs = await discoverHubs(1500, new AbortController().signal);
    expect(hubs).toContainEqual(expect.objectContaining({ port: 18_883 }));
  } finally {
    await new Promise<void>((resolve) => announcer.unpublishAll(() => announcer.destroy(resolve)));
  }
});
