/** What traces say about steps, in both languages. */
import type { Home, Outcome } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { LANGUAGES, type Localized } from "../../language/index.ts";
import { outcomeName, refusalWords } from "../describe/outcomes.ts";

export const FAILED_STEP: Localized = { en: "a step did not succeed", zh: "有步骤未成功" };
export const STOP_STEP: Localized = { en: "a stop step", zh: "遇到停止步骤" };
export const RESTART: Localized = { en: "the restart came in between", zh: "期间发生重启" };
export const IN_VAIN: Localized = { en: "what it waited for did not come in time", zh: "等待的条件未及时出现" };
export const NOTHING_TO_COMMAND: Localized = { en: "there was nothing to command", zh: "没有可操作的设备" };
/** Failures that a trace names one by one. */
const SHOWN = 5;

/** Which branch of a step was taken. */
export function branchWords(branch: string): Localized {
  if (branch === "do") return { en: "yes", zh: "是" };
  if (branch === "else") return { en: "otherwise", zh: "否则" };
  const option = Number(/\d+/.exec(branch)?.[0] ?? 0) + 1;
  return { en: `option ${option}`, zh: `第 ${option} 项` };
}

export function roundWords(rounds: number): Localized {
  return { en: rounds === 1 ? "1 round" : `${rounds} rounds`, zh: `${rounds} 轮` };
}

/** Which device did not do it, and why. */
export function failureWords(failed: readonly Outcome[], home: Home): Localized {
  const words = (language: Language): string =>
    failed
      .slice(0, SHOWN)
      .map(
        (outcome) =>
          outcomeName(outcome, language, home) + (language === "zh" ? "：" : ": ") + refusalWords(outcome, language),
      )
      .join(language === "zh" ? "；" : "; ");
  const [en = "", zh = ""] = LANGUAGES.map(words);
  return { en, zh };
}
