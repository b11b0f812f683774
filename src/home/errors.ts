import type { Language, Localized } from "./language.ts";

/** What a code means to HTTP and to a person. `{name}` in a message is replaced by the detail of that name. */
interface ErrorKind {
  readonly status: number;
  readonly message: Localized;
}

/** Every error that Jia reports, keyed by its code. Messages say what is wrong and what to do. */
export const ERRORS = {
  "unknown-device": {
    status: 404,
    message: {
      en: 'There is no device "{device}". List them with GET /api/devices or "jia devices".',
      zh: "没有名为“{device}”的设备。可用 GET /api/devices 或 jia devices 查看全部设备。",
    },
  },
  "unknown-room": {
    status: 404,
    message: {
      en: 'There is no room "{room}". There are: {known}.',
      zh: "没有名为“{room}”的房间。现有：{known}。",
    },
  },
  "unknown-property": {
    status: 404,
    message: {
      en: '"{device}" has no property "{address}". It has: {known}.',
      zh: "“{device}”没有属性“{address}”。可用的有：{known}。",
    },
  },
  "unknown-action": {
    status: 404,
    message: {
      en: '"{device}" has no action "{address}". It has: {known}.',
      zh: "“{device}”没有操作“{address}”。可用的有：{known}。",
    },
  },
  "not-writable": {
    status: 400,
    message: {
      en: '"{address}" of "{device}" can only be read.',
      zh: "“{device}”的“{address}”只能读取，不能设置。",
    },
  },
  "invalid-value": {
    status: 400,
    message: {
      en: '"{value}" does not fit "{address}": give {expected}.',
      zh: "“{value}”不适用于“{address}”：应为{expected}。",
    },
  },
  "invalid-arguments": {
    status: 400,
    message: {
      en: 'The action "{address}" takes {expected}.',
      zh: "操作“{address}”的参数应为：{expected}。",
    },
  },
  "invalid-spec": {
    status: 400,
    message: { en: "The spec is not MIoT-Spec-V2: {detail}.", zh: "该规格不是有效的 MIoT-Spec-V2：{detail}。" },
  },
  "invalid-home": {
    status: 400,
    message: { en: "The home file {file} has problems:\n{detail}", zh: "家庭文件 {file} 有问题：\n{detail}" },
  },
  "invalid-file": {
    status: 400,
    message: { en: "The file {file} has problems:\n{detail}", zh: "文件 {file} 有问题：\n{detail}" },
  },
  "open-secret": {
    status: 400,
    message: {
      en: "The file {file} holds secrets, and others on this machine may read it (mode {mode}). Run: chmod 600 {file}",
      zh: "文件 {file} 含有密钥，但本机其他用户可以读取（权限 {mode}）。请运行：chmod 600 {file}",
    },
  },
  "missing-program": {
    status: 503,
    message: {
      en: "The program {program} is not installed. Install it: {install}",
      zh: "未安装程序 {program}。请先安装：{install}",
    },
  },
  "spec-site": {
    status: 502,
    message: {
      en: "The public spec site gave no spec: {detail}. Put the instance JSON into the specs folder yourself.",
      zh: "公共规格网站未提供规格：{detail}。请自行将实例 JSON 放入规格文件夹。",
    },
  },
  "invalid-config": {
    status: 400,
    message: { en: "The configuration has problems:\n{detail}", zh: "配置有问题：\n{detail}" },
  },
  usage: { status: 400, message: { en: "{detail}", zh: "{detail}" } },
  "not-running": {
    status: 503,
    message: {
      en: 'No Jia answers at {url}. Start it with "npm start", or name another with --url.',
      zh: "{url} 上没有运行中的 Jia。请先运行 npm start，或用 --url 指定其他地址。",
    },
  },
  "invalid-request": {
    status: 400,
    message: { en: "The request is not valid: {detail}.", zh: "请求无效：{detail}。" },
  },
  "invalid-definition": {
    status: 400,
    message: { en: 'The {what} "{name}" cannot be saved:\n{detail}', zh: "{what}“{name}”无法保存：\n{detail}" },
  },
  denied: {
    status: 403,
    message: { en: "The policy does not allow this: {detail}.", zh: "安全策略不允许此操作：{detail}。" },
  },
  "unknown-confirmation": {
    status: 404,
    message: {
      en: "There is nothing to confirm: a confirmation holds for one minute and once. Ask again.",
      zh: "没有待确认的操作：确认仅一分钟内有效且只能使用一次。请重新发出指令。",
    },
  },
  "not-found": { status: 404, message: { en: "There is no {what}.", zh: "没有{what}。" } },
  conflict: { status: 409, message: { en: "{detail}", zh: "{detail}" } },
  unauthorized: {
    status: 401,
    message: {
      en: "Give the API token as Authorization: Bearer <token>.",
      zh: "请用 Authorization: Bearer <token> 提供 API 令牌。",
    },
  },
  forbidden: { status: 403, message: { en: "This request is refused: {detail}.", zh: "请求被拒绝：{detail}。" } },
  "too-large": {
    status: 413,
    message: { en: "The request is too large: send at most 1 MB.", zh: "请求过大：最多 1 MB。" },
  },
  "unsupported-media-type": {
    status: 415,
    message: {
      en: "Send JSON, with Content-Type: application/json.",
      zh: "请发送 JSON，并注明 Content-Type: application/json。",
    },
  },
  "too-many-requests": {
    status: 429,
    message: { en: "That is too often. Try again in {seconds} s.", zh: "请求过于频繁，请在 {seconds} 秒后重试。" },
  },
  offline: {
    status: 503,
    message: {
      en: '"{device}" is not reachable. Check its power and its network.',
      zh: "“{device}”不在线，请检查电源和网络。",
    },
  },
  "device-rejected": {
    status: 502,
    message: { en: '"{device}" refused it (code {code}).', zh: "“{device}”拒绝执行（代码 {code}）。" },
  },
  "port-taken": {
    status: 503,
    message: {
      en: "Port {port} on {host} is taken by another program. Choose another with {flag}, or stop that program.",
      zh: "{host} 的端口 {port} 已被其他程序占用。请用 {flag} 换一个端口，或停止该程序。",
    },
  },
  "mqtt-port-taken": {
    status: 503,
    message: {
      en: "Port {port} on {host} is taken, perhaps by an MQTT broker: use that one with --mqtt mqtt://{host}:{port}, or give Jia's own another port with --mqtt-port.",
      zh: "{host} 的端口 {port} 已被占用，可能是另一个 MQTT 服务器：可用 --mqtt mqtt://{host}:{port} 直接使用它，或用 --mqtt-port 为 Jia 自带的服务器换一个端口。",
    },
  },
  "broker-unreachable": {
    status: 503,
    message: {
      en: "The MQTT broker at {url} does not answer: {detail}.",
      zh: "MQTT 服务器 {url} 没有响应：{detail}。",
    },
  },
  "unknown-name": {
    status: 404,
    message: {
      en: 'There is no {what} "{name}". Nearest: {known}.',
      zh: "没有名为“{name}”的{what}。最接近的有：{known}。",
    },
  },
  "ambiguous-name": {
    status: 409,
    message: {
      en: '"{name}" can be several devices: {known}. Give one of these handles, or ask which one is meant.',
      zh: "“{name}”可能指多个设备：{known}。请用其中一个标识，或询问是哪一个。",
    },
  },
  "value-unknown": {
    status: 409,
    message: {
      en: 'The value of "{address}" of "{device}" is not known now, so it cannot be changed from there. Give the value itself.',
      zh: "“{device}”的“{address}”当前值未知，无法在其基础上调整。请直接给出目标值。",
    },
  },
  "unknown-tool": {
    status: 404,
    message: {
      en: 'There is no tool "{name}". The tools are: {known}.',
      zh: "没有名为“{name}”的工具。可用的工具有：{known}。",
    },
  },
  "invalid-tool-arguments": {
    status: 400,
    message: {
      en: "The arguments of {tool} are not valid: {detail}. Correct them and call it again.",
      zh: "{tool} 的参数无效：{detail}。请改正后重新调用。",
    },
  },
  "too-many-calls": {
    status: 429,
    message: {
      en: "Not run: this turn has used up its {limit} tool calls. Answer with what is known.",
      zh: "未执行：本轮的 {limit} 次工具调用已用完。请用已知信息作答。",
    },
  },
  "stands-by": {
    status: 503,
    message: {
      en: "Another instance of Jia runs the schedules; this one stands by. Ask that one.",
      zh: "另一个 Jia 实例正在运行计划任务，本实例处于待命状态。请访问那个实例。",
    },
  },
  "store-unavailable": {
    status: 503,
    message: {
      en: "The database cannot be opened ({where}): {detail}.",
      zh: "数据库无法打开（{where}）：{detail}。",
    },
  },
  "model-unavailable": {
    status: 503,
    message: { en: "The model cannot be used now: {detail}.", zh: "模型目前不可用：{detail}。" },
  },
  cancelled: { status: 499, message: { en: "Stopped before it was done.", zh: "已在完成之前停止。" } },
  timeout: {
    status: 504,
    message: { en: "{what} did not answer in {seconds} s.", zh: "{what}在 {seconds} 秒内没有响应。" },
  },
  internal: {
    status: 500,
    message: { en: "Jia made a mistake: {detail}. Please report it.", zh: "Jia 出错了：{detail}。请反馈此问题。" },
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The message of `code` in `language` with `details` filled in: `why.zh` instead of `why` where the language has its own. */
export function errorMessage(code: ErrorCode, details: ErrorDetails = {}, language: Language = "en"): string {
  return ERRORS[code].message[language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(details[`${name}.${language}`] ?? details[name] ?? "?"),
  );
}

/** An error with a code of the table. `message` is the English text; `localized()` gives it in another language. */
export class JiaError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(errorMessage(code, details), cause === undefined ? undefined : { cause });
    this.name = "JiaError";
    this.code = code;
    this.details = details;
  }

  /** The HTTP status for this error. */
  get status(): number {
    return ERRORS[this.code].status;
  }

  localized(language: Language): string {
    return errorMessage(this.code, this.details, language);
  }
}
