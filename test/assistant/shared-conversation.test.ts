import { afterAll, beforeAll, expect, it } from "vitest";
import { LocalAssistant } from "../../src/assistant/local/index.ts";
import { currentValue } from "../../src/home/index.ts";
import { simulatedHome, testAssistant } from "../support/assistant.ts";
import { startPlanner } from "../support/assistant-planner.ts";
import { calls, ModelServer, words } from "../support/model-server.ts";

const server = new ModelServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

/** An assistant with the real local engine and a model that plays a script. */
function setup() {
  const simulated = simulatedHome();
  const local = new LocalAssistant({ home: simulated.home, clock: simulated.clock });
  local.start();
  return { ...simulated, ...testAssistant(server, { simulated, local }) };
}

it("'it' means the device of the last turn, whether the local engine or the model ran it", async () => {
  const { assistant, home } = setup();
  const lamp = () => {
    const device = home.device("living-lamp");
    return device && currentValue(device, "light.on");
  };
  const first = await assistant.ask({ text: "turn on the floor lamp" });
  expect(first.path).toBe("local");
  expect(lamp()).toBe(true);

  const { conversation } = first;
  const writes = [{ device: "living-lamp", property: "light.brightness", value: 20 }];
  server.play(calls([{ tool: "set_properties", args: { writes, say: "Nice and cosy." } }]));
  const second = await assistant.ask({ text: "give it a romantic mood for a candlelight dinner", conversation });
  expect(second.path).toBe("model");
  const message = server.requests[0]?.body.messages.at(-1)?.content;
  expect(message).toContain('living-lamp "Floor lamp": on=true');

  const third = await assistant.ask({ text: "turn it off", conversation });
  expect(third.path).toBe("local");
  expect(lamp()).toBe(false);
  expect(server.problems).toEqual([]);
});

it("the model gets the hints of the local engine for a text that it did not understand", async () => {
  const { assistant } = setup();
  server.play(words("落地灯可以调色温和颜色。"));
  const { reply } = await assistant.ask({ text: "落地灯能玩出什么花样" });
  expect(reply).toBe("落地灯可以调色温和颜色。");
  expect(server.requests[0]?.body.messages.at(-1)?.content).toContain('living-lamp "Floor lamp": on=false');
});

it("a yes to a question of the local engine needs no model", async () => {
  const { assistant, home } = setup();
  server.play();
  const asked = await assistant.ask({ text: "unlock the front door" });
  expect(asked).toMatchObject({ path: "local", expectsReply: true });
  const done = await assistant.ask({ text: "yes", conversation: asked.conversation });
  expect(done.outcomes).toMatchObject([{ status: "confirmed", value: false }]);
  const lock = home.device("hall-lock");
  expect(lock && currentValue(lock, "lock.locked")).toBe(false);
});

it.each([
  ["yes", false, 1],
  ["no", true, 0],
])("one answer settles the commands and the plans of a sentence: %s", async (answer, locked, timers) => {
  const simulated = simulatedHome();
  const { home, clock } = simulated;
  const { planner, stop } = await startPlanner(home, clock.now());
  const local = new LocalAssistant({ home, clock, planner });
  local.start();
  const { assistant } = testAssistant(server, { simulated, local });
  server.play();
  const text = "unlock the front door and unlock it again in ten minutes";
  const { conversation } = await assistant.ask({ text });
  await assistant.ask({ text: answer, conversation });
  const lock = home.device("hall-lock");
  expect(lock && currentValue(lock, "lock.locked")).toBe(locked);
  expect(planner.timers.list()).toHaveLength(timers);
  // Nothing stays open for a later yes.
  await assistant.ask({ text: "yes", conversation });
  expect(planner.timers.list()).toHaveLength(timers);
  await stop();
});

it("a yes goes to the model after its question, and to nobody without a question", async () => {
  const { assistant } = setup();
  server.play(words("Shall I tell you a joke?"), words("Two lamps walk into a bar."));
  const { conversation } = await assistant.ask({ text: "I am bored to tears tonight somehow" });
  expect(await assistant.ask({ text: "yes", conversation })).toMatchObject({ path: "model" });
  expect(await assistant.ask({ text: "yes", conversation })).toMatchObject({ path: "local", outcomes: [] });
  expect(await assistant.ask({ text: "ok", conversation })).toMatchObject({ path: "local", outcomes: [] });
});

it("the local engine undoes what the model did", async () => {
  const { assistant, home } = setup();
  const lamp = () => {
    const device = home.device("living-lamp");
    return device && currentValue(device, "light.on");
  };
  const writes = [{ device: "living-lamp", property: "light.on", value: true }];
  server.play(calls([{ tool: "set_properties", args: { writes, say: "Done." } }]));
  const { conversation } = await assistant.ask({ text: "let the corner of the sofa glow a little" });
  expect(lamp()).toBe(true);
  const undone = await assistant.ask({ text: "undo", conversation });
  expect(undone.path).toBe("local");
  expect(lamp()).toBe(false);
});
