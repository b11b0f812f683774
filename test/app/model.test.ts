import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { textOf } from "../../src/language/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { calls, ModelServer, words } from "../support/model-server.ts";
import { until } from "../support/until.ts";

const server = new ModelServer();
let app: App;
beforeAll(async () => {
  await server.start();
  server.models = ["some/model", "xiaomi/mimo-v2.6-pro"];
  app = await runningApp({
    JIA_MODEL: "xiaomi/hunter-alpha",
    JIA_MODEL_URL: server.url,
    JIA_MODEL_FALLBACKS: "xiaomi/mimo-v2.6-pro",
    OPENROUTER_API_KEY: "sk-or-not-to-be-seen",
  });
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});
afterEach(() => expect(server.problems).toEqual([]));

describe("a whole Jia with a model", () => {
  it("takes the next model of the list when the first is gone, and says so", () => {
    const { model } = app;
    expect(model).toMatchObject({ state: "in-use", model: "xiaomi/mimo-v2.6-pro" });
    const notice = model.state === "in-use" ? model.notice : null;
    expect(textOf(notice ?? "", "en")).toContain("now uses xiaomi/mimo-v2.6-pro");
  });

  it("answers what the local understanding does not know, in one model call", async () => {
    const write = { device: "living-floor-lamp", property: "light.brightness", value: 10 };
    server.play(calls([{ tool: "set_properties", args: { writes: [write], say: "A cosy light it is." } }]));
    const said = "make the floor lamp in the living room as cosy as a candle in an old pub";
    const { code, out } = await run(COMMANDS, ["say", "--url", app.url, "--json", said]);
    const answer = JSON.parse(out);
    expect([code, answer.reply, answer.path]).toEqual([0, "A cosy light it is.", "model"]);
    expect(Object.keys(answer)).toEqual([
      "reply",
      "expectsReply",
      "path",
      "conversation",
      "outcomes",
      "calls",
      "usage",
      "ms",
    ]);
    expect(answer.outcomes[0]).toMatchObject({ property: "light.brightness", value: 10, status: "confirmed" });
    expect(JSON.stringify(server.requests.at(-1)?.body)).not.toContain("not-to-be-seen");
  });

  it("does not repeat a model's claim that no device confirmed", async () => {
    server.play(words("Done, it is cosy now."), words("Done!"));
    const { code, out } = await run(COMMANDS, ["say", "--url", app.url, "please make everything as cosy as a candle"]);
    expect(code).toBe(1);
    expect(out).not.toContain("cosy now");
  });

  it("stops the model's answer when the person stops the turn", async () => {
    server.play({ events: [], end: "hang" });
    const stop = new AbortController();
    const saying = run(COMMANDS, ["say", "--url", app.url, "tell me a very long story about cosy candles"], {
      signal: stop.signal,
    });
    await until("the model's turn", () => server.left === 0);
    stop.abort();
    expect((await saying).code).toBe(130);
    await until("the closed connection", () => server.abandoned > 0);
  });
});
