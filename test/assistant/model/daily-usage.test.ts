import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DailyUsage } from "../../../src/assistant/model/index.ts";
import { openStore } from "../../../src/store/index.ts";
import { simulatedHome, testAssistant } from "../../support/assistant.ts";
import { ManualClock } from "../../support/clock.ts";
import { delta, ModelServer, usageChunk, words } from "../../support/model-server.ts";

const server = new ModelServer();
beforeAll(async () => await server.start());
afterAll(async () => await server.stop());

/** 23:50 in Shanghai. */
const EVENING = Date.parse("2026-12-01T15:50:00Z");

describe("what the model uses on a day", () => {
  let clock: ManualClock;
  let store: Awaited<ReturnType<typeof openStore>>;
  const errors: unknown[] = [];
  const counting = async (limits: { tokens: number | null; dollars: number | null }): Promise<DailyUsage> => {
    const daily = new DailyUsage({
      ...{ storage: store.modelUsage, limits, clock },
      timezone: () => "Asia/Shanghai",
      onError: (error) => errors.push(error),
    });
    await daily.start();
    return daily;
  };
  const ask = (daily: DailyUsage, text: string, language: "en" | "zh" = "en") =>
    testAssistant(server, { daily, simulated: simulatedHome(clock) }).assistant.ask({ text, language });

  beforeEach(async () => {
    clock = new ManualClock(EVENING);
    store = await openStore({ path: ":memory:" }, clock);
    return () => {
      expect(errors).toEqual([]);
      return store.close();
    };
  });

  it("is counted as the server states it", async () => {
    const daily = await counting({ tokens: null, dollars: null });
    server.play(words("Blue is a colour.", { usage: { prompt: 1200, completion: 30, cached: 1000, cost: 0.002 } }));
    await ask(daily, "what is blue?");
    expect(daily.today).toEqual({
      requests: 1,
      promptTokens: 1200,
      completionTokens: 30,
      cachedTokens: 1000,
      cost: 0.002,
    });
    expect(daily.reached).toBeNull();
  });

  it.each(["-5", "1e999"])("takes a cost of %s, which no server can mean, as none", async (cost) => {
    const daily = await counting({ tokens: null, dollars: 1 });
    // As text, because JSON.stringify knows no number that is read as Infinity.
    const usage = `data: ${JSON.stringify(usageChunk({ cost: 7 })).replace('"cost":7', `"cost":${cost}`)}\n\n`;
    server.play({ events: [delta({ content: "Blue." }), delta({}, "stop"), usage] });
    expect((await ask(daily, "what is blue?")).reply).toBe("Blue.");
    expect([daily.today.requests, daily.today.cost, daily.reached]).toEqual([1, 0, null]);
  });

  it.each([
    { limits: { tokens: 1_000, dollars: null }, which: "tokens" },
    { limits: { tokens: null, dollars: 0.01 }, which: "dollars" },
  ])(
    "ends at its limit of $which, is told with the reason, and no further request leaves the house",
    async ({ limits, which }) => {
      const daily = await counting(limits);
      server.play(words("Blue is a colour.", { usage: { prompt: 990, completion: 30, cost: 0.02 } }));
      await ask(daily, "what is blue?");
      expect(daily.reached).toBe(which);
      const before = server.requests.length;
      const english = await ask(daily, "what is red?");
      expect(english.reply).toContain("its limit for today is used up");
      expect(english.failed).toBe(true);
      expect((await ask(daily, "红色是什么？", "zh")).reply).toContain("今天的用量已到上限");
      expect(server.requests.length).toBe(before);
    },
  );

  it("begins anew at midnight of the home", async () => {
    const daily = await counting({ tokens: 100, dollars: null });
    server.play(words("Blue.", { usage: { prompt: 90, completion: 30 } }), words("Red.", { usage: { prompt: 9 } }));
    await ask(daily, "what is blue?");
    expect(daily.reached).toBe("tokens");
    clock.advance(15 * 60_000);
    expect(daily.reached).toBeNull();
    expect((await ask(daily, "what is red?")).reply).toBe("Red.");
    expect(await store.modelUsage.ofDay("2026-12-01")).toMatchObject({ requests: 1, promptTokens: 90 });
    expect(await store.modelUsage.ofDay("2026-12-02")).toMatchObject({ requests: 1, promptTokens: 9 });
  });

  it("is still known when the clock is set over midnight and back, and read for a day before this start", async () => {
    const usage = { promptTokens: 90, completionTokens: 30, cachedTokens: 0, cost: 0.5 };
    (await counting({ tokens: 100, dollars: null })).add(usage);
    await expect.poll(async () => (await store.modelUsage.ofDay("2026-12-01"))?.requests).toBe(1);
    clock.advance(15 * 60_000);
    const daily = await counting({ tokens: 100, dollars: null });
    daily.add(usage);
    expect(daily.reached).toBe("tokens");
    clock.advance(-15 * 60_000);
    await expect.poll(() => daily.reached).toBe("tokens");
    expect(daily.today).toMatchObject({ requests: 1, promptTokens: 90 });
    clock.advance(15 * 60_000);
    expect(daily.today).toMatchObject({ requests: 1, promptTokens: 90 });
    expect(daily.reached).toBe("tokens");
  });

  it("is known after a restart, and adds up what two instances use", async () => {
    const first = await counting({ tokens: null, dollars: null });
    const second = await counting({ tokens: null, dollars: null });
    const usage = { promptTokens: 10, completionTokens: 5, cachedTokens: 0, cost: 0.5 };
    first.add(usage);
    second.add({ ...usage, cost: null });
    await expect.poll(async () => (await store.modelUsage.ofDay("2026-12-01"))?.requests).toBe(2);
    const restarted = await counting({ tokens: 30, dollars: null });
    expect(restarted.today).toMatchObject({ requests: 2, promptTokens: 20, completionTokens: 10, cost: 0.5 });
    expect(restarted.reached).toBe("tokens");
  });

  it("is estimated where an answer breaks off before its usage comes", async () => {
    const daily = await counting({ tokens: null, dollars: null });
    const cut = { events: [delta({ content: "A long story begins, and" })], end: "cut", slice: 40 } as const;
    server.play(cut, cut, cut, cut);
    await ask(daily, "tell me a long story");
    const { requests, promptTokens, completionTokens, cost } = daily.today;
    expect(requests).toBeGreaterThan(0);
    // The rules of the prompt alone are longer than a thousand tokens.
    expect(promptTokens / requests).toBeGreaterThan(1_000);
    expect(completionTokens / requests).toBeGreaterThan(4);
    expect(cost).toBe(0);
  });
});
