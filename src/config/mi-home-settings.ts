import { z } from "zod";
import { message } from "../language/index.ts";
import { number, port, setting, text, yesNo } from "./setting.ts";

/** Ids are beyond what a number holds exactly, so that YAML's numbers are refused. */
const digits = z.string().regex(/^\d{1,20}$/);

/** Settings for the central hub of Mi Home, its cloud and specs beyond those that come with Jia (docs/mi-home-hub.md). */
export const MI_HOME_SETTINGS = {
  "specs.folder": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_SPECS",
    path: true,
    expected: message("expected.folder"),
  }),
  "specs.fetch": setting({
    schema: z.boolean(),
    default: false,
    env: "JIA_FETCH_SPECS",
    fromText: yesNo,
    expected: message("expected.trueOrFalse"),
  }),
  "hub.client": setting({
    schema: digits.nullable(),
    default: null,
    env: "JIA_HUB_CLIENT",
    expected: message("expected.quotedDigits"),
  }),
  "hub.host": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_HOST",
    expected: message("expected.hubAddress"),
  }),
  "hub.port": setting({
    schema: port,
    default: 8883,
    env: "JIA_HUB_PORT",
    fromText: number,
    expected: message("expected.port"),
  }),
  "hub.ca": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_CA",
    path: true,
    expected: message("expected.file"),
  }),
  "hub.cert": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_CERT",
    path: true,
    expected: message("expected.file"),
  }),
  "hub.key": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_KEY",
    path: true,
    expected: message("expected.file"),
  }),
  "hub.names": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_NAMES",
    path: true,
    expected: message("expected.file"),
  }),
  "cloud.token": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_CLOUD_TOKEN",
    secret: true,
    expected: message("expected.accessToken"),
  }),
  "cloud.app": setting({
    schema: digits.nullable(),
    default: null,
    env: "JIA_CLOUD_APP",
    expected: message("expected.quotedDigits"),
  }),
  "cloud.region": setting({
    schema: z.enum(["cn", "de", "i2", "ru", "sg", "us"]),
    default: "cn",
    env: "JIA_CLOUD_REGION",
    expected: message("expected.region"),
  }),
  "cloud.devices": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_CLOUD_DEVICES",
    path: true,
    expected: message("expected.file"),
  }),
} as const;
