import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { configuredChannels } from "../../../src/app/channels/configured.ts";
import { Vapid, waysToSend } from "../../../src/app/channels/index.ts";
import { OutgoingPost } from "../../../src/app/outgoing.ts";
import { loadConfig } from "../../../src/config/index.ts";
import { textOf } from "../../../src/language/index.ts";
import { ManualClock } from "../../support/clock.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { NoticeBench } from "../../support/notice-bench.ts";
import { NtfyServer } from "../../support/receivers/phone-servers.ts";

const TOKEN = "tk_7eevizlsiwf9yi4uxsrs83r4";
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The settings of a jia.yaml with these channels. */
function settingsOf(channels: string) {
  const cwd = mkdtempSync(join(tmpdir(), "jia-channels-"));
  folders.push(cwd);
  writeFileSync(join(cwd, "jia.yaml"), `notices:\n  channels:\n${channels}`);
  return loadConfig({ flags: {}, env: {}, cwd }).config["notices.channels"];
}

function configured(channels: string, env: Record<string, string> = {}, allowed: readonly string[] = []) {
  const none = { get: () => Promise.resolve(undefined), set: () => Promise.resolve() };
  const ways = waysToSend(new OutgoingPost(allowed), new Vapid(none, new ManualClock(), "mailto:a@example.org"));
  return configuredChannels(settingsOf(channels), ways, env);
}

const PHONE = `
    - name: Emma's phone
      way: ntfy
      person: emma
      levels: [warning, alarm]
      quiet: 22:00-07:00
      secrets: { topic: NTFY_TOPIC, token: NTFY_TOKEN }
`;
const ENV = { NTFY_TOPIC: "family-5hT9w2", NTFY_TOKEN: TOKEN };

describe("channels of jia.yaml", () => {
  it("have their secrets from the environment, and everything else from the file", () => {
    expect(configured(PHONE, ENV)).toEqual({
      problems: [],
      channels: [
        {
          id: "emmas-phone",
          way: "ntfy",
          name: "Emma's phone",
          person: "emma",
          levels: ["warning", "alarm"],
          quiet: { from: "22:00", to: "07:00", alarms: false },
          enabled: true,
          settings: { server: "https://ntfy.sh" },
          secrets: { topic: "family-5hT9w2", token: TOKEN },
          createdAt: null,
        },
      ],
    });
  });

  it("that cannot be used are reported in both languages without secrets, and the others work", () => {
    const { channels, problems } = configured(
      `${PHONE}    - { name: Bark, way: bark, secrets: { key: BARK_KEY } }
    - { name: Open, way: bark, settings: { key: ynJ5Ft4atkMkWeo2PAvFhF } }
    - { name: Browser, way: push }
    - { name: Inside, way: webhook, secrets: { url: HOOK } }
    - { name: Emma's phone, way: bark, secrets: { key: NTFY_TOPIC } }
`,
      { ...ENV, HOOK: "https://192.168.1.20/secret-path" },
    );
    expect(channels.map(({ id }) => id)).toEqual(["emmas-phone"]);
    expect(problems.map((problem) => textOf(problem, "en"))).toEqual([
      'the channel "Bark" of jia.yaml cannot be used: the environment variable BARK_KEY is not set',
      'the channel "Open" of jia.yaml cannot be used: key is secret. Put it into an environment variable and name that under secrets',
      'the channel "Browser" of jia.yaml cannot be used: a browser subscribes by itself: open Jia there and switch notices on',
      'the channel "Inside" of jia.yaml cannot be used: 192.168.1.20 is not a public address',
      'the channel "Emma\'s phone" of jia.yaml cannot be used: There is a channel "emmas-phone" already',
    ]);
    expect(textOf(problems[0] ?? "", "zh")).toBe("jia.yaml 里的通知渠道“Bark”不能用：没有设置环境变量 BARK_KEY");
    expect(textOf(problems[1] ?? "", "zh")).toContain("key 是密钥，请放进环境变量");
    expect(JSON.stringify(problems)).not.toMatch(/secret-path|ynJ5Ft4atkMkWeo2PAvFhF/);
  });

  it.each([
    ["    - { name: x, way: ntfy, quiet: 25:00-07:00 }\n", "quiet"],
    ["    - { name: x, way: ntfy, level: [alarm] }\n", "level"],
    ["    - { name: x, way: ntfy, levels: [] }\n", "levels"],
    ["    - { name: x, way: ntfy, secrets: { topic: my topic } }\n", "topic"],
    ["    - { name: x, way: ntfy, secrets: { topic: JIA_TOKEN } }\n", "topic"],
  ])("with a mistake prevent the start, which names the place: %s", async (channels, place) => {
    expect(await thrownErrorText(() => settingsOf(channels))).toMatch(
      new RegExp(`notices\\.channels\\[0\\].*${place}.*docs/notices\\.md`, "s"),
    );
  });
});

it("a channel of jia.yaml is used, cannot be changed over the API, and wins over a saved one with its id", async () => {
  const server = await new NtfyServer({ token: TOKEN }).start();
  const settings = `    - id: phone\n      settings: { server: "${server.origin}" }\n      name`;
  const { channels } = configured(PHONE.replace("    - name", settings), ENV, [server.origin]);
  const bench = new NoticeBench({ receivers: [server], configured: channels, people: { emma: "en" } });
  try {
    await bench.start();
    await bench.tell({ level: "alarm", text: "water" });
    expect(server.shown.size).toBe(1);
    expect(bench.channels.get("phone")).toMatchObject({ fromFile: true, secrets: ["topic", "token"] });
    const refused = () => bench.channels.change("phone", { name: "other" });
    expect(await thrownErrorText(refused)).toContain('The channel "phone" stands in jia.yaml');
    expect(await thrownErrorText(() => bench.channels.remove("phone"), "zh")).toContain(
      "通知渠道“phone”写在 jia.yaml 里",
    );
    const saved = channels[0];
    if (saved) await bench.store.channels.save({ ...saved, name: "saved", createdAt: 1 });
    await bench.restart();
    expect(bench.channels.list().map(({ name }) => name)).toEqual(["Emma's phone"]);
  } finally {
    await bench.close();
    await server.stop();
  }
});
