import { text } from "node:stream/consumers";
import { JiaError, succeeded } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { Reply } from "./client.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./connect.ts";
import { outcomeLine } from "./outcomes.ts";

/** Longest text that is read from a pipe, in UTF-16 units; the API takes no more. */
const MAX_TEXT = 4000;

export const say = defineCommand({
  name: "say",
  summary: message("say.summary"),
  usage: "[TEXT]",
  details: message("say.details"),
  examples: [
    'jia say "把客厅的灯调到一半"',
    'jia say "is the front door locked?" --json',
    'echo "turn off all lights" | jia say --home flat',
  ],
  flags: {
    json: { kind: "switch", about: message("say.json") },
    room: {
      kind: "text",
      value: "ROOM",
      about: message("cli.room"),
    },
    conversation: {
      kind: "text",
      value: "ID",
      about: message("say.conversation"),
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

async function fromPipe({ stdin }: CommandContext): Promise<string> {
  if (stdin.isTTY) throw new JiaError("usage", { detail: message("say.what") });
  const read = (await text(stdin)).trim();
  if (read === "") throw new JiaError("usage", { detail: message("say.emptyInput") });
  if (read.length > MAX_TEXT) throw new JiaError("usage", { detail: message("say.tooLong", { limit: MAX_TEXT }) });
  return read;
}

function spokenReply(reply: Reply, { language, style }: CommandContext): string {
  return [reply.reply, ...reply.outcomes.map((outcome) => `  ${outcomeLine(outcome, language, style)}`)].join("\n");
}
