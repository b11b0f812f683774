import { expect, it } from "vitest";
import { calls } from "../../support/model-server.ts";
import { openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

it.each([["热得后背都湿透了，想想办法", "算了，先别开"]])(
  "a correction of a model's command is left to the model: %s, %s",
  async (wish, said) => {
    const talk = await openTalk(server, "flat", { room: "living" });
    const write = (value: boolean) => ({ writes: [{ device: "living-ac", property: "on", value }], say: "OK." });
    server.play(calls([{ tool: "set_properties", args: write(true) }]));
    expect((await talk.say(wish)).path).toBe("model");
    server.play(calls([{ tool: "set_properties", args: write(false) }]));
    const { path, outcomes } = await talk.say(said);
    expect([path, outcomes.map((outcome) => "value" in outcome && outcome.value)]).toEqual(["model", [false]]);
  },
);
