import {
  type Command,
  type Confirmation,
  type Device,
  type Home,
  type Outcome,
  succeeded,
  type Value,
} from "../../home/index.ts";
import { errorText, type Language, textOf } from "../../language/index.ts";
import { actionWords, stateWords } from "./words.ts";

/** The last outcome of every property and action that was touched, in the order they were first touched. */
export function settled(outcomes: readonly Outcome[]): Outcome[] {
  const last = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    last.set(`${outcome.device} ${"property" in outcome ? outcome.property : outcome.action}`, outcome);
  }
  return [...last.values()];
}

/**
 * What happened, in sentences that claim nothing else: one for each kind of outcome, devices and values by name. Empty
 * when there are no outcomes.
 */
export function outcomeSentences(home: Home, outcomes: readonly Outcome[], language: Language): string {
  const last = settled(outcomes);
  const of = (...statuses: readonly Outcome["status"][]) => last.filter((each) => statuses.includes(each.status));
  const sentences = [
    ...done(home, of("confirmed", "unchanged", "accepted"), language),
    ...byDevice(
      home,
      of("offline").filter(({ error }) => !error),
      OFFLINE,
      language,
    ),
    ...elsewhere(of("offline"), language),
    ...byDevice(home, of("timeout"), TIMEOUT, language),
    ...of("rejected", "denied").map((outcome) => refusal(home, outcome, language)),
  ];
  return sentences.join(language === "zh" ? "" : " ");
}

/** What commands would do, a phrase for each property or action: "Kitchen light on". */
export function commandPhrases(home: Home, commands: readonly Command[], language: Language): string[] {
  return commands.flatMap((command) => {
    const device = home.device(command.device);
    if (!device) return [];
    return command.kind === "set"
      ? command.properties.map(({ address, value }) => change(device, address, value, language))
      : [named(device, actionWords(device, command.action, language), language)];
  });
}

/** The question for commands that wait for a yes: what would happen, and why it is asked. */
export function confirmationQuestion(home: Home, { commands, rules }: Confirmation, language: Language): string {
  const why = rules.map((rule) => textOf(rule.why ?? "", language)).filter((text) => text !== "");
  return sureQuestion(commandPhrases(home, commands, language), [...new Set(why)], language);
}

/** "Are you sure: Front door unlocked (it unlocks a door)?" */
export function sureQuestion(things: readonly string[], why: readonly string[], language: Language): string {
  if (language === "zh") {
    return `${why.length > 0 ? `${why.join("，")}。` : ""}确定要执行吗：${things.join("、")}？`;
  }
  const reason = why.length > 0 ? ` (${why.join(", ")})` : "";
  return `Are you sure: ${things.join(", ")}${reason}?`;
}

type Sentence = Readonly<Record<Language, (devices: string, many: boolean) => string>>;

const OFFLINE: Sentence = {
  en: (devices, many) => `${devices} ${many ? "are" : "is"} offline, so nothing was changed there.`,
  zh: (devices) => `${devices}离线，没有执行。`,
};

const TIMEOUT: Sentence = {
  en: (devices) => `${devices} did not answer in time; it may not have happened.`,
  zh: (devices) => `${devices}没有及时响应，可能没有生效。`,
};

function done(home: Home, outcomes: readonly Outcome[], language: Language): string[] {
  if (outcomes.length === 0) return [];
  const things = outcomes.map((outcome) => happened(home, outcome, language));
  return [language === "zh" ? `已完成：${things.join("、")}。` : `Done: ${things.join(", ")}.`];
}

/** Why nothing reached devices that are not offline themselves: once, whatever the number of devices. */
function elsewhere(outcomes: readonly Outcome[], language: Language): string[] {
  const texts = outcomes.flatMap(({ error }) =>
    error ? errorText({ code: error.code, details: error.details }, language) : [],
  );
  const nothing = language === "zh" ? "没有执行。" : "Nothing was changed.";
  return [...new Set(texts)].map((text) => (language === "zh" ? `${text}${nothing}` : `${text} ${nothing}`));
}

function byDevice(home: Home, outcomes: readonly Outcome[], sentence: Sentence, language: Language): string[] {
  const names = [...new Set(outcomes.map((outcome) => nameOf(home.device(outcome.device), outcome.device, language)))];
  if (names.length === 0) return [];
  return [sentence[language](names.join(language === "zh" ? "、" : ", "), names.length > 1)];
}

function refusal(home: Home, outcome: Outcome, language: Language): string {
  const what = happened(home, outcome, language);
  const code = outcome.code === undefined ? "" : ` (${outcome.code})`;
  if (outcome.status === "denied") {
    return language === "zh" ? `安全策略不允许：${what}。` : `Not allowed by the policy: ${what}.`;
  }
  // The text of an error of ours is in English; a Chinese reply names the code.
  if (language === "zh") return `没有成功：${what}，设备或规格拒绝${code}。`;
  return outcome.error
    ? `Not done: ${what}. ${errorText(outcome.error, language)}`
    : `Refused by the device: ${what}${code}.`;
}

function happened(home: Home, outcome: Outcome, language: Language): string {
  const device = home.device(outcome.device);
  if (!device) return outcome.device;
  return "property" in outcome
    ? change(device, outcome.property, outcome.value, language)
    : named(device, actionWords(device, outcome.action, language), language);
}

function change(device: Device, address: string, value: Value, language: Language): string {
  const property = device.spec.properties.get(address);
  if (!property) return named(device, `${address} ${String(value)}`, language);
  return named(device, stateWords(property, value, language), language);
}

function named(device: Device, what: string, language: Language): string {
  return language === "zh" ? `${nameOf(device, "", language)}${what}` : `${nameOf(device, "", language)} ${what}`;
}

/** The device's name in the language, where it has one, with its room when the name alone is not enough. */
function nameOf(device: Device | undefined, otherwise: string, language: Language): string {
  if (!device) return otherwise;
  const name = inLanguage(device.name, device.aliases, language);
  const room = device.room ? inLanguage(device.room.name, device.room.aliases, language) : "";
  if (room === "" || name.toLowerCase().includes(room.toLowerCase())) return name;
  return language === "zh" ? `${room}${name}` : `${room} ${name}`;
}

function inLanguage(name: string, aliases: readonly string[], language: Language): string {
  const chinese = (text: string) => /\p{Script=Han}/u.test(text);
  if (chinese(name) === (language === "zh")) return name;
  return aliases.find((alias) => chinese(alias) === (language === "zh")) ?? name;
}

/** Whether everything that was touched ended well. */
export function allSucceeded(outcomes: readonly Outcome[]): boolean {
  return settled(outcomes).every(succeeded);
}
