import type { Language } from "../language/index.ts";
import type { Command, Flag, Flags } from "./command.ts";
import { COMMON_FLAGS } from "./parse.ts";
import { padEnd, type Style, textWidth } from "./style.ts";

/** The help of the whole command line: every verb with one line. */
export function overview(commands: readonly Command[], language: Language, style: Style): string {
  const zh = language === "zh";
  const width = Math.max(...commands.map(({ name }) => name.length));
  const verbs = commands.map(({ name, summary }) => `  ${style.bold(padEnd(name, width))}  ${summary[language]}`);
  return [
    zh ? "Jia（家）：用一句话控制家里的设备。" : "Jia (家): say it, and a device of your home does it.",
    "",
    `${zh ? "用法" : "Usage"}: npm run jia -- <${zh ? "命令" : "command"}> [${zh ? "选项" : "options"}]`,
    "",
    ...verbs,
    "",
    zh ? "每个命令的选项：npm run jia -- <命令> --help" : "Options of a command: npm run jia -- <command> --help",
    ...exitCodes(language),
  ].join("\n");
}

/** The help of one verb. */
export function commandHelp(command: Command, language: Language, style: Style): string {
  const zh = language === "zh";
  const flags: Flags = { ...command.flags, ...COMMON_FLAGS };
  const rows = Object.entries(flags).map(([name, flag]) => [spell(name, flag), flag.about[language]] as const);
  const width = Math.max(...rows.map(([left]) => textWidth(left)));
  return [
    command.summary[language],
    ...(command.details ? ["", command.details[language]] : []),
    "",
    `${zh ? "用法" : "Usage"}: npm run jia -- ${command.name} ${command.usage}`.trimEnd(),
    "",
    `${zh ? "选项" : "Options"}:`,
    ...rows.map(([left, about]) => `  ${style.bold(padEnd(left, width))}  ${about}`),
    ...(command.examples ? ["", `${zh ? "示例" : "Examples"}:`, ...command.examples.map((line) => `  ${line}`)] : []),
  ].join("\n");
}

function spell(name: string, flag: Flag): string {
  const short = flag.short ? `-${flag.short}, ` : "";
  return `${short}--${name}${flag.kind === "text" ? ` ${flag.value ?? "VALUE"}` : ""}`;
}

function exitCodes(language: Language): string[] {
  return language === "zh"
    ? ["退出码：0 成功 · 1 未完成 · 2 用法或配置有误 · 3 缺少所需的服务 · 130 被 Ctrl-C 中断"]
    : [
        "Exit codes: 0 it worked · 1 it did not · 2 wrong usage or configuration · 3 something needed is not there · 130 Ctrl-C",
      ];
}
