import { describe, expect, it } from "vitest";
import { Reachability } from "../../../src/bridge/miot/reachability.ts";

describe("a device behind a gateway", () => {
  it("is reachable while neither is offline", () => {
    const reach = new Reachability();
    reach.join("lamp", "gateway");
    expect(reach.of("lamp")).toBeNull();
    expect(reach.say("gateway", true)).toEqual(["lamp"]);
    expect(reach.of("lamp")).toBe(true);
    expect(reach.say("lamp", false)).toEqual(["lamp"]);
    expect(reach.of("lamp")).toBe(false);
    reach.say("lamp", true);
    reach.say("gateway", false);
    expect(reach.of("lamp")).toBe(false);
  });

  it("can change its gateway, and leave it for good", () => {
    const reach = new Reachability();
    reach.join("lamp", "old");
    reach.say("old", false);
    reach.join("lamp", "new");
    expect(reach.of("lamp")).toBeNull();
    expect(reach.say("old", true)).toEqual([]);
    expect(reach.say("new", true)).toEqual(["lamp"]);
    reach.leave("lamp");
    expect(reach.say("new", false)).toEqual([]);
  });

  it("may report its availability before its announcement", () => {
    const reach = new Reachability();
    expect(reach.say("lamp", true)).toEqual([]);
    reach.join("lamp", null);
    expect(reach.of("lamp")).toBe(true);
    reach.say("lamp", null);
    expect(reach.of("lamp")).toBeNull();
  });
});
