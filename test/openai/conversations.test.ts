import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ChatPrograms, type Said } from "../support/chat-programs.ts";

let app: App;
let jia: ChatPrograms;
beforeAll(async () => {
  app = await runningApp();
  jia = new ChatPrograms(app);
});
beforeEach(() => void jia.done());
afterAll(async () => await app.stop());

/** A chat of a program that sends the whole history each time, and knows only what it was sent. */
function chat(fields: Readonly<Record<string, unknown>> = {}, keep = Number.POSITIVE_INFINITY) {
  const said: Said[] = [{ role: "system", content: "You are a helpful assistant." }];
  return async (text: string) => {
    said.push({ role: "user", content: text });
    const content = await jia.say(said, fields);
    said.push({ role: "assistant", content });
    if (said.length > keep) said.splice(1, said.length - keep);
    return content;
  };
}

describe("a history without an id", () => {
  it("goes on with its conversation: 'it' means the device of the last request", async () => {
    const say = chat();
    await say("turn on the kitchen light");
    expect(await say("turn it off")).toBe("The kitchen ceiling light is off.");
    await say("undo that");
    expect(jia.done().at(-1)).toBe("light.on=true confirmed");
  });

  it("also behind a picture, which was not read", async () => {
    const first = await jia.say(["turn on the kitchen light"]);
    const picture = { role: "user", content: [{ type: "image_url", image_url: { url: "data:," } }] };
    const told = await jia.say([
      { role: "user", content: "turn on the kitchen light" },
      { role: "assistant", content: first },
      picture,
    ]);
    const said = [
      { role: "assistant", content: told },
      { role: "user", content: "turn it off" },
    ];
    const before = [
      { role: "user", content: "turn on the kitchen light" },
      { role: "assistant", content: first },
    ];
    expect(await jia.say([...before, picture, ...said])).toBe("The kitchen ceiling light is off.");
  });

  it("is found when the client leaves out its oldest messages", async () => {
    const say = chat({}, 5);
    await say("turn on the bathroom light");
    for (const text of ["turn it off", "turn it on", "turn it off"]) await say(text);
    expect(await say("turn it on")).toBe("The bath heater light is on.");
  });

  it("keeps two chats apart, also in one program", async () => {
    const [one, other] = [chat(), chat()];
    await one("turn on the kitchen light");
    await other("turn on the bathroom light");
    expect(await one("turn it off")).toBe("The kitchen ceiling light is off.");
    expect(await other("turn it off")).toBe("The bath heater light is off.");
  });

  it("is nobody else's: another user with the same history begins anew", async () => {
    const say = chat({ user: "ann" });
    const first = await say("turn on the kitchen light");
    const stolen = await jia.say(["turn on the kitchen light", first, "turn it off"], { user: "ben" });
    expect(jia.done()).toEqual([expect.stringMatching(/^light.on=true/)]);
    expect(stolen).not.toMatch(/is off/);
  });
});

describe("a sensitive command", () => {
  it("becomes a question, and the yes of the next message answers it, once", async () => {
    const say = chat();
    expect(await say("unlock the front door")).toMatch(/\?$/);
    expect(jia.done()).toEqual([expect.stringMatching(/needs-confirmation$/)]);
    await say("yes");
    expect(jia.done()).toEqual([expect.stringMatching(/(confirmed|accepted)$/)]);
  });

  it("is dropped by a no, and by a yes in another chat nothing happens", async () => {
    const [say, other] = [chat(), chat()];
    await say("lock the front door");
    jia.done();
    await say("unlock the front door");
    await other("yes");
    await say("no");
    expect(jia.done()).toEqual([expect.stringMatching(/needs-confirmation$/)]);
  });
});

describe("an id of the client's chat", () => {
  const ids: readonly [string, Record<string, unknown>, Record<string, string>][] = [
    ["Open WebUI's header", {}, { "x-openwebui-chat-id": "chat-1" }],
    ["a header of a proxy", {}, { "x-conversation-id": "chat-1" }],
    ["metadata", { metadata: { conversation_id: "chat-1" } }, {}],
    ["the user of a program without any history", { user: "01JABC" }, {}],
  ];
  it.each(ids)("%s names the conversation, though no history is sent", async (_, fields, headers) => {
    const said = await jia.say(["turn on the kitchen light"], fields, headers);
    expect(said).toMatch(/on\.$/);
    expect(await jia.say(["turn it off"], fields, headers)).toBe("The kitchen ceiling light is off.");
  });
});

describe("a request that is sent again", () => {
  const toggle = { model: "jia", messages: [{ role: "user", content: "toggle the kitchen light" }] };

  it("is carried out once, while it runs and right after it", async () => {
    const path = "/v1/chat/completions";
    const both = await Promise.all([jia.post(path, toggle), jia.post(path, { ...toggle, stream: true })]);
    const third = await jia.post(path, toggle, { "x-stainless-retry-count": "1" });
    expect([...both, third].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(jia.done()).toHaveLength(1);
  });

  it("is another one when a person says the same again in a longer history, or after something else", async () => {
    const say = chat({ user: "again" });
    await say("toggle the study light");
    await say("toggle the study light");
    expect(jia.done()).toHaveLength(2);
    await jia.say(["toggle the bathroom light"]);
    await jia.say(["toggle the kitchen light"]);
    await jia.say(["toggle the bathroom light"]);
    expect(jia.done()).toHaveLength(3);
  });
});
