import { describe, expect, it } from "vitest";
import { described } from "../support/home.ts";
import { mcpBench } from "../support/mcp-bench.ts";

/** A home of many lamps: some in each of many rooms, some in none. */
const LAMPS = Array.from({ length: 300 }, (_, at) =>
  described(`lamp ${at}`, { room: at % 10 === 0 ? null : `Room ${at % 60}` }),
);

describe("answers about a home of 300 lamps in 54 rooms", () => {
  it("list one page of devices, say how many are left, and give the others page by page", async () => {
    const { client } = await mcpBench({ devices: LAMPS });
    const each = await client();
    const seen = new Set<string>();
    let after: unknown;
    for (;;) {
      const { data, text } = await each.use("find_devices", { limit: 60, ...(after !== undefined && { after }) });
      expect(text.length).toBeLessThan(12_000);
      const devices: unknown = data["devices"];
      for (const device of Array.isArray(devices) ? devices : []) seen.add(String(device.handle));
      if (data["more"] === undefined) break;
      ({ after } = data);
    }
    expect(seen.size).toBe(300);
  });

  it("of states show a part as well, and count those without a room beside a room", async () => {
    const { client } = await mcpBench({ devices: LAMPS });
    const each = await client();
    const { data } = await each.use("get_state", { kind: "light" });
    expect(data).toMatchObject({ total: 300, more: 270, after: expect.any(String) });
    const room = await each.use("find_devices", { room: "Room 1" });
    expect(room.data).toMatchObject({ devices: expect.any(Array), without_room: 30 });
  });

  it("about the home show at most 40 rooms, what is in no room, and where the rest begins", async () => {
    const { client } = await mcpBench({ devices: LAMPS });
    const each = await client();
    const { data } = await each.use("home_overview");
    expect(data).toMatchObject({ more: 14, after: expect.any(String), without_room: { devices: { light: 30 } } });
    const rest = await each.use("home_overview", { after: data["after"] });
    expect([rest.data["rooms"]].flat()).toHaveLength(14);
  });

  it("of the list of resources have a cursor, and the last page has none", async () => {
    const { client } = await mcpBench({ devices: LAMPS });
    const each = await client();
    const first = await each.request({ method: "resources/list", params: {} });
    expect([first.resources.length, typeof first.nextCursor]).toEqual([50, "string"]);
    expect((await each.listResources()).resources).toHaveLength(354);
  });
});

it("a client says at most 60 sentences in a minute, and is told when it may go on", async () => {
  const { client } = await mcpBench({ devices: [] });
  const each = await client();
  const answers = await Promise.all(Array.from({ length: 65 }, () => each.use("say", { text: "hello" })));
  const refused = answers.filter(({ failed }) => failed);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.text).toBe("Too many requests. Try again in 1 s.");
});
