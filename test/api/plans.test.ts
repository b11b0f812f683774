import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listening, planningApi } from "../support/api.ts";
import type { PlannerBench } from "../support/planner-bench.ts";
import { until } from "../support/until.ts";

let bench: PlannerBench;
let app: FastifyInstance;

beforeEach(async () => {
  ({ bench, app } = await planningApi());
});

afterEach(async () => {
  await app.close();
  await bench.close();
});

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
async function call(method: Method, url: string, payload?: object, language = "en") {
  const answer = await app.inject({
    method,
    url,
    headers: { "accept-language": language },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, never> & { [key: string]: unknown }>() };
}

const evening = {
  name: "Evening light",
  triggers: [{ type: "time", at: "18:30" }],
  actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
};
const dim = {
  name: "Movie night",
  aliases: ["电影之夜"],
  parameters: { brightness: { default: 20 } },
  steps: [{ target: { kind: "light" }, set: { "light.on": true, "light.brightness": { parameter: "brightness" } } }],
};

describe("automations over HTTP", () => {
  it("saves, lists, previews, runs, switches off and deletes", async () => {
    const made = await call("POST", "/api/automations", evening);
    expect(made).toMatchObject({
      status: 201,
      body: {
        definition: { id: "evening-light" },
        nextRun: "2026-11-24T18:30:00.000Z",
        description: "Every day at 18:30: turn on the lamp. Next: today 18:30.",
      },
    });
    expect((await call("POST", "/api/automations", { ...evening, id: "evening-light" })).status).toBe(409);
    const next = await call("GET", "/api/automations/evening-light/next?count=2");
    expect(next.body["next"]).toEqual(["2026-11-24T18:30:00.000Z", "2026-11-25T18:30:00.000Z"]);
    const dry = await call("POST", "/api/automations/evening-light/dry-run");
    expect(dry.body["steps"]).toMatchObject([
      { result: "would-do", text: "turn on the lamp", detail: "the lamp: power off → on" },
    ]);
    const run = await call("POST", "/api/automations/evening-light/run", {});
    expect(run.body).toMatchObject({
      status: "done",
      steps: [{ outcomes: [{ device: "lamp", status: "confirmed" }] }],
    });
    const off = await call("PATCH", "/api/automations/evening-light", { enabled: false });
    expect(off.body).toMatchObject({ nextRun: null, definition: { enabled: false } });
    expect((await call("DELETE", "/api/automations/evening-light")).status).toBe(200);
    expect((await call("GET", "/api/automations/evening-light")).status).toBe(404);
    const runs = await call("GET", "/api/runs?of=evening-light");
    expect(runs.body["runs"]).toHaveLength(1);
    const why = await call("GET", "/api/why?device=lamp&address=light.on");
    expect(why.body["text"]).toContain('by the automation "Evening light"');
  });

  it("tells what a yes is for, and refuses addresses that are not public on every route", async () => {
    const sending = (webhook: string) => ({ ...evening, actions: [{ type: "notify", message: "on", webhook }] });
    const question =
      'Save this rule: every day at 18:30, send the notice "on", and post it with the automation\'s name and the time to hooks.example.org, until you delete it?';
    const far = sending("https://hooks.example.org/secret");
    expect((await call("POST", "/api/automations/validate", far)).body).toMatchObject({ question, problems: [] });
    expect((await call("POST", "/api/automations/validate", evening)).body).toMatchObject({ question: null });
    const text = (...automations: object[]) => ({ text: JSON.stringify({ automations }) });
    expect((await call("POST", "/api/definitions/diff", text(far))).body).toMatchObject({
      changes: [{ change: "add", asks: true, question }],
    });
    const near = sending("http://[::ffff:127.0.0.1]:8480/api/x");
    const tries = [
      await call("POST", "/api/automations?approved=true", near),
      await call("PUT", "/api/automations/x?approved=true", near),
      await call("POST", "/api/definitions/import", { ...text(near), approved: true }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(JSON.stringify(tries[0]?.body)).toContain("is not a public address");
    expect((await call("GET", "/api/automations")).body["automations"]).toEqual([]);
    const made = await call("POST", "/api/automations", far);
    expect(made.body).toMatchObject({ approved: false, heldBack: expect.stringContaining("A yes is missing") });
    expect((await call("GET", "/api/automations/evening-light", undefined, "zh")).body["heldBack"]).toContain(
      "缺少确认",
    );
    expect((await call("GET", "/api/planned?from=2026-11-24T12:00:00Z")).body["planned"]).toMatchObject([
      { id: "evening-light", heldBack: expect.stringContaining("hooks.example.org") },
    ]);
    expect((await call("POST", "/api/automations/evening-light/run", {})).body).toMatchObject({
      status: "failed",
      steps: [{ detail: expect.stringContaining("nobody has confirmed") }],
    });
    expect(bench.posts).toEqual([]);
  });

  it("names every problem in the language of the reader, and saves nothing", async () => {
    const broken = {
      name: "Broken",
      triggers: [
        { type: "cron", expression: "0 25 * * *" },
        { type: "property", target: "lampp", property: "light.on" },
      ],
      actions: [{ type: "set", target: "lamp", set: { "light.brightness": 400 } }],
    };
    const checked = await call("POST", "/api/automations/validate", broken, "zh");
    expect(checked.body["definition"]).toBeNull();
    expect(checked.body["problems"]).toEqual([
      expect.objectContaining({ field: "triggers[0].expression", value: "0 25 * * *" }),
      { field: "triggers[1].target", value: "lampp", message: "没有这个设备", fix: "是不是想写“lamp”？" },
      expect.objectContaining({ field: 'actions[0].set["light.brightness"]', value: "400" }),
    ]);
    const refused = await call("POST", "/api/automations", broken);
    expect(refused).toMatchObject({ status: 400, body: { code: "invalid-definition" } });
    expect((await call("GET", "/api/automations")).body["automations"]).toEqual([]);
  });

  it("starts an automation by its webhook", async () => {
    await call("POST", "/api/automations", { ...evening, triggers: [{ type: "webhook", key: "open-sesame" }] });
    expect((await call("POST", "/api/webhooks/open-sesame")).status).toBe(202);
    expect((await call("POST", "/api/webhooks/wrong-key")).status).toBe(404);
    await bench.settled();
    expect(bench.home.device("lamp")?.state.get("light.on")?.value).toBe(true);
  });
});

describe("scenes over HTTP", () => {
  it("an undo tells what it could not restore", async () => {
    const steps = [{ target: "lamp", invoke: "light.toggle" }];
    expect(await call("POST", "/api/scenes", { name: "Flash", steps })).toMatchObject({ status: 201 });
    expect((await call("POST", "/api/scenes/flash/activate", {})).status).toBe(200);
    expect(await call("POST", "/api/scenes/flash/undo")).toMatchObject({
      status: 200,
      body: { outcomes: [], lost: [{ device: "lamp", action: "light.toggle" }] },
    });
  });

  it("saves, previews, activates with parameters, undoes, and makes one from the present state", async () => {
    const made = await call("POST", "/api/scenes", dim);
    expect(made).toMatchObject({ status: 201, body: { definition: { id: "movie-night" } } });
    expect((await call("GET", "/api/scenes?text=电影之夜")).body["scenes"]).toHaveLength(1);
    const preview = await call("POST", "/api/scenes/movie-night/preview", { parameters: { brightness: 10 } });
    expect(preview.body["changes"]).toContainEqual({
      device: "lamp",
      id: "test:lamp",
      property: "light.brightness",
      before: 70,
      after: 10,
    });
    const activated = await call("POST", "/api/scenes/movie-night/activate", { parameters: { brightness: 10 } });
    expect(activated).toMatchObject({ status: 200 });
    expect(bench.home.device("lamp")?.state.get("light.brightness")?.value).toBe(10);
    expect((await call("POST", "/api/scenes/movie-night/activate", { parameters: { colour: 1 } })).status).toBe(400);
    expect((await call("POST", "/api/scenes/movie-night/undo")).status).toBe(200);
    expect(bench.home.device("lamp")?.state.get("light.brightness")?.value).toBe(70);
    expect(bench.home.device("lamp")?.state.get("light.on")?.value).toBe(false);
    expect((await call("POST", "/api/scenes/movie-night/undo")).status).toBe(404);
    const now = await call("POST", "/api/scenes/snapshot", { name: "As it was", target: { kind: "light" } });
    expect(now.body["steps"]).toEqual([
      { target: "test:lamp", set: { "light.on": false } },
      { target: "test:hall", set: { "light.on": false } },
    ]);
  });

  it("refuses to delete a scene that an automation uses", async () => {
    await call("POST", "/api/scenes", dim);
    await call("POST", "/api/automations", { ...evening, actions: [{ type: "scene", scene: "movie-night" }] });
    expect((await call("DELETE", "/api/scenes/movie-night")).status).toBe(409);
  });
});

describe("timers over HTTP", () => {
  it("starts, lists, extends, pauses, resumes and cancels", async () => {
    const made = await call("POST", "/api/timers", {
      name: "pasta",
      seconds: 480,
      commands: [{ device: "lamp", properties: { "light.on": true } }],
    });
    expect(made).toMatchObject({ status: 201, body: { state: "running", dueAt: "2026-11-24T12:08:00.000Z" } });
    const url = `/api/timers/${String(made.body["id"])}`;
    expect((await call("POST", `${url}/add`, { seconds: 60 })).body).toMatchObject({ remainingMs: 540_000 });
    expect((await call("POST", `${url}/pause`)).body).toMatchObject({ state: "paused", dueAt: null });
    expect((await call("POST", `${url}/pause`)).status).toBe(409);
    expect((await call("POST", `${url}/resume`)).body).toMatchObject({ state: "running" });
    const planned = await call("GET", "/api/planned?from=2026-11-24T12:00:00Z");
    expect(planned.body["planned"]).toMatchObject([{ kind: "timer", name: "pasta" }]);
    expect((await call("DELETE", url)).status).toBe(200);
    expect((await call("GET", "/api/timers")).body["timers"]).toEqual([]);
    expect(
      (
        await call("POST", "/api/timers", {
          seconds: 5,
          commands: [{ device: "lamp", properties: { "light.nope": 1 } }],
        })
      ).status,
    ).toBe(400);
  });
});

describe("the file form over HTTP", () => {
  it("exports, imports the same again, shows differences, and prunes when told to", async () => {
    await call("POST", "/api/scenes", dim);
    await call("POST", "/api/automations", evening);
    const yaml = (await app.inject({ method: "GET", url: "/api/definitions" })).body;
    expect(yaml).toContain("- id: movie-night");
    const changed = yaml.replace("18:30", "19:00");
    const difference = await call("POST", "/api/definitions/diff", { text: changed });
    expect(difference.body["changes"]).toMatchObject([
      { kind: "scene", id: "movie-night", change: "same" },
      { kind: "automation", id: "evening-light", change: "change", fields: ["triggers"] },
    ]);
    await call("POST", "/api/definitions/import", { text: changed });
    expect((await call("GET", "/api/automations/evening-light")).body).toMatchObject({
      nextRun: "2026-11-24T19:00:00.000Z",
    });
    await call("POST", "/api/definitions/import", { text: "scenes: []", prune: true });
    expect((await app.inject({ method: "GET", url: "/api/definitions?form=json" })).json()).toEqual({
      scenes: [],
      automations: [],
    });
  });

  it("refuses a broken file as a whole", async () => {
    const half = `scenes: []\nautomations:\n  - ${JSON.stringify({ ...evening, id: "good" })}\n  - {id: bad, name: Bad, triggers: [], actions: []}\n`;
    const refused = await call("POST", "/api/definitions/import", { text: half, file: "home.yaml" });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain("automations[1].triggers");
    expect((await call("GET", "/api/automations")).body["automations"]).toEqual([]);
    expect((await call("POST", "/api/definitions/diff", { text: "scenes: [" })).status).toBe(400);
    expect((await call("POST", "/api/definitions/diff", { text: "senes: []" })).status).toBe(400);
  });
});

it("the stream of runs has runs, ends of timers and notices", async () => {
  const url = await listening(app);
  const stop = new AbortController();
  const answer = await fetch(`${url}/api/runs/events`, { signal: stop.signal });
  const seen: string[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) seen.push(decoder.decode(chunk as Uint8Array));
  })().catch(() => undefined);
  await call("POST", "/api/automations", { ...evening, actions: [{ type: "notify", message: "hello" }] });
  await call("POST", "/api/automations/evening-light/run", {});
  await call("POST", "/api/timers", { name: "pasta", seconds: 5 });
  await bench.advance("10s");
  await until("the timer's end", () => seen.join("").includes("event: timer-finished"));
  stop.abort();
  await reading;
  const names = [...seen.join("").matchAll(/^event: (.+)$/gm)].map(([, name]) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      "definitions-changed",
      "run-started",
      "notice",
      "run-finished",
      "timers-changed",
      "timer-finished",
    ]),
  );
});

it("on an instance that stands by, routes of plans answer that another one runs the schedules", async () => {
  await call("POST", "/api/automations", evening);
  await bench.planner.stop();
  for (const path of ["automations", "scenes", "timers", "planned", "definitions"]) {
    expect(await call("GET", `/api/${path}`)).toMatchObject({ status: 503, body: { code: "stands-by" } });
  }
  await bench.restart();
});

it("routes of plans are in the OpenAPI document", async () => {
  await app.ready();
  const paths = Object.keys(app.swagger().paths ?? {});
  for (const path of ["/api/scenes/{id}/activate", "/api/automations/validate", "/api/runs", "/api/timers/{id}/add"]) {
    expect(paths).toContain(path);
  }
});
