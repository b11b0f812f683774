import { z } from "zod";
import { isTimeZone, type Message } from "../home/index.ts";
import { languages, message, TEMPERATURE_UNITS, type TemperatureUnit } from "../language/index.ts";
import { CAMERA_SETTINGS } from "./camera-settings.ts";
import { baseTopicAbout, DIALECT_SETTINGS, isBaseTopic } from "./dialect-settings.ts";
import { HISTORY_SETTINGS } from "./history-settings.ts";
import { MCP_SETTINGS } from "./mcp-settings.ts";
import { NOTICE_SETTINGS } from "./notice-settings.ts";
import { PolicyRuleSetting } from "./policy-rules.ts";
import { configSetting, isOrigin, isUrl, list, numberFromText, port, text, yesNo } from "./setting.ts";

const MQTT_SCHEMES = ["mqtt", "mqtts", "ws", "wss", "tcp", "ssl"];

/** Every setting, keyed by its place in jia.yaml. docs/configuration.md lists the same; the packs say what each is for. */
export const CONFIG_SETTINGS = {
  "home.file": configSetting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HOME",
    flag: "home",
    value: "FILE",
    path: true,
    expected: message("expected.file"),
  }),
  "home.name": configSetting({
    schema: text.max(64).nullable(),
    default: null,
    expected: message("expected.notEmpty"),
  }),
  "home.language": configSetting({
    schema: z
      .string()
      .refine((code) => languages().some((each) => each === code))
      .nullable(),
    default: null,
    get expected() {
      return message("expected.language", { codes: languages() });
    },
  }),
  "home.temperature": configSetting<TemperatureUnit>({
    schema: z.enum(TEMPERATURE_UNITS),
    default: "celsius",
    expected: message("expected.temperature"),
  }),
  "home.timezone": configSetting({
    schema: text.refine(isTimeZone).nullable(),
    default: null,
    expected: message("expected.timeZone"),
  }),
  "home.location": configSetting({
    schema: z
      .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .nullable(),
    default: null,
    expected: message("expected.location"),
  }),
  data: configSetting({
    schema: text,
    default: "data",
    env: "JIA_DATA",
    flag: "data",
    value: "FOLDER",
    path: true,
    expected: message("expected.folder"),
  }),
  "database.url": configSetting({
    schema: text.refine((url) => isUrl(url, ["postgres", "postgresql"])).nullable(),
    default: null,
    env: "DATABASE_URL",
    secret: true,
    expected: message("expected.databaseUrl"),
  }),
  "server.host": configSetting({
    schema: text,
    default: "127.0.0.1",
    env: "JIA_HOST",
    flag: "host",
    value: "ADDRESS",
    expected: message("expected.listenAddress"),
  }),
  "server.port": configSetting({
    schema: port,
    default: 8480,
    env: "JIA_PORT",
    flag: "port",
    value: "PORT",
    fromText: numberFromText,
    expected: message("expected.port"),
  }),
  "server.token": configSetting({
    schema: z.string().min(16).regex(/^\S+$/).nullable(),
    default: null,
    env: "JIA_TOKEN",
    secret: true,
    expected: message("expected.token"),
  }),
  "server.hosts": configSetting({
    schema: z.array(text),
    default: [],
    env: "JIA_HOSTS",
    fromText: list,
    expected: message("expected.hostNames"),
  }),
  "server.origins": configSetting({
    schema: z.array(text.refine(isOrigin)),
    default: [],
    env: "JIA_ORIGINS",
    fromText: list,
    expected: message("expected.origins"),
  }),
  "server.cert": configSetting({
    schema: text.nullable(),
    default: null,
    env: "JIA_CERT",
    path: true,
    expected: message("expected.file"),
  }),
  "server.key": configSetting({
    schema: text.nullable(),
    default: null,
    env: "JIA_KEY",
    path: true,
    expected: message("expected.file"),
  }),
  "mqtt.url": configSetting({
    schema: text.refine((url) => isUrl(url, MQTT_SCHEMES)).nullable(),
    default: null,
    env: "MQTT_URL",
    flag: "mqtt",
    value: "URL",
    expected: message("expected.mqttUrl"),
  }),
  "mqtt.username": configSetting({
    schema: text.nullable(),
    default: null,
    env: "MQTT_USERNAME",
    expected: message("expected.notEmpty"),
  }),
  "mqtt.password": configSetting({
    schema: z.string().min(1).nullable(),
    default: null,
    env: "MQTT_PASSWORD",
    secret: true,
    expected: message("expected.notEmpty"),
  }),
  "mqtt.ca": configSetting({
    schema: text.nullable(),
    default: null,
    env: "MQTT_CA",
    path: true,
    expected: message("expected.file"),
  }),
  "mqtt.cert": configSetting({
    schema: text.nullable(),
    default: null,
    env: "MQTT_CERT",
    path: true,
    expected: message("expected.file"),
  }),
  "mqtt.key": configSetting({
    schema: text.nullable(),
    default: null,
    env: "MQTT_KEY",
    path: true,
    expected: message("expected.file"),
  }),
  "mqtt.port": configSetting({
    schema: port,
    default: 1883,
    env: "JIA_MQTT_PORT",
    flag: "mqtt-port",
    value: "PORT",
    fromText: numberFromText,
    expected: message("expected.port"),
  }),
  "specs.folder": configSetting({
    schema: text.nullable(),
    default: null,
    env: "JIA_SPECS",
    path: true,
    expected: message("expected.folder"),
  }),
  "specs.fetch": configSetting({
    schema: z.boolean(),
    default: false,
    env: "JIA_FETCH_SPECS",
    fromText: yesNo,
    expected: message("expected.trueOrFalse"),
  }),
  ...DIALECT_SETTINGS,
  "simulator.enabled": configSetting({
    schema: z.boolean().nullable(),
    default: null,
    env: "JIA_SIMULATE",
    fromText: yesNo,
    expected: message("expected.trueOrFalse"),
  }),
  "simulator.seed": configSetting({
    schema: z.int().min(0),
    default: 1,
    env: "JIA_SEED",
    fromText: numberFromText,
    expected: message("expected.wholeNumber"),
  }),
  "simulator.speed": configSetting({
    schema: z.number().positive().max(10_000),
    default: 1,
    env: "JIA_SPEED",
    fromText: numberFromText,
    expected: message("expected.aboveZero"),
  }),
  "model.name": configSetting({
    schema: text,
    default: "xiaomi/hunter-alpha",
    env: "JIA_MODEL",
    flag: "model",
    value: "NAME",
    expected: message("expected.model"),
  }),
  "model.url": configSetting({
    schema: text.refine((url) => isUrl(url, ["http", "https"])),
    default: "https://openrouter.ai/api/v1",
    env: "JIA_MODEL_URL",
    expected: message("expected.modelUrl"),
  }),
  "model.key": configSetting({
    schema: text.nullable(),
    default: null,
    env: "OPENROUTER_API_KEY",
    secret: true,
    expected: message("expected.modelKey"),
  }),
  "model.fallbacks": configSetting({
    schema: z.array(text).nullable(),
    default: null,
    env: "JIA_MODEL_FALLBACKS",
    fromText: list,
    expected: message("expected.models"),
  }),
  "model.seconds": configSetting({
    schema: z.number().min(5).max(3_600),
    default: 45,
    env: "JIA_MODEL_SECONDS",
    fromText: numberFromText,
    expected: message("expected.modelSeconds"),
  }),
  "model.profile": configSetting<"auto" | "full" | "small">({
    schema: z.enum(["auto", "full", "small"]),
    default: "auto",
    env: "JIA_MODEL_PROFILE",
    expected: message("expected.modelProfile"),
  }),
  "model.thinking": configSetting({
    schema: z.boolean().nullable(),
    default: null,
    env: "JIA_MODEL_THINKING",
    fromText: yesNo,
    expected: message("expected.trueOrFalse"),
  }),
  "model.budget.tokens": configSetting({
    schema: z.number().int().min(0).nullable(),
    default: null,
    env: "JIA_MODEL_DAY_TOKENS",
    fromText: numberFromText,
    expected: message("expected.dayTokens"),
  }),
  "model.budget.dollars": configSetting({
    schema: z.number().min(0).nullable(),
    default: null,
    env: "JIA_MODEL_DAY_DOLLARS",
    fromText: numberFromText,
    expected: message("expected.dayDollars"),
  }),
  "model.hidden.devices": configSetting({
    schema: z.array(text),
    default: [],
    env: "JIA_MODEL_HIDDEN",
    fromText: list,
    expected: message("expected.devices"),
  }),
  "model.hidden.kinds": configSetting({
    schema: z.array(text),
    default: [],
    expected: message("expected.kinds"),
  }),
  "model.hidden.rooms": configSetting({
    schema: z.array(text),
    default: [],
    expected: message("expected.rooms"),
  }),
  "policy.defaults": configSetting({
    schema: z.boolean(),
    default: true,
    expected: message("expected.trueOrFalse"),
  }),
  "policy.rules": configSetting({
    schema: z.array(PolicyRuleSetting),
    default: [],
    expected: message("expected.rules"),
  }),
  "policy.outgoing": configSetting({
    schema: z.array(text.refine(isOrigin)),
    default: [],
    env: "JIA_OUTGOING",
    fromText: list,
    expected: message("expected.origins"),
  }),
  ...CAMERA_SETTINGS,
  "conversations.days": configSetting({
    schema: z.int().min(1).max(36_500),
    default: 30,
    expected: message("expected.days"),
  }),
  ...HISTORY_SETTINGS,
  ...NOTICE_SETTINGS,
  ...MCP_SETTINGS,
  "log.level": configSetting({
    schema: z.enum(["debug", "info", "warn", "error", "silent"]),
    default: "warn",
    env: "JIA_LOG",
    flag: "log",
    value: "LEVEL",
    expected: message("expected.logLevel"),
  }),
  "log.file": configSetting({
    schema: text.nullable(),
    default: null,
    env: "JIA_LOG_FILE",
    path: true,
    expected: message("expected.file"),
  }),
  "log.megabytes": configSetting({
    schema: z.number().int().min(1).max(1_000),
    default: 10,
    expected: message("expected.logMegabytes"),
  }),
  "log.keep": configSetting({
    schema: z.number().int().min(1).max(100),
    default: 5,
    expected: message("expected.logKeep"),
  }),
} as const;

export type SettingName = keyof typeof CONFIG_SETTINGS;

/** What a setting is for. */
export function settingAbout(name: SettingName): Message {
  return isBaseTopic(name) ? baseTopicAbout(name) : message(`settings.${name}`);
}

/** All settings with their values, keyed as in jia.yaml. */
export type Config = { readonly [Name in SettingName]: z.output<(typeof CONFIG_SETTINGS)[Name]["schema"]> };
