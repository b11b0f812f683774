import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { exampleHome } from "../../bench/support/homes.ts";
import { settingsResource } from "../../src/api/resources/settings.ts";
import { type LiveSettings, Settings } from "../../src/app/settings.ts";
import { type ConfigSources, loadConfig } from "../../src/config/index.ts";
import { testApiOn } from "../support/api.ts";
import { ManualClock } from "../support/clock.ts";

const YAML = `# My home.
log:
  level: warn # quiet
server:
  # port: 9000
model.key: sk-or-secret-in-yaml
mqtt:
  url: mqtt://jia:broker-password@192.168.1.10:1883
`;

/** The API over a jia.yaml. */
async function settingsApi({
  yaml = YAML,
  env = {},
  live = {},
}: {
  yaml?: string | null;
  env?: ConfigSources["env"];
  live?: LiveSettings;
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), "jia-settings-"));
  const file = join(folder, "jia.yaml");
  if (yaml !== null) writeFileSync(file, yaml, { mode: 0o640 });
  const sources = { flags: { port: "0" }, env, cwd: folder };
  const { config } = loadConfig(sources);
  const restarted: (() => Promise<void>)[] = [];
  const settings = new Settings({ config, sources, live, restart: (work) => restarted.push(work) });
  const home = exampleHome("flat");
  const app = await testApiOn(home, new ManualClock(), { resources: [settingsResource.bind({ home, settings })] });
  onTestFinished(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const get = async (language = "en") => {
    const answer = await app.inject({ url: "/api/settings", headers: { "accept-language": language } });
    const list = answer.json<{ settings: readonly { readonly name: string }[] }>().settings;
    return { text: answer.body, of: (name: string) => list.find((each) => each.name === name) };
  };
  const change = async (settings: object, language = "en") => {
    const headers = { "accept-language": language };
    const answer = await app.inject({ method: "PATCH", url: "/api/settings", headers, payload: { settings } });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  return { app, get, change, file, restarted };
}

it("settings are listed with value, default, source, type and words, and secrets only as set", async () => {
  const { get, file } = await settingsApi({ env: { JIA_MODEL: "qwen" } });
  const { of, text } = await get();
  expect(of("log.level")).toMatchObject({
    value: "warn",
    default: "warn",
    source: "file",
    from: file,
    changes: "restart",
  });
  expect(of("model.name")).toMatchObject({ value: "qwen", source: "environment", from: "JIA_MODEL" });
  expect(of("server.port")).toMatchObject({
    source: "flag",
    from: "--port",
    schema: { type: "integer", maximum: 65535 },
  });
  expect(of("model.key")).toMatchObject({ value: null, saved: null, secret: true, isSet: true });
  expect(of("mqtt.password")).toMatchObject({ secret: true, isSet: false });
  expect(of("server.token")).toMatchObject({ changes: "file" });
  expect(of("conversations.days")).toMatchObject({
    about: "How many days a conversation is kept after its last turn.",
    schema: { type: "integer", minimum: 1 },
  });
  expect((await get("zh")).of("conversations.days")).toMatchObject({ about: "对话在最后一轮之后保留多少天。" });
  expect(text).not.toContain("sk-or-secret-in-yaml");
  expect(text).not.toContain("broker-password");
});

it("a change is written into jia.yaml beside its comments, and says whether a restart is needed", async () => {
  const taken: unknown[] = [];
  const { change, get, file } = await settingsApi({ live: { "log.level": (level) => taken.push(level) } });
  const { body } = await change({ "log.level": "info", "notices.minutes.door": 20, "model.key": "sk-new-key" });
  expect(body["restartNeeded"]).toEqual(["model.key", "notices.minutes.door"]);
  expect(JSON.stringify(body)).not.toContain("sk-new-key");
  expect(taken).toEqual(["info"]);
  const text = readFileSync(file, "utf8");
  for (const kept of ["# My home.", "level: info # quiet", "# port: 9000", "model.key: sk-new-key", "door: 20"]) {
    expect(text).toContain(kept);
  }
  expect(statSync(file).mode & 0o777).toBe(0o640);
  const { of } = await get();
  expect(of("log.level")).toMatchObject({ value: "info", changes: "now", restartNeeded: false });
  expect(of("notices.minutes.door")).toMatchObject({ value: 15, saved: 20, restartNeeded: true });
  await change({ "notices.minutes.door": null, "log.level": null });
  expect((await get()).of("notices.minutes.door")).toMatchObject({ value: 15, saved: 15, restartNeeded: false });
  expect(taken).toEqual(["info", "warn"]);
});

it("a setting goes into a group that is empty, and into a file that is not there yet, which only its owner can read", async () => {
  const empty = await settingsApi();
  await empty.change({ "server.port": 9000 }).then(({ status }) => expect(status).toBe(409));
  await empty.change({ "simulator.seed": 7, "policy.outgoing": ["https://hooks.example.org"] });
  expect(readFileSync(empty.file, "utf8")).toContain("simulator:\n  seed: 7");
  const { change, file } = await settingsApi({ yaml: null });
  expect((await change({ "history.keep.raw": 5 })).status).toBe(200);
  expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual(["history:\n  keep:\n    raw: 5\n", 0o600]);
});

it("what is not valid is refused with field, value and fix, and nothing is written", async () => {
  const { change, file } = await settingsApi();
  const message = async (given: object, language?: string) => {
    const { status, body } = await change(given, language);
    return [status, JSON.stringify(body)];
  };
  const [status, text] = await message({ "log.level": "loud", "conversations.days": 0 });
  expect([status, text]).toEqual([400, expect.stringMatching(/log\.level.*loud.*Use.*conversations\.days/)]);
  expect(await message({ "log.levl": "info" })).toEqual([400, expect.stringContaining("Did you mean log.level?")]);
  expect(await message({ "log.levl": "info" }, "zh")).toEqual([400, expect.stringContaining("是不是想写 log.level")]);
  expect((await message({ "mqtt.password": "", "log.level": "info" }))[0]).toBe(400);
  expect(await message({})).toEqual([400, expect.anything()]);
  expect(readFileSync(file, "utf8")).toBe(YAML);
});

it.each(["server.token", "server.host", "data", "specs.folder", "database.url"])(
  "%s is changed only at the machine itself",
  async (name) => {
    const { change, file } = await settingsApi();
    expect(await change({ [name]: "/tmp/elsewhere-than-before" })).toMatchObject({ status: 403 });
    expect(readFileSync(file, "utf8")).toBe(YAML);
  },
);

it("programs, and variables that go to a server or a channel, are named only at the machine itself", async () => {
  const { change, file } = await settingsApi();
  const program = { name: "any", command: "/bin/sh", args: ["-c", "id"], tools: ["any"] };
  const sent = { name: "any", url: "http://192.0.2.1/mcp", token: "OPENROUTER_API_KEY", tools: ["any"] };
  const channel = { name: "any", way: "webhook", secrets: { token: "OPENROUTER_API_KEY" } };
  for (const given of [
    { "mcp.servers": [program] },
    { "mcp.servers": [sent] },
    { "notices.channels": [channel] },
    { "log.level": "info", "mcp.servers": [program] },
  ]) {
    expect(await change(given)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  }
  expect(readFileSync(file, "utf8")).toBe(YAML);
});

it("an address as it is shown is refused, because its stars would replace the password", async () => {
  const { change, get, file } = await settingsApi();
  const { value } = (await get()).of("mqtt.url") as unknown as { readonly value: string };
  expect(value).toContain("***");
  const { status, body } = await change({ "mqtt.url": value });
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining("in place of its password")]);
  expect(readFileSync(file, "utf8")).toBe(YAML);
});

it("a key that is kept goes to another server only when it is given with the address, or another one is", async () => {
  const { change, file } = await settingsApi();
  const away = { "model.url": "https://192.0.2.1/v1" };
  const { status, body } = await change(away);
  expect([status, JSON.stringify(body)]).toEqual([403, expect.stringContaining("Give model.key with it")]);
  expect((await change({ ...away, "model.key": "sk-other" })).status).toBe(200);
  expect((await change({ "model.url": "https://192.0.2.1/v2" })).status).toBe(200);
  expect((await change({ "model.url": "https://192.0.2.2/v1", "model.key": null })).status).toBe(200);
  expect(readFileSync(file, "utf8")).not.toContain("sk-");
  const byVariable = await settingsApi({ yaml: null, env: { OPENROUTER_API_KEY: "sk-of-the-environment" } });
  expect((await byVariable.change(away)).status).toBe(403);
});

it("a variable that wins over the file is named, and the file stays", async () => {
  const { change, file } = await settingsApi({ env: { JIA_LOG: "debug" } });
  const { status, body } = await change({ "log.level": "info" });
  expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining("JIA_LOG")]);
  const chinese = await change({ "log.level": "info" }, "zh");
  expect(JSON.stringify(chinese.body)).toContain("由 JIA_LOG 设定");
  expect(readFileSync(file, "utf8")).toBe(YAML);
});

it("a jia.yaml that is a link stays one, and one with mistakes is left as it is", async () => {
  const { change, file } = await settingsApi({ yaml: null });
  const real = `${file}.real`;
  writeFileSync(real, "log:\n  level: info\n");
  symlinkSync(real, file);
  expect((await change({ "conversations.days": 3 })).status).toBe(200);
  expect(readFileSync(real, "utf8")).toContain("days: 3");
  writeFileSync(real, "log: [");
  expect((await change({ "conversations.days": 4 })).status).toBe(400);
  expect(readFileSync(real, "utf8")).toBe("log: [");
});

it("a jia.yaml that is a folder is told of", async () => {
  const { change, file } = await settingsApi({ yaml: null });
  mkdirSync(file);
  const { status, body } = await change({ "conversations.days": 4 });
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining("cannot read")]);
});

it("a restart is asked for by the API, and happens after the answer", async () => {
  const { app, restarted } = await settingsApi();
  const answer = await app.inject({ method: "POST", url: "/api/restart" });
  expect([answer.statusCode, restarted.length]).toEqual([202, 1]);
});
