import { describe, expect, it } from "vitest";
import { resolveTarget } from "../../src/automation/references/targets.ts";
import { type Home, type HomeEvent, heldBy, standing } from "../../src/home/index.ts";
import { described, testHome } from "../support/home.ts";

/** Lamps `test:a` and `test:b` in the hall, `test:c` in the attic; the named group holds `members`. */
function homeWith(groups: Readonly<Record<string, readonly string[]>>): Home {
  const { home } = testHome([]);
  for (const [id, room] of [
    ["a", "Hall"],
    ["b", "Hall"],
    ["c", "Attic"],
  ] as const) {
    home.apply([{ kind: "device", device: described(id, { name: `Lamp ${id}`, room }) }]);
  }
  for (const [id, members] of Object.entries(groups)) {
    home.apply([{ kind: "device", device: { ...described(id, { name: `Group ${id}`, room: "Hall" }), members } }]);
  }
  return home;
}

const held = (home: Home, id: string): string[] =>
  [...heldBy(home.device(id) ?? expect.fail(id), (each) => home.device(each))].sort();
const left = (home: Home): string[] =>
  standing(
    home.devices,
    (device) => device,
    (id) => home.device(id),
  ).map(({ id }) => id);

describe("groups", () => {
  it("contain the members of the groups inside them, also when they contain each other", () => {
    const home = homeWith({ inner: ["test:a", "test:outer"], outer: ["test:inner", "test:gone"] });
    expect(held(home, "test:outer")).toEqual(["test:a", "test:gone", "test:inner"]);
    expect(held(home, "test:inner")).toEqual(["test:a", "test:gone", "test:outer"]);
    expect(held(home, "test:a")).toEqual([]);
    expect(left(home)).toEqual(["test:a", "test:b", "test:c"]);
  });

  it("stay when none of their members is in the list", () => {
    expect(left(homeWith({ far: ["test:gone"], full: ["test:b"] }))).toEqual([
      "test:a",
      "test:b",
      "test:c",
      "test:far",
    ]);
  });

  it("are updated only when their members change", () => {
    const home = homeWith({ some: ["test:a"] });
    const told: HomeEvent["type"][] = [];
    home.subscribe(({ type }) => told.push(type));
    const group = { ...described("some", { name: "Group some", room: "Hall" }), spec: home.device("test:some")?.spec };
    const describeWith = (members: readonly string[]) => {
      const { spec = expect.fail("no group") } = group;
      home.apply([{ kind: "device", device: { ...group, spec, members } }]);
    };
    describeWith(["test:a"]);
    expect(told).toEqual([]);
    describeWith(["test:a", "test:b"]);
    expect(told).toEqual(["device-updated"]);
    expect(home.device("test:some")?.members).toEqual(["test:a", "test:b"]);
  });
});

describe("the target of an automation", () => {
  const ids = (home: Home, target: Parameters<typeof resolveTarget>[0]) =>
    resolveTarget(target, home).map(({ id }) => id);

  it("by kind or room leaves out groups of its devices and of its exceptions", () => {
    const home = homeWith({ some: ["test:b", "test:c"] });
    expect(ids(home, { kind: "light" })).toEqual(["test:a", "test:b", "test:c"]);
    expect(ids(home, { room: "Hall" })).toEqual(["test:a", "test:b"]);
    expect(ids(home, { room: "Hall", except: ["test:b"] })).toEqual(["test:a"]);
    expect(ids(home, { kind: "light", except: ["test:b", "test:c"] })).toEqual(["test:a"]);
  });

  it("keeps a group that it names, and one whose members are elsewhere", () => {
    const home = homeWith({ some: ["test:c"] });
    expect(ids(home, { devices: ["test:c", "test:some"] })).toEqual(["test:c", "test:some"]);
    expect(ids(home, "test:some")).toEqual(["test:some"]);
    expect(ids(home, { room: "Hall" })).toEqual(["test:a", "test:b", "test:some"]);
  });
});
