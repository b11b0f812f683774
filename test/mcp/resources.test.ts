import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ERAS, mcpClient } from "../support/mcp-client.ts";
import { until } from "../support/until.ts";

let app: App;
beforeAll(async () => {
  app = await runningApp();
});
afterAll(async () => {
  await app.stop();
});

const LAMP = "jia://device/living-floor-lamp";

describe.each(ERAS)("resources, for a client of the era %s", (era) => {
  const client = (language = "en") => mcpClient(app.url, era, {}, { "accept-language": language });

  it("are the rooms and devices, page by page, with names in the reader's language", async () => {
    await using each = await client();
    const { resources } = await each.listResources();
    const expected = app.home.devices.length + app.home.layout.rooms.length;
    expect([resources.length, new Set(resources.map(({ uri }) => uri)).size]).toEqual([expected, expected]);
    expect(resources).toContainEqual(expect.objectContaining({ uri: LAMP, title: "floor lamp" }));
    await using other = await client("zh");
    expect((await other.listResources()).resources).toContainEqual(
      expect.objectContaining({ uri: LAMP, title: "落地灯", description: "客厅" }),
    );
  });

  it("tell the state of a device with what it can do, and the states of a room", async () => {
    await using each = await client();
    const { contents } = await each.readResource({ uri: LAMP });
    const [device] = contents;
    const text = device && "text" in device ? device.text : "";
    expect(JSON.parse(text)).toMatchObject({
      handle: "living-floor-lamp",
      room: "living",
      state: { on: expect.any(Boolean) },
      set: expect.arrayContaining(["on: true|false"]),
    });
    const room = (await each.readResource({ uri: "jia://room/living" })).contents[0];
    expect(room && "text" in room ? room.text : "").toContain("living-floor-lamp");
    const { resourceTemplates } = await each.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      "jia://device/{handle}",
      "jia://room/{room}",
    ]);
  });

  it("that are not there are refused", async () => {
    await using each = await client();
    for (const uri of ["jia://device/nothing", "jia://room/nothing", "jia://else/x", "file:///etc/passwd"]) {
      await expect(each.readResource({ uri })).rejects.toMatchObject({ code: -32602 });
    }
  });

  it("tell who listens that they changed, and nobody of others", async () => {
    await using each = await client();
    const told: string[] = [];
    each.setNotificationHandler("notifications/resources/updated", ({ params }) => void told.push(params.uri));
    if (era === "legacy") await each.subscribeResource({ uri: LAMP });
    else await each.listen({ resourceSubscriptions: [LAMP] });
    await each.use("set_devices", { changes: [{ device: "floor lamp", property: "on", value: "toggle" }] });
    await each.use("set_devices", { changes: [{ device: "living-ceiling-light", property: "on", value: "toggle" }] });
    await until("the change to be told", () => told.length > 0);
    expect(new Set(told)).toEqual(new Set([LAMP]));
  });

  it("are completed from what is typed", async () => {
    await using each = await client();
    const ref = { type: "ref/resource", uri: "jia://device/{handle}" } as const;
    const { completion } = await each.complete({ ref, argument: { name: "handle", value: "living-f" } });
    expect(completion).toMatchObject({ values: ["living-floor-lamp"], hasMore: false });
  });
});

describe("prompts", () => {
  it.each([
    ["en", "Good-night check", "I'm going to bed."],
    ["zh", "睡前检查", "我要睡了。"],
  ])("are listed and written in the reader's language: %s", async (language, title, begins) => {
    await using each = await mcpClient(app.url, "auto", {}, { "accept-language": language });
    const { prompts } = await each.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["good_night_check", "leaving_check", "explain_why"]);
    expect(prompts[0]?.title).toBe(title);
    const { messages } = await each.getPrompt({ name: "good_night_check" });
    expect(messages[0]?.content).toMatchObject({ type: "text", text: expect.stringContaining(begins) });
  });

  it("take a language of their own, and the device that they are about", async () => {
    await using each = await mcpClient(app.url, "legacy", {}, { "accept-language": "en" });
    const { messages } = await each.getPrompt({
      name: "explain_why",
      arguments: { device: "落地灯", language: "zh" },
    });
    expect(messages[0]?.content).toMatchObject({ text: expect.stringContaining("为什么是现在这样：落地灯") });
    await expect(each.getPrompt({ name: "explain_why" })).rejects.toThrow("Missing argument: device");
    await expect(each.getPrompt({ name: "other" })).rejects.toThrow("Unknown prompt: other");
  });
});
