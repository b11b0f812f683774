import { expect, test } from "vitest";
import { parseHubNames } from "../../../src/bridge/hub/names.ts";

test("rooms, names and scenes of Jia's own form", () => {
  const names = parseHubNames(
    JSON.stringify({ rooms: { 客厅: [1, "lumi.2"] }, names: { "1": "吸顶灯", "9": "Hub" }, scenes: { "55": "回家" } }),
    "hub.json",
  );
  expect(Object.fromEntries(names.devices)).toEqual({
    "1": { name: "吸顶灯", room: "客厅" },
    "lumi.2": { name: null, room: "客厅" },
    "9": { name: "Hub", room: null },
  });
  expect(names.scenes.get("55")).toBe("回家");
});

test("the cloud's list of homes, as it was answered", () => {
  const answer = {
    code: 0,
    result: { homelist: [{ id: "1", name: "Home", dids: ["3"], roomlist: [{ id: "2", name: "Study", dids: ["1"] }] }] },
  };
  expect(Object.fromEntries(parseHubNames(JSON.stringify(answer), "f").devices)).toEqual({
    "1": { name: null, room: "Study" },
  });
});

test("the cloud's list of devices", () => {
  const records = [{ did: "1", name: "Lamp", room_name: "Study", token: "x" }, { did: 2 }];
  expect(Object.fromEntries(parseHubNames(JSON.stringify(records), "f").devices)).toEqual({
    "1": { name: "Lamp", room: "Study" },
    "2": { name: null, room: null },
  });
});

test("a mistake in a names file is reported with its place", () => {
  expect(() => parseHubNames('{"room": {}}', "hub.json")).toThrow(/hub.json[\s\S]*room/);
  expect(() => parseHubNames("{", "hub.json")).toThrow(expect.objectContaining({ code: "invalid-file" }));
});
