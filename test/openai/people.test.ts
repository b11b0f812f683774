import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ChatPrograms, type Said } from "../support/chat-programs.ts";
import { ownerFetch } from "../support/owner.ts";

let app: App;
let jia: ChatPrograms;
beforeAll(async () => {
  app = await runningApp();
  jia = new ChatPrograms(app);
});
beforeEach(() => void jia.done());
afterAll(async () => await app.stop());

/** A new person with a token for a chat program. */
async function person(name: string, role: string): Promise<Record<string, string>> {
  const made = await jia.post("/api/people", { name, role });
  const { id } = ((await made.json()) as { person: { id: string } }).person;
  const token = (await (await jia.post(`/api/people/${id}/tokens`, {})).json()) as { token: string };
  return { authorization: `Bearer ${token.token}` };
}

it("the key acts as its person: with the rights of a child, and by name in the audit", async () => {
  const leo = await person("Leo", "child");
  expect(await jia.say(["turn on the kitchen light"], {}, leo)).toMatch(/ on\.$/);
  await jia.say(["unlock the front door"], {}, leo);
  const [light, ...door] = jia.executions();
  expect(light?.origin).toMatchObject({ kind: "conversation", person: "leo" });
  expect(door.flatMap(({ outcomes }) => outcomes.map(({ status }) => status))).not.toContain("confirmed");
});

it("a PIN that Jia asks for is given in the next message, once", async () => {
  const ann = await person("Ann", "adult");
  await ownerFetch(`${jia.url}/api/people/ann/pin`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ pin: "4711" }),
  });
  const said: Said[] = [];
  const say = async (content: string) => {
    said.push({ role: "user", content });
    said.push({ role: "assistant", content: await jia.say(said, {}, ann) });
  };
  await say("unlock the front door");
  expect(jia.done()).toEqual(["lock.locked=false needs-confirmation"]);
  await say("4711");
  expect(jia.done()).toEqual(["lock.locked=false confirmed"]);
  await say("what time is it?");
  expect(jia.done()).toEqual([]);
});

it("one person does not go on with the chat of another", async () => {
  const [emma, ben] = [await person("Emma", "adult"), await person("Ben", "adult")];
  const first = await jia.say(["turn on the kitchen light"], {}, emma);
  jia.done();
  await jia.say(["turn on the kitchen light", first, "turn it off"], {}, ben);
  expect(jia.done()).toEqual([]);
  expect(await jia.say(["turn on the kitchen light", first, "turn it off"], {}, emma)).toMatch(/ off\.$/);
});
