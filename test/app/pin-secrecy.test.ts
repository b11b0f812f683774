import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config/index.ts";
import { createLogger } from "../../src/log.ts";
import { calls, ModelServer, words } from "../support/model-server.ts";
import { OWNER_TOKEN, ownerFetch } from "../support/owner.ts";

/** The PIN, and a wrong one; neither occurs in any other text of this test. */
const PIN = "583926174";
const WRONG = "904715386";
const SPOKEN = "five eight three nine two six one seven four";
const SECRETS = [PIN, WRONG, SPOKEN, "five eight three"];

const folder = mkdtempSync(join(tmpdir(), "jia-secret-"));
const model = new ModelServer();
/** Everything in the log. */
let logged = "";
/** Everything that the API answered and streamed. */
let answered = "";
let app: App;

beforeAll(async () => {
  await model.start();
  const { config } = loadConfig({
    flags: {},
    env: {
      JIA_PORT: "0",
      JIA_MQTT_PORT: "0",
      JIA_DATA: folder,
      JIA_TOKEN: OWNER_TOKEN,
      JIA_MODEL: "xiaomi/hunter-alpha",
      JIA_MODEL_URL: model.url,
      OPENROUTER_API_KEY: "sk-or-not-to-be-seen",
    },
    cwd: folder,
  });
  const sink = new Writable({
    write: (piece, _encoding, done) => {
      logged += String(piece);
      done();
    },
  });
  const log = createLogger("trace", sink);
  app = await startApp({
    config,
    root: process.cwd(),
    language: "en",
    env: {},
    log,
    signal: new AbortController().signal,
  });
}, 60_000);
afterAll(async () => {
  await app?.stop();
  await model.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const content = body && { "content-type": "application/json" };
  const sent = { method, headers: { ...content, ...headers }, ...(body && { body: JSON.stringify(body) }) };
  const answer = await ownerFetch(`${app.url}${path}`, sent);
  const text = await answer.text();
  answered += `${text}\n${JSON.stringify([...answer.headers])}\n`;
  return { status: answer.status, text };
}

const say = async (text: string, conversation = "talk", headers: Record<string, string> = {}) =>
  (await ask("POST", "/api/assistant", { text, conversation, room: "hallway" }, headers)).text;

it("a PIN is in no log, prompt, error, audit, conversation, run or answer after every use of it", async () => {
  expect((await ask("POST", "/api/people", { name: "Ann" })).status).toBe(201);
  expect((await ask("PUT", "/api/people/ann/pin", { pin: PIN })).status).toBe(200);
  const stream = new AbortController();
  const events = await ownerFetch(`${app.url}/api/events`, { signal: stream.signal });
  const heard = (async () => {
    for await (const piece of events.body ?? []) answered += Buffer.from(piece).toString("utf8");
  })().catch(() => undefined);

  // In a conversation: spoken, wrong, with other words, too late, in the sentence, and as a stream.
  expect(await say("unlock the front door")).toContain("What's the PIN?");
  expect(await say(SPOKEN)).toContain("unlocked");
  await say("unlock the front door");
  expect(await say(WRONG)).toContain("That's not the PIN");
  expect(await say(`please try ${WRONG} somewhere in the kitchen`)).toContain("digits");
  await say("no");
  expect(await say(PIN)).toContain("not waiting for a PIN");
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await say(`unlock the front door, my PIN is ${PIN}`, "other", { accept: "text/event-stream" })).toContain(
    "done",
  );
  for (const text of [
    `unlock the front door, ${PIN} is my PIN`,
    `use ${PIN} as the PIN and unlock the front door`,
    `${PIN}是我的密码，打开门锁`,
    `unlock the front door ${PIN}`,
    `my old pin was ${WRONG} and my pin is ${PIN}, unlock the front door`,
    `would the code ${WRONG} or rather ${PIN} please the hallway of a poet`,
  ]) {
    await say(text, `before ${text.length}`);
  }

  // Over the API: with a confirmation, wrong, malformed, in a header, and where nothing waits.
  const door = { properties: { "lock.locked": false } };
  const confirmation = async () =>
    JSON.parse((await ask("POST", "/api/devices/hallway-lock/properties", door)).text).confirmation.id;
  const first = await confirmation();
  expect((await ask("POST", `/api/confirmations/${first}`, { pin: WRONG })).status).toBe(403);
  expect((await ask("POST", `/api/confirmations/${first}`, { pin: `${PIN}x` })).status).toBe(403);
  await ask("POST", `/api/confirmations/${first}`, { pin: Number(PIN) });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await ask("POST", `/api/confirmations/${first}`, { pin: PIN })).status).toBe(200);
  expect((await ask("POST", `/api/confirmations/${first}`, { pin: PIN })).status).toBe(404);
  await ask("PUT", "/api/people/ann/pin", { pin: `${PIN}-${WRONG}` });
  const rule = {
    id: "post",
    name: "Post",
    triggers: [{ type: "webhook", key: "0123456789" }],
    actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }],
  };
  expect((await ask("POST", "/api/automations?approved=true", rule)).status).toBe(403);
  expect((await ask("POST", "/api/automations?approved=true", rule, { "x-jia-pin": PIN })).status).toBe(201);
  expect((await ask("POST", "/api/automations/post/run", {})).text).toContain("done");

  // A model is asked before, between and after.
  const reads = calls([{ tool: "find_devices", args: { room: "hallway" } }]);
  model.play(reads, words("A fine hallway."), words("Indeed."), words("Quite."));
  await say("what could one say about this hallway in a poem");
  await say("and what would a poet of old times have said of such a thing");
  expect(model.requests.length).toBeGreaterThan(0);

  for (const path of ["/api/audit", "/api/runs", "/api/people", "/api/people/ann/data", "/api/people/file"]) {
    await ask("GET", path);
  }
  stream.abort();
  await heard;
  const url = app.url;
  await app.stop();
  expect(url).not.toBe("");
  const stored = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
  expect(stored).toContain("scrypt$");
  for (const [where, text] of Object.entries({
    log: logged,
    answers: answered,
    prompts: JSON.stringify(model.requests.map(({ body }) => body)),
    store: stored,
  })) {
    for (const secret of SECRETS) expect(text.includes(secret), `${secret} in the ${where}`).toBe(false);
  }
  expect(answered).not.toContain("scrypt");
});
