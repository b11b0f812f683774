import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ERAS, type Era, type McpTestClient, mcpClient } from "../support/mcp-client.ts";
import { ownerFetch } from "../support/owner.ts";

let app: App;
beforeAll(async () => {
  app = await runningApp();
  await send("POST", "/api/people", { name: "Ann" });
});
afterAll(async () => {
  await app.stop();
});
afterEach(async () => {
  await send("POST", "/api/devices/hallway-lock/properties", { properties: { "lock.locked": true } });
});

async function send(method: string, path: string, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const answer = await ownerFetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) });
  return await answer.json();
}

const locked = () => app.home.device("hallway-lock")?.state.get("lock.locked")?.value;
const UNLOCK = { changes: [{ device: "front door", property: "locked", value: false }] };

/** The id of the question of an answer. */
function asked(data: Readonly<Record<string, unknown>>): string {
  const { confirm } = data;
  if (typeof confirm !== "object" || confirm === null || !("id" in confirm)) throw new Error(JSON.stringify(data));
  return String(confirm.id);
}

/** A client whose person answers forms so. */
async function withPerson(era: Era, answer: { action: "accept"; content: { yes: boolean } } | { action: "decline" }) {
  const questions: string[] = [];
  const client: McpTestClient = await mcpClient(
    app.url,
    era,
    { capabilities: { elicitation: { form: {} } } },
    { "accept-language": "en" },
    (each) =>
      each.setRequestHandler("elicitation/create", ({ params }) => {
        questions.push(params.message);
        return answer;
      }),
  );
  return { client, questions };
}

describe.each(ERAS)("what the policy asks about, for a client of the era %s", (era) => {
  const client = (headers: Record<string, string> = {}) =>
    mcpClient(app.url, era, {}, { "accept-language": "en", ...headers });

  it("waits for the tool confirm, which does it once", async () => {
    await using each = await client();
    const { failed, data } = await each.use("set_devices", UNLOCK);
    expect(failed).toBe(false);
    expect(data["confirm"]).toMatchObject({ question: "Unlock the front door?", seconds: 60 });
    expect(locked()).toBe(true);
    const id = asked(data);
    expect(await each.use("confirm", { id, yes: true })).toMatchObject({
      failed: false,
      data: { outcomes: [{ device: "hallway-lock", status: "confirmed" }], told: "The front door is unlocked." },
    });
    expect(locked()).toBe(false);
    expect((await each.use("confirm", { id, yes: true })).failed).toBe(true);
  });

  it("is forgotten after a no", async () => {
    await using each = await client();
    const id = asked((await each.use("set_devices", UNLOCK)).data);
    expect((await each.use("confirm", { id, yes: false })).data).toEqual({ done: false });
    expect((await each.use("confirm", { id, yes: true })).failed).toBe(true);
    expect(locked()).toBe(true);
  });

  it("cannot be confirmed by another person's client", async () => {
    await using mine = await client();
    await using others = await client({ "x-jia-person": "ann" });
    const id = asked((await mine.use("set_devices", UNLOCK)).data);
    expect((await others.use("confirm", { id, yes: true })).failed).toBe(true);
    expect(locked()).toBe(true);
    expect((await mine.use("confirm", { id, yes: true })).failed).toBe(false);
  });

  it("is asked by the client itself where it can show a form", async () => {
    const { client: each, questions } = await withPerson(era, { action: "accept", content: { yes: true } });
    expect((await each.use("set_devices", UNLOCK)).data).toMatchObject({ told: "The front door is unlocked." });
    expect([questions, locked()]).toEqual([["Unlock the front door?"], false]);
    await each.close();
  });

  it.each([{ action: "decline" } as const, { action: "accept", content: { yes: false } } as const])(
    "is not done after the answer %j of a form",
    async (answer) => {
      const { client: each } = await withPerson(era, answer);
      expect((await each.use("set_devices", UNLOCK)).data).toEqual({ done: false });
      expect(locked()).toBe(true);
      await each.close();
    },
  );

  it("is settled within a conversation by the person's own words", async () => {
    await using each = await client();
    const { data } = await each.use("say", { text: "unlock the front door" });
    expect(data).toMatchObject({ reply: "Unlock the front door?", expects_reply: true });
    expect(locked()).toBe(true);
    const { conversation } = data;
    expect((await each.use("say", { text: "yes", conversation })).data).toMatchObject({
      reply: "The front door is unlocked.",
    });
  });

  it("of a sentence is asked by a form as well, and the answer goes on in the conversation", async () => {
    const { client: each, questions } = await withPerson(era, { action: "accept", content: { yes: true } });
    const { data } = await each.use("say", { text: "unlock the front door" });
    expect([data["reply"], questions, locked()]).toEqual([
      "The front door is unlocked.",
      ["Unlock the front door?"],
      false,
    ]);
    await each.close();
    const { client: other } = await withPerson(era, { action: "decline" });
    const dropped = await other.use("say", { text: "解锁入户门" });
    expect(dropped.data["reply"]).toMatch(/\p{Script=Han}/u);
    await other.close();
  });

  it("asks before it runs a scene with such a step, and before a timer with one", async () => {
    await send("PUT", "/api/scenes/welcome?approved=true", {
      name: "Welcome",
      steps: [{ target: "hallway-lock", set: { "lock.locked": false } }],
    });
    await using each = await client();
    const scene = await each.use("run_scene", { scene: "welcome" });
    expect(locked()).toBe(true);
    expect((await each.use("confirm", { id: asked(scene.data), yes: true })).failed).toBe(false);
    expect(locked()).toBe(false);
    const timer = await each.use("set_timer", { duration: "10m", ...UNLOCK });
    expect((await each.use("list_plans", { kind: "timer" })).data).toEqual({ timers: [] });
    const begun = await each.use("confirm", { id: asked(timer.data), yes: true });
    expect(begun.data).toMatchObject({ started: true });
    await each.use("set_timer", { cancel: String(begun.data["id"]) });
  });

  it("is not done at all where it takes a PIN: neither by a tool, nor by words, nor by a scene", async () => {
    await send("PUT", "/api/people/ann/pin", { pin: "583926" });
    try {
      await using each = await client({ "x-jia-pin": "583926" });
      const set = await each.use("set_devices", UNLOCK);
      expect([set.failed, set.data["confirm"]]).toEqual([true, undefined]);
      expect(set.text).toContain("it takes a PIN, and only Jia itself may be told that");
      const conversation = "door";
      const said = await each.use("say", { text: "unlock the front door", conversation });
      expect(said).toMatchObject({ failed: true, text: expect.stringContaining("it takes a PIN") });
      const after = await each.use("say", { text: "583926", conversation });
      expect(after.failed).toBe(true);
      const whole = await each.use("say", { text: "unlock the front door, my PIN is 583926" });
      expect(whole).toMatchObject({ failed: true, text: expect.not.stringContaining("583926") });
      expect((await each.use("run_scene", { scene: "welcome" })).text).toContain("it takes a PIN");
      expect((await each.use("set_timer", { duration: "1m", ...UNLOCK })).text).toContain("it takes a PIN");
      expect(locked()).toBe(true);
    } finally {
      await send("PUT", "/api/people/ann/pin", { pin: null });
    }
  });
});

it("why a PIN is not taken is told in Chinese to people who speak Chinese", async () => {
  await send("PUT", "/api/people/ann/pin", { pin: "583926" });
  try {
    await using each = await mcpClient(app.url, "auto", {}, { "accept-language": "zh" });
    expect((await each.use("say", { text: "打开大门的锁" })).text).toContain("PIN 码只能告诉 Jia 本身");
  } finally {
    await send("PUT", "/api/people/ann/pin", { pin: null });
  }
});
