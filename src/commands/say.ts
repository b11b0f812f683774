import { text } from "node:stream/consumers";
import { JiaError, succeeded } from "../home/index.ts";
import type { Reply } from "./client.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./connect.ts";
import { outcomeLine } from "./outcomes.ts";

/** Longest text that is read from a pipe, in UTF-16 units; the API takes no more. */
const MAX_TEXT = 4000;

export const say = defineCommand({
  name: "say",
  summary: { en: "Say one thing to the home.", zh: "对家说一句话。" },
  usage: "[TEXT]",
  details: {
    en:
      "Prints the reply and what each device did. Without TEXT it reads standard input. The exit code is 0 only when it " +
      "worked: the home understood, nothing is left to ask, and every outcome is good.",
    zh: "打印回答以及每个设备的执行结果。省略 TEXT 时读取标准输入。只有听懂且全部执行成功时退出码才为 0。",
  },
  examples: [
    'npm run jia -- say "把客厅的灯调到一半"',
    'npm run jia -- say "is the front door locked?" --json',
    'echo "turn off all lights" | npm run jia -- say --home flat',
  ],
  flags: {
    json: { kind: "switch", about: { en: "Print the whole answer as JSON.", zh: "以 JSON 输出完整结果。" } },
    room: {
      kind: "text",
      value: "ROOM",
      about: { en: "Where you are: a room's id or name.", zh: "你所在的房间（id 或名称）。" },
    },
    conversation: {
      kind: "text",
      value: "ID",
      about: { en: "Go on with a conversation (its id is in the JSON).", zh: "继续某次对话（其 id 见 JSON 输出）。" },
    },
    ...HOME_FLAG,
    ...CONNECT_FLAGS,
  },
  positionals: { min: 0, max: 200 },
  async run({ flags, positionals }, context) {
    const spoken = positionals.join(" ").trim() || (await fromPipe(context));
    return await withJia(flags, context, async (client) => {
      const { room, conversation } = flags;
      const utterance = {
        text: spoken,
        ...(room !== undefined && { room }),
        ...(conversation !== undefined && { conversation }),
        ...(flags.language !== undefined && { language: context.language }),
      };
      let reply: Reply | null = null;
      for await (const news of client.turn(utterance, context.signal)) {
        if (news.type === "done") reply = news.reply;
        if (news.type === "notice") context.stderr.write(`${news.text}\n`);
      }
      if (!reply) throw new JiaError("cancelled");
      const { failed, ...answer } = reply;
      context.stdout.write(`${flags.json ? JSON.stringify(answer) : spokenReply(reply, context)}\n`);
      const worked = !failed && !reply.expectsReply && reply.outcomes.every(succeeded);
      return worked ? 0 : 1;
    });
  },
});

async function fromPipe({ stdin, language }: CommandContext): Promise<string> {
  if (stdin.isTTY) {
    const detail =
      language === "zh"
        ? '要说什么？例如：jia say "打开客厅的灯"'
        : 'Say what? For example: jia say "turn on the lights"';
    throw new JiaError("usage", { detail });
  }
  const read = (await text(stdin)).trim();
  if (read === "")
    throw new JiaError("usage", { detail: language === "zh" ? "标准输入为空。" : "Standard input is empty." });
  if (read.length > MAX_TEXT) {
    const detail =
      language === "zh"
        ? `文本过长：最多 ${MAX_TEXT} 个字符。`
        : `The text is too long: at most ${MAX_TEXT} characters.`;
    throw new JiaError("usage", { detail });
  }
  return read;
}

function spokenReply(reply: Reply, { language, style }: CommandContext): string {
  return [reply.reply, ...reply.outcomes.map((outcome) => `  ${outcomeLine(outcome, language, style)}`)].join("\n");
}
