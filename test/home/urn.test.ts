import { describe, expect, it } from "vitest";
import { parseUrn } from "../../src/home/index.ts";

describe("parseUrn", () => {
  it("reads instances of 7 and 8 parts and standard types of 5", () => {
    expect(parseUrn("urn:miot-spec-v2:device:light:0000A001:yeelink-lamp22:1:0000C802")).toEqual({
      namespace: "miot-spec-v2",
      kind: "device",
      name: "light",
      uuid: "0000A001",
      product: "yeelink-lamp22",
      version: 1,
    });
    expect(parseUrn("urn:lumi-spec:property:on-duration:000000EE:lumi-x:2")?.version).toBe(2);
    expect(parseUrn("urn:miot-spec-v2:property:on:00000006")?.product).toBe("");
  });

  it.each(["", "light", "urn:miot-spec-v2:device:light", "urn:miot-spec-v2:thing:light:0000A001:a:1"])(
    "refuses %j",
    (text) => {
      expect(parseUrn(text)).toBeNull();
    },
  );
});
