import { describe, expect, it } from "vitest";
import type { AssistantPort } from "../../src/api/index.ts";
import { mcpView } from "../../src/app/mcp.ts";
import { loadPrompts } from "../../src/assistant/index.ts";
import { described } from "../support/home.ts";
import { mcpBench } from "../support/mcp-bench.ts";

const DEVICES = [described("lamp"), described("camera")];
const hidden = { "model.hidden.devices": ["camera"] };

/** An assistant that always answers the same. */
function saying(reply: string): AssistantPort {
  return {
    async *run({ conversation = "c1" }) {
      const said = await Promise.resolve({ reply, expectsReply: false, path: "local" as const, conversation });
      yield { type: "done", result: { ...said, outcomes: [], calls: [], ms: 1 } };
    },
  };
}

describe("what is hidden from models", () => {
  it("is hidden from clients: as a device, as a resource, and by name", async () => {
    const { client } = await mcpBench({
      devices: DEVICES,
      hidden,
    });
    const each = await client();
    expect((await each.use("find_devices")).text).not.toContain("camera");
    expect((await each.use("home_overview")).text).toContain('{"light":1}');
    expect((await each.listResources()).resources.map(({ name }) => name)).toEqual(["lamp"]);
    await expect(each.readResource({ uri: "jia://device/camera" })).rejects.toThrow();
    const set = await each.use("set_devices", { changes: [{ device: "camera", property: "on", value: true }] });
    expect(set.failed).toBe(true);
  });

  it.each([
    ["The lamp and the camera are on.", "I may not tell an assistant like you all of it."],
    ["The lamp is on.", "The lamp is on."],
    ["camera 开着。", "这件事有一部分不能告诉你这样的助手。"],
  ])("does not stand in what the home says: %s", async (reply, told) => {
    const { client } = await mcpBench({ devices: DEVICES, hidden, assistant: saying(reply) });
    const each = await client();
    expect((await each.use("say", { text: "what is on?" })).data["reply"]).toBe(told);
  });

  it("is as unknown in a sentence as what is not there", async () => {
    const { client } = await mcpBench({ devices: DEVICES, hidden });
    const each = await client();
    const { failed, text } = await each.use("say", { text: "turn off the camera" });
    expect([failed, text]).toEqual([true, expect.stringContaining("camera")]);
  });
});

it("a caller that may see some rooms sees nothing of other rooms, and nothing that is in no room", async () => {
  const at = (room: string | null, name: string) => described(name, { room });
  const { home, bench } = await mcpBench({ devices: [at("Kitchen", "stove"), at("Study", "desk"), at(null, "loose")] });
  const kitchen = home.layout.findRoom("Kitchen")?.id ?? "";
  const config = { "model.hidden.devices": [], "model.hidden.kinds": [], "model.hidden.rooms": [] };
  const view = mcpView({ config, home, prompts: loadPrompts(), planner: bench.planner }, [kitchen]);
  const names = () => view.home.devices.map(({ name }) => name);
  expect([names(), view.home.layout.rooms.map(({ id }) => id)]).toEqual([["stove"], [kitchen]]);
  home.apply([{ kind: "device", device: at("Attic", "trunk") }]);
  expect([names(), view.home.device("test:trunk")]).toEqual([["stove"], undefined]);
});
