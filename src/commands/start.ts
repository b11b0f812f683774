import { once } from "node:events";
import { isLoopback } from "../api/security.ts";
import { type App, startApp, versionOf } from "../app.ts";
import { loadConfig } from "../config.ts";
import { type Language, textOf } from "../language/index.ts";
import { createLogger } from "../log.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONFIG_FILE_FLAG, SETTING_FLAGS, settingFlags } from "./config.ts";
import { padEnd, type Style } from "./style.ts";

export const start = defineCommand({
  name: "start",
  summary: { en: "Run Jia until Ctrl-C.", zh: "运行 Jia，直到按下 Ctrl-C。" },
  usage: "",
  details: {
    en:
      "Without any option: its own MQTT broker, a simulated flat, an SQLite file and the HTTP API, on this machine alone. " +
      "Everything else is in docs/configuration.md.",
    zh: "不带选项时：自带 MQTT 服务器、模拟一套公寓、使用 SQLite 文件并提供 HTTP API，仅限本机访问。其余设置见 docs/configuration.md。",
  },
  examples: [
    "npm start",
    "npm start -- --home house --port 9000",
    "npm start -- --mqtt mqtt://192.168.1.10:1883",
    "OPENROUTER_API_KEY=sk-or-… npm start",
  ],
  flags: { ...CONFIG_FILE_FLAG, ...SETTING_FLAGS },
  async run({ flags }, context) {
    const { env, cwd, language, root, signal, stdout, stderr } = context;
    const file = typeof flags["config"] === "string" ? flags["config"] : undefined;
    const { config } = loadConfig({ flags: settingFlags(flags), env, cwd, file, language });
    const app = await startApp({ config, root, language, log: createLogger(config["log.level"], stderr), signal });
    try {
      stdout.write(`${welcome(app, versionOf(root), config["server.host"], context)}\n`);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await app.stop();
    }
    stdout.write(language === "zh" ? "已停止。\n" : "Stopped.\n");
    return 0;
  },
});

/** The one block that says what runs where, and what to try. */
function welcome(app: App, version: string, host: string, { language, style }: CommandContext): string {
  const zh = language === "zh";
  const { home } = app;
  const kind = app.simulated ? (zh ? "（模拟）" : " (simulated)") : "";
  const count = zh ? `${home.size} 台设备${kind}` : `${home.size} devices${kind}`;
  const rows = [
    [zh ? "地址" : "Address", `${style.accent(app.url)}${style.dim(reach(host, language))}`],
    ["MQTT", brokerLine(app, language, style)],
    [zh ? "家" : "Home", `${home.name}${zh ? "，" : ", "}${count}`],
    [zh ? "模型" : "Model", modelLine(app, language, style)],
    [zh ? "数据" : "Data", app.store],
  ];
  const width = zh ? 6 : 9;
  return [
    "",
    `  ${style.bold(`Jia 家 ${version}`)}`,
    "",
    ...rows.map(([label = "", value = ""]) => `  ${style.dim(padEnd(label, width))}${value}`),
    "",
    `  ${zh ? "换个终端试试：" : "Try, in another terminal:"}`,
    `    npm run jia -- say "${example(app)}"`,
    `    npm run jia -- chat`,
    "",
    style.dim(`  ${zh ? "按 Ctrl-C 停止。" : "Ctrl-C stops."}`),
  ].join("\n");
}

/** Who can reach the API, where that is more than this machine. */
function reach(host: string, language: Language): string {
  if (isLoopback(host)) return "";
  return language === "zh" ? `（监听 ${host}，需要令牌）` : ` (listens on ${host}, asks for the token)`;
}

function brokerLine({ bridge, ownBroker }: App, language: Language, style: Style): string {
  const zh = language === "zh";
  return bridge.links
    .map(({ url, connected, lastError }) => {
      const own = ownBroker ? style.dim(zh ? "（自带）" : " (its own)") : "";
      if (connected) return `${style.accent(url)}${own}`;
      const why = lastError ?? (zh ? "没有响应" : "no answer");
      return `${url}  ${style.warn(zh ? `尚未连接（${why}），将继续尝试` : `not connected yet (${why}), trying on`)}`;
    })
    .join(", ");
}

function modelLine({ model }: App, language: Language, style: Style): string {
  const zh = language === "zh";
  switch (model.state) {
    case "in-use":
      return `${model.model}${model.notice ? style.warn(`  ${textOf(model.notice, language)}`) : ""}`;
    case "no-key":
      return zh
        ? `本地理解。要使用 ${model.model}：OPENROUTER_API_KEY=… npm start`
        : `local understanding only. For ${model.model}: OPENROUTER_API_KEY=… npm start`;
    case "off":
      return zh ? "本地理解（模型已关闭）" : "local understanding only (the model is switched off)";
    default:
      return model satisfies never;
  }
}

/** A sentence that this home can do, in its own language: its first light that has a room. */
function example({ home }: App): string {
  const light = home.devices.find(({ spec, room }) => spec.kind === "light" && room !== null);
  const zh = home.language === "zh";
  if (!light?.room) return zh ? "有哪些设备在线？" : "which devices are online?";
  const dims = light.spec.properties.has("light.brightness");
  if (zh) return dims ? `把${light.room.name}的${light.name}调到一半` : `打开${light.room.name}的${light.name}`;
  return `${dims ? "dim" : "turn on"} the ${light.name} in the ${light.room.name}${dims ? " to half" : ""}`;
}
