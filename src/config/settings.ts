import { z } from "zod";
import { isTimeZone } from "../home/index.ts";
import { LANGUAGES } from "../language/index.ts";
import { MI_HOME_SETTINGS } from "./mi-home-settings.ts";
import { PolicyRuleSetting } from "./policy-rules.ts";
import { isUrl, list, number, port, setting, text, yesNo } from "./setting.ts";

const MQTT_SCHEMES = ["mqtt", "mqtts", "ws", "wss", "tcp", "ssl"];

const file = { en: "the path of a file", zh: "文件路径" };
const some = { en: "a text that is not empty", zh: "非空文本" };

/** Every setting, keyed by its place in jia.yaml. docs/configuration.md lists the same. */
export const SETTINGS = {
  "home.file": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HOME",
    flag: "home",
    value: "FILE",
    path: true,
    expected: file,
    about: {
      en: "The home file: names, rooms, and the devices to simulate. flat and house name the examples of devices/homes/.",
      zh: "家庭文件：名称、房间以及要模拟的设备。flat 和 house 是 devices/homes/ 中的示例。",
    },
  }),
  "home.name": setting({
    schema: text.max(64).nullable(),
    default: null,
    expected: some,
    about: { en: "The home's name; wins over the home file.", zh: "家的名称，优先于家庭文件。" },
  }),
  "home.language": setting({
    schema: z.enum(LANGUAGES).nullable(),
    default: null,
    expected: { en: "en or zh", zh: "en 或 zh" },
    about: { en: "The home's language; wins over the home file.", zh: "家的语言，优先于家庭文件。" },
  }),
  "home.timezone": setting({
    schema: text.refine(isTimeZone).nullable(),
    default: null,
    expected: { en: "an IANA time zone such as Asia/Shanghai", zh: "IANA 时区，如 Asia/Shanghai" },
    about: {
      en: "Where clock times are meant; wins over the home file. Without either: the system's.",
      zh: "时间所在的时区，优先于家庭文件；都没有时用系统时区。",
    },
  }),
  "home.location": setting({
    schema: z
      .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .nullable(),
    default: null,
    expected: { en: "latitude and longitude in degrees", zh: "以度为单位的 latitude 和 longitude" },
    about: { en: "For sunrise and sunset; wins over the home file.", zh: "用于日出日落，优先于家庭文件。" },
  }),
  data: setting({
    schema: text,
    default: "data",
    env: "JIA_DATA",
    flag: "data",
    value: "FOLDER",
    path: true,
    expected: { en: "the path of a folder", zh: "文件夹路径" },
    about: { en: "The folder of the SQLite file.", zh: "存放 SQLite 文件的文件夹。" },
  }),
  "database.url": setting({
    schema: text.refine((url) => isUrl(url, ["postgres", "postgresql"])).nullable(),
    default: null,
    env: "DATABASE_URL",
    secret: true,
    expected: { en: "a URL such as postgres://jia@localhost/jia", zh: "URL，如 postgres://jia@localhost/jia" },
    about: { en: "A PostgreSQL database instead of the SQLite file.", zh: "用 PostgreSQL 数据库代替 SQLite 文件。" },
  }),
  "server.host": setting({
    schema: text,
    default: "127.0.0.1",
    env: "JIA_HOST",
    flag: "host",
    value: "ADDRESS",
    expected: { en: "an address such as 127.0.0.1 or 0.0.0.0", zh: "地址，如 127.0.0.1 或 0.0.0.0" },
    about: {
      en: "The address that the API listens on. Anything but loopback needs server.token.",
      zh: "API 监听的地址。非本机回环地址必须设置 server.token。",
    },
  }),
  "server.port": setting({
    schema: port,
    default: 8480,
    env: "JIA_PORT",
    flag: "port",
    value: "PORT",
    fromText: number,
    expected: { en: "a whole number from 0 to 65535", zh: "0 到 65535 的整数" },
    about: { en: "The port that the API listens on; 0 takes a free one.", zh: "API 监听的端口；0 表示任选空闲端口。" },
  }),
  "server.token": setting({
    schema: z.string().min(16).regex(/^\S+$/).nullable(),
    default: null,
    env: "JIA_TOKEN",
    secret: true,
    expected: {
      en: "at least 16 characters without spaces; make one with: openssl rand -hex 32",
      zh: "至少 16 个不含空格的字符；可用 openssl rand -hex 32 生成",
    },
    about: {
      en: "The API token, asked for as Authorization: Bearer <token>.",
      zh: "API 令牌，以 Authorization: Bearer <token> 提供。",
    },
  }),
  "server.hosts": setting({
    schema: z.array(text),
    default: [],
    env: "JIA_HOSTS",
    fromText: list,
    expected: { en: "host names, such as jia.lan", zh: "主机名，如 jia.lan" },
    about: {
      en: "Names that the API may be called by, besides those of this machine.",
      zh: "除本机名称外，允许用来访问 API 的主机名。",
    },
  }),
  "mqtt.url": setting({
    schema: text.refine((url) => isUrl(url, MQTT_SCHEMES)).nullable(),
    default: null,
    env: "MQTT_URL",
    flag: "mqtt",
    value: "URL",
    expected: { en: "a URL such as mqtt://192.168.1.10:1883", zh: "URL，如 mqtt://192.168.1.10:1883" },
    about: {
      en: "Your MQTT broker. Without it Jia runs one of its own and simulates the home file.",
      zh: "已有的 MQTT 服务器。不设置时 Jia 自带一个，并模拟家庭文件中的设备。",
    },
  }),
  "mqtt.username": setting({
    schema: text.nullable(),
    default: null,
    env: "MQTT_USERNAME",
    expected: some,
    about: { en: "User name at the broker.", zh: "MQTT 用户名。" },
  }),
  "mqtt.password": setting({
    schema: z.string().min(1).nullable(),
    default: null,
    env: "MQTT_PASSWORD",
    secret: true,
    expected: some,
    about: { en: "Password at the broker.", zh: "MQTT 密码。" },
  }),
  "mqtt.ca": setting({
    schema: text.nullable(),
    default: null,
    env: "MQTT_CA",
    path: true,
    expected: file,
    about: { en: "Certificate authority of the broker (PEM).", zh: "MQTT 服务器的 CA 证书（PEM）。" },
  }),
  "mqtt.cert": setting({
    schema: text.nullable(),
    default: null,
    env: "MQTT_CERT",
    path: true,
    expected: file,
    about: { en: "Client certificate (PEM); goes with mqtt.key.", zh: "客户端证书（PEM），与 mqtt.key 配套。" },
  }),
  "mqtt.key": setting({
    schema: text.nullable(),
    default: null,
    env: "MQTT_KEY",
    path: true,
    expected: file,
    about: { en: "Private key of the client certificate (PEM).", zh: "客户端证书的私钥（PEM）。" },
  }),
  "mqtt.port": setting({
    schema: port,
    default: 1883,
    env: "JIA_MQTT_PORT",
    flag: "mqtt-port",
    value: "PORT",
    fromText: number,
    expected: { en: "a whole number from 0 to 65535", zh: "0 到 65535 的整数" },
    about: {
      en: "The port of Jia's own broker, when mqtt.url is not given; 0 takes a free one.",
      zh: "未设置 mqtt.url 时，自带 MQTT 服务器的端口；0 表示任选空闲端口。",
    },
  }),
  ...MI_HOME_SETTINGS,
  "zigbee2mqtt.base": setting({
    schema: text.regex(/^[^#+]+$/),
    default: "zigbee2mqtt",
    expected: { en: "a topic without # and +", zh: "不含 # 和 + 的主题" },
    about: { en: "The base topic of Zigbee2MQTT on that broker.", zh: "Zigbee2MQTT 在该服务器上的基础主题。" },
  }),
  "discovery.prefix": setting({
    schema: text.regex(/^[^#+]+$/),
    default: "homeassistant",
    expected: { en: "a topic without # and +", zh: "不含 # 和 + 的主题" },
    about: {
      en: "Where devices announce themselves in Home Assistant's way (ESPHome, Tasmota, Valetudo and many others).",
      zh: "设备按 Home Assistant 方式自动发现的主题前缀（ESPHome、Tasmota、Valetudo 等）。",
    },
  }),
  "simulator.enabled": setting({
    schema: z.boolean().nullable(),
    default: null,
    env: "JIA_SIMULATE",
    fromText: yesNo,
    expected: { en: "true or false", zh: "true 或 false" },
    about: {
      en: "Simulate the devices of the home file. When it is not given: on with Jia's own broker, off with yours.",
      zh: "是否模拟家庭文件中的设备。不设置时：使用自带服务器则开启，使用已有服务器则关闭。",
    },
  }),
  "simulator.seed": setting({
    schema: z.int().min(0),
    default: 1,
    env: "JIA_SEED",
    fromText: number,
    expected: { en: "a whole number", zh: "整数" },
    about: { en: "A seed makes a simulation repeat exactly.", zh: "相同的种子会让模拟过程完全一致。" },
  }),
  "simulator.speed": setting({
    schema: z.number().positive().max(10_000),
    default: 1,
    env: "JIA_SPEED",
    fromText: number,
    expected: { en: "a number above 0", zh: "大于 0 的数" },
    about: { en: "How fast simulated time runs.", zh: "模拟时间的流速。" },
  }),
  "model.name": setting({
    schema: text,
    default: "xiaomi/hunter-alpha",
    env: "JIA_MODEL",
    flag: "model",
    value: "NAME",
    expected: { en: "the name of a model, or none", zh: "模型名称，或 none" },
    about: {
      en: "The language model; none for the local understanding alone.",
      zh: "语言模型；none 表示只用本地理解。",
    },
  }),
  "model.url": setting({
    schema: text.refine((url) => isUrl(url, ["http", "https"])),
    default: "https://openrouter.ai/api/v1",
    env: "JIA_MODEL_URL",
    expected: { en: "a URL such as http://localhost:11434/v1", zh: "URL，如 http://localhost:11434/v1" },
    about: { en: "Base URL of any server with OpenAI's chat completions.", zh: "兼容 OpenAI 对话接口的服务地址。" },
  }),
  "model.key": setting({
    schema: text.nullable(),
    default: null,
    env: "OPENROUTER_API_KEY",
    secret: true,
    expected: { en: "a key of that server", zh: "该服务的密钥" },
    about: { en: "The key for the model's server.", zh: "模型服务的密钥。" },
  }),
  "model.fallbacks": setting({
    schema: z.array(text).nullable(),
    default: null,
    env: "JIA_MODEL_FALLBACKS",
    fromText: list,
    expected: { en: "names of models, between commas", zh: "以逗号分隔的模型名称" },
    about: {
      en: "Models to use when the first is gone, in order. When not given, with OpenRouter: the successors of Hunter Alpha.",
      zh: "首选模型不可用时依次改用的模型。使用 OpenRouter 且未设置时：Hunter Alpha 的后续模型。",
    },
  }),
  "policy.defaults": setting({
    schema: z.boolean(),
    default: true,
    expected: { en: "true or false", zh: "true 或 false" },
    about: {
      en: "Keep Jia's own rules (docs/security.md) after those of policy.rules.",
      zh: "在 policy.rules 之后保留 Jia 自带的规则（见 docs/security.md）。",
    },
  }),
  "policy.rules": setting({
    schema: z.array(PolicyRuleSetting),
    default: [],
    expected: { en: "rules as in docs/security.md", zh: "规则，见 docs/security.md" },
    about: {
      en: "Own rules: allow, confirm or deny by device, kind, service, property, value. The first that matches decides.",
      zh: "自定义规则：按设备、类型、服务、属性、取值允许、确认或拒绝。先匹配者生效。",
    },
  }),
  "log.level": setting({
    schema: z.enum(["debug", "info", "warn", "error", "silent"]),
    default: "warn",
    env: "JIA_LOG",
    flag: "log",
    value: "LEVEL",
    expected: { en: "debug, info, warn, error or silent", zh: "debug、info、warn、error 或 silent" },
    about: { en: "What is logged to standard error.", zh: "写到标准错误的日志级别。" },
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;

/** All settings with their values, keyed as in jia.yaml. */
export type Config = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]["schema"]> };
