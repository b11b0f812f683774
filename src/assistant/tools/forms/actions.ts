import { isDeepStrictEqual } from "node:util";
import { resolveTarget, Target } from "../../../automation/index.ts";
import { JiaError } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import { plainLine } from "../../replies/markdown.ts";
import { resolveAction } from "../devices/resolve.ts";
import {
  isPlainObject,
  type KeyAliases,
  normalizeKey,
  omitKeys,
  parsedIfJson,
  type UnknownFields,
  withKnownKeys,
} from "./argument-shape.ts";
import { conditionIn } from "./conditions.ts";
import {
  type DraftContext,
  durationOr,
  resolveDeviceProperties,
  sceneIdIn,
  sharedAddress,
  TARGET_KEYS,
  targetIn,
  valueFor,
} from "./resolve-parts.ts";
import { triggersIn } from "./triggers.ts";
import { WRITE_NAMES, writesIn } from "./writes.ts";

const KEYS = [
  ...TARGET_KEYS,
  "type",
  "set",
  "property",
  "value",
  "change",
  "percent",
  "limit",
  "writes",
  "action",
  "in",
  "scene",
  "parameters",
  "wait",
  "for",
  "wait-until",
  "wait-for",
  "trigger",
  "condition",
  "timeout",
  "otherwise",
  "say",
  "notify",
  "message",
  "webhook",
  "if",
  "do",
  "else",
  "choose",
  "options",
  "repeat",
  "times",
  "while",
  "until",
  "actions",
  "stop",
  "reason",
];
const NAMES: KeyAliases = {
  device: WRITE_NAMES["device"] ?? [],
  property: WRITE_NAMES["property"] ?? [],
  value: WRITE_NAMES["value"] ?? [],
  set: ["properties", "values"],
  in: ["arguments", "args", "params"],
  action: ["invoke", "command", "service"],
  wait: ["delay", "pause"],
  say: ["speak", "announce", "tts"],
  notify: ["notification", "alert"],
  do: ["then"],
  message: ["text"],
  type: ["kindofaction"],
  room: ["area"],
};
const TYPES: Readonly<Record<string, string>> = {
  setproperties: "set",
  setproperty: "set",
  write: "set",
  command: "",
  device: "",
  action: "invoke",
  invokeaction: "invoke",
  activatescene: "scene",
  delay: "wait",
  waituntil: "wait-until",
  waitfor: "wait-for",
  speak: "say",
  announce: "say",
  notification: "notify",
};

/** Brings the steps of a scene from any form that models use into that of the definition. */
export function stepsIn(given: unknown, field: string, reading: DraftContext): unknown[] {
  const open = parsedIfJson(given);
  const list: unknown[] = Array.isArray(open) ? open : open === undefined ? [] : [open];
  const actions = list.flatMap((each, at): unknown[] => {
    const place = `${field}[${at}]`;
    const part = isPlainObject(each) ? withKnownKeys(each, KEYS, NAMES) : each;
    if (!isPlainObject(part)) return [part];
    if (part["change"] !== undefined)
      reading.faults.push({ field: place, value: "change", error: message("tools.sceneChange") });
    if (part["action"] === undefined) return setsOf(omitKeys(part, "type"), place, reading);
    const { type: _, action, ...rest } = invoked(part, place, reading);
    return [{ ...rest, invoke: action }];
  });
  return actions.reduce<unknown[]>(joined, []).map((each) => {
    const { type: _, transition, ...step } = isPlainObject(each) ? each : {};
    if (!isPlainObject(each)) return each;
    return { ...step, ...(transition !== undefined && { transition: durationOr(transition) }) };
  });
}

/** Longest text that is cleaned; the check refuses longer ones. */
const MAX_MESSAGE = 2000;

/** Types of other systems that are writes of `on`, keyed by the normalized type. */
const SWITCHED: Readonly<Record<string, boolean>> = { turnon: true, turnoff: false };

/** Brings actions from any form that models use into that of the definition; neighbours for one target become one. */
export function actionsIn(given: unknown, field: string, reading: DraftContext): unknown[] {
  const open = parsedIfJson(given);
  const list: unknown[] = Array.isArray(open) ? open : open === undefined ? [] : [open];
  return list.flatMap((each, at) => actionIn(each, `${field}[${at}]`, reading)).reduce<unknown[]>(joined, []);
}

function actionIn(given: unknown, field: string, reading: DraftContext): unknown[] {
  const open = parsedIfJson(given);
  if (!isPlainObject(open)) return [open];
  const part = withKnownKeys(open, KEYS, NAMES);
  const named = typeof part["type"] === "string" ? part["type"] : "";
  const type = (TYPES[normalizeKey(named)] ?? named) || typeOf(part, reading);
  const switched = SWITCHED[normalizeKey(type === "invoke" ? String(part["action"]) : type)];
  if (switched !== undefined)
    return setsOf({ ...omitKeys(part, "type", "action"), property: "on", value: switched }, field, reading);
  const inner = (key: string, list: unknown): UnknownFields =>
    list === undefined ? {} : { [key]: actionsIn(list, `${field}.${key}`, reading) };
  const condition = (list: unknown): unknown => conditionIn(list, `${field}.condition`, reading);
  switch (type) {
    case "set":
      return setsOf(omitKeys(part, "type"), field, reading);
    case "invoke":
      return [invoked(part, field, reading)];
    case "scene":
      return [{ ...omitKeys(part, "type"), type, scene: sceneIdIn(part["scene"], `${field}.scene`, reading) }];
    case "wait":
      return [{ type, for: durationOr(part["for"] ?? part["wait"]) }];
    case "wait-until":
      return [
        {
          ...omitKeys(part, "type", "wait-until", "condition", "timeout"),
          type,
          condition: condition(part["condition"] ?? part["wait-until"] ?? part["until"]),
          ...(part["timeout"] !== undefined && { timeout: durationOr(part["timeout"]) }),
        },
      ];
    case "wait-for": {
      const [trigger] = triggersIn(part["trigger"] ?? part["wait-for"], `${field}.trigger`, reading);
      const timeout = part["timeout"] === undefined ? {} : { timeout: durationOr(part["timeout"]) };
      return [{ ...omitKeys(part, "type", "wait-for", "trigger", "timeout"), type, trigger, ...timeout }];
    }
    case "say":
    case "notify": {
      const { target, rest } = targetIn(part, field, reading);
      const given = rest["message"] ?? rest[type];
      const text = typeof given === "string" ? plainLine(given, MAX_MESSAGE) : given;
      return [{ ...omitKeys(rest, "type", type), type, message: text, ...(target !== undefined && { target }) }];
    }
    case "if":
      return [
        {
          type,
          condition: condition(part["condition"] ?? part["if"]),
          ...inner("do", part["do"] ?? part["actions"]),
          ...inner("else", part["else"]),
        },
      ];
    case "repeat": {
      const times = part["times"] ?? part["repeat"];
      const while_ = part["while"];
      const until = part["until"];
      return [
        {
          ...omitKeys(part, "type", "repeat", "do"),
          type,
          ...(times !== undefined && { times }),
          ...(while_ !== undefined && { while: conditionIn(while_, `${field}.while`, reading) }),
          ...(until !== undefined && { until: conditionIn(until, `${field}.until`, reading) }),
          ...inner("actions", part["actions"] ?? part["do"]),
        },
      ];
    }
    case "choose":
      return [chosen(part, field, reading)];
    case "stop":
      return [{ type, ...(part["reason"] !== undefined && { reason: part["reason"] }) }];
    default: {
      if (type === "") return [open];
      const { target, rest } = targetIn(part, field, reading);
      return [{ ...rest, type, ...(target !== undefined && { target }) }];
    }
  }
}

/** The type of an action without one, by its keys. */
function typeOf(part: UnknownFields, { home }: DraftContext): string {
  const has = (...keys: readonly string[]): boolean => keys.some((key) => part[key] !== undefined);
  if (has("if") || (has("condition") && has("do"))) return "if";
  if (has("repeat", "times", "while")) return "repeat";
  if (has("choose", "options")) return "choose";
  if (has("wait-until", "condition")) return "wait-until";
  if (has("wait-for", "trigger")) return "wait-for";
  if (has("action")) return "invoke";
  if (has("say")) return "say";
  if (has("notify")) return "notify";
  if (has("property", "set", "writes")) return "set";
  if (has("scene")) return "scene";
  if (has("wait")) return "wait";
  if (has("stop")) return "stop";
  if (has(...TARGET_KEYS)) return "set";
  return Object.keys(part).every((key) => key.includes(".") || home.device(key) !== undefined) ? "set" : "";
}

/** One action for each write; they are joined afterwards. */
function setsOf(part: UnknownFields, field: string, reading: DraftContext): unknown[] {
  const { writes, ...rest } = part;
  if (writes === undefined && TARGET_KEYS.some((key) => rest[key] !== undefined)) {
    const { target, rest: own } = targetIn(rest, field, reading);
    const list = writesIn({ device: "", ...own }, reading.home) as readonly UnknownFields[];
    return list.map((write) => setOf(target, omitKeys(write, "device"), field, reading));
  }
  const list = writesIn(writes ?? rest, reading.home);
  return list.map((write) => {
    if (!isPlainObject(write)) return write;
    const { target, rest: own } = targetIn(write, field, reading);
    return setOf(target, own, field, reading);
  });
}

function setOf(target: unknown, write: UnknownFields, field: string, reading: DraftContext): UnknownFields {
  const { property, change, value = moved(change), percent, limit, ...others } = write;
  const having = resolveDeviceProperties(target, property, "write", `${field}.property`, reading);
  const wished = value ?? (percent === undefined ? limit : `${String(percent).replace(/\s*%$/, "")}%`);
  const set =
    property === undefined
      ? {}
      : { [String(sharedAddress(having, property))]: valueFor(having, wished, `${field}.value`, reading) };
  return { type: "set", ...(target !== undefined && { target }), set, ...others };
}

/** A relative change as the value of a definition: `{plus: 10}`. */
function moved(change: unknown): unknown {
  const plus = typeof change === "string" ? Number(change.replace(/\s*%$/, "")) : change;
  return change === undefined ? undefined : { plus };
}

function invoked(part: UnknownFields, field: string, reading: DraftContext): UnknownFields {
  const { target, rest } = targetIn(part, field, reading);
  const { action, in: given } = rest;
  const args = parsedIfJson(given);
  return {
    ...omitKeys(rest, "type", "in", "action"),
    type: "invoke",
    ...(target !== undefined && { target }),
    action: actionOf(target, action, field, reading),
    ...(args !== undefined && { in: Array.isArray(args) ? args : isPlainObject(args) ? Object.values(args) : [args] }),
  };
}

/** The address of an action by any of its names; an unknown name stays, with a fault. */
function actionOf(target: unknown, given: unknown, field: string, reading: DraftContext): unknown {
  const parsed = Target.safeParse(target);
  if (!parsed.success || typeof given !== "string") return given;
  const [first] = resolveTarget(parsed.data, reading.home);
  if (!first) return given;
  try {
    return resolveAction(first, given).address;
  } catch (error) {
    if (!(error instanceof JiaError)) throw error;
    reading.faults.push({ field: `${field}.action`, value: given, error });
    return given;
  }
}

function chosen(part: UnknownFields, field: string, reading: DraftContext): UnknownFields {
  const options = parsedIfJson(part["options"] ?? part["choose"]);
  return {
    type: "choose",
    options: Array.isArray(options)
      ? options.map((each: unknown, at) => {
          if (!isPlainObject(each)) return each;
          const option = withKnownKeys(each, KEYS, NAMES);
          const place = `${field}.options[${at}]`;
          return {
            condition: conditionIn(option["condition"] ?? option["if"], `${place}.condition`, reading),
            do: actionsIn(option["do"] ?? option["actions"], `${place}.do`, reading),
          };
        })
      : options,
    ...(part["else"] !== undefined && { else: actionsIn(part["else"], `${field}.else`, reading) }),
  };
}

/** Joins a set action to the one before, where both have the same target and different properties. */
function joined(before: unknown[], each: unknown): unknown[] {
  const last = before.at(-1);
  if (!isSet(last) || !isSet(each) || !isDeepStrictEqual(omitKeys(last, "set"), omitKeys(each, "set")))
    return [...before, each];
  if (Object.keys(each.set).some((address) => address in last.set)) return [...before, each];
  return [...before.slice(0, -1), { ...last, set: { ...last.set, ...each.set } }];
}

function isSet(part: unknown): part is UnknownFields & { readonly set: UnknownFields } {
  return isPlainObject(part) && part["type"] === "set" && isPlainObject(part["set"]);
}
