import { describe, expect, it } from "vitest";
import { Layout } from "../../src/home/index.ts";

const kitchen = { id: "kitchen", name: "Kitchen", aliases: [], floor: null };
const upstairs = { id: "u", name: "Upstairs", aliases: ["first floor"] };

describe("rooms that a gateway describes", () => {
  it("are added with their floor, and change with a new description", () => {
    const layout = new Layout([], []);
    expect(layout.describeRoom({ ...kitchen, floor: "u" }, upstairs)).toBe(true);
    expect(layout.describeRoom({ ...kitchen, floor: "u" }, upstairs)).toBe(false);
    expect(layout.floor("u")).toEqual(upstairs);
    expect(layout.describeRoom({ ...kitchen, name: "Galley", floor: "u" }, upstairs)).toBe(true);
    expect(layout.room("kitchen")?.name).toBe("Galley");
  });

  it("do not change rooms of the home file", () => {
    const layout = new Layout([], [kitchen]);
    expect(layout.describeRoom({ ...kitchen, name: "Galley" }, null)).toBe(false);
    expect(layout.room("kitchen")?.name).toBe("Kitchen");
  });

  it("are found by the gateway's id when the home has the room under another", () => {
    const layout = new Layout([], [kitchen]);
    expect(layout.describeRoom({ id: "4711", name: "kitchen", aliases: [], floor: null }, null)).toBe(false);
    expect(layout.findRoom("4711")).toBe(kitchen);
    expect(layout.rooms).toHaveLength(1);
  });
});
