import type { Home, NotedOutcome, Outcome, OutcomeStatus } from "../../home/index.ts";
import { actionName, errorText, type Language, propertyName, valueText } from "../../language/index.ts";
import { deviceWords, say } from "./words.ts";

/** What a command was about: "the hall Lamp, brightness". */
export function outcomeName(outcome: Outcome, language: Language, home: Home): string {
  const device = home.device(outcome.device);
  const name = device ? deviceWords(device, language) : outcome.device;
  const [address, part] =
    "property" in outcome
      ? [outcome.property, device?.spec.properties.get(outcome.property)]
      : [outcome.action, device?.spec.actions.get(outcome.action)];
  const what = !part ? address : "format" in part ? propertyName(part, language) : actionName(part, language);
  return say(language, `${name}, ${what}`, `${name}的${what}`);
}

/** What was done: "brightness 20%", "start sweep". */
export function outcomeWords(outcome: NotedOutcome, language: Language, home: Home): string {
  const spec = home.device(outcome.device)?.spec;
  if ("action" in outcome) {
    const action = spec?.actions.get(outcome.action);
    return action ? actionName(action, language) : outcome.action;
  }
  const property = spec?.properties.get(outcome.property);
  if (!property) return `${outcome.property} = ${outcome.value}`;
  return `${propertyName(property, language)} ${valueText(property, outcome.value, language)}`;
}

/** Why a device did not do it, keyed by the status. */
const WHY: Readonly<Record<OutcomeStatus, readonly [en: string, zh: string]>> = {
  confirmed: ["done", "已完成"],
  unchanged: ["it was so already", "本来如此"],
  accepted: ["sent", "已发送"],
  timeout: ["it did not answer in time", "超时未响应"],
  offline: ["it is not reachable", "不在线"],
  rejected: ["it refused", "设备拒绝"],
  denied: ["the policy does not allow it", "安全策略不允许"],
  "needs-confirmation": [
    "nobody said yes to it when it was saved: save it again with a yes",
    "保存时未获同意：请重新保存并同意",
  ],
};

export function refusalWords({ status, error }: Outcome, language: Language): string {
  if (!error || status === "needs-confirmation") return say(language, ...WHY[status]);
  return errorText(error, language);
}
