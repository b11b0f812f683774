import { text } from "node:stream/consumers";
import { JiaError, succeeded } from "../home/index.ts";
import { allPacks, languageOf, message, messages, packOf } from "../language/index.ts";
import type { AssistantReply, AssistantRequest, Client } from "./client/client.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { rememberConversation, resolveConversation } from "./files/conversations.ts";
import { givenOptions } from "./line/shell.ts";
import { askLine, canAsk } from "./terminal/ask.ts";
import { askSecret } from "./terminal/ask-secret.ts";
import { fitted } from "./terminal/layout.ts";
import { devicesOfOutcomes, outcomeLine } from "./words/outcomes.ts";

/** The longest text that is read from a pipe, in UTF-16 units, like that of the API. */
const MAX_TEXT = 4000;

export const say = defineCommand({
  name: "say",
  summary: message("say.summary"),
  usage: "[TEXT]",
  details: message("say.details"),
  examples: [
    'jia say "把客厅的灯调到一半"',
    'jia say "is the front door locked?" --json',
    "jia say --conversation last undo",
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
      const { env, language, stdout, stderr, style } = context;
      const fixed = {
        ...(room !== undefined && { room }),
        ...(flags.language !== undefined && { language }),
      };
      const id = conversation === undefined ? undefined : await resolveConversation(env, client.address, conversation);
      let utterance: AssistantRequest = {
        text: spoken,
        ...fixed,
        ...(id !== undefined && { conversation: id, existing: true }),
      };
      const asks = canAsk(context) && !flags.json;
      for (;;) {
        const reply = await turn(client, utterance, context);
        const hint = reply.expectsReply && client.address !== null ? answerCommand(reply, flags, context) : null;
        const { failed, ...answer } = reply;
        if (flags.json) stdout.write(`${JSON.stringify({ ...answer, ...(hint !== null && { answerWith: hint }) })}\n`);
        else stdout.write(`${await spokenReply(reply, client, context)}\n`);
        if (!reply.expectsReply) {
          const nothing = isNothingToUndo(reply);
          if (id === undefined && nothing) {
            stderr.write(`${style.dim(messages(language).say.undoLast({ command: `${context.program} say` }))}\n`);
          }
          return !failed && !nothing && reply.outcomes.every(succeeded) ? 0 : 1;
        }
        const next = asks ? await answerTo(reply, context) : null;
        if (next === null) {
          if (hint !== null && !flags.json) stderr.write(`${messages(language).say.answerWith({ command: hint })}\n`);
          return 1;
        }
        utterance = { text: next, ...fixed, conversation: reply.conversation };
      }
    });
  },
});

/** Runs one turn and prints its notices on the error output. The conversation is stored as the last one. */
async function turn(
  client: Client,
  utterance: AssistantRequest,
  { env, signal, stderr }: CommandContext,
): Promise<AssistantReply> {
  let reply: AssistantReply | null = null;
  for await (const news of client.turn(utterance, signal)) {
    if (news.type === "done") reply = news.reply;
    if (news.type === "notice") stderr.write(`${news.text}\n`);
  }
  if (!reply) throw new JiaError("cancelled");
  if (client.address !== null) await rememberConversation(env, client.address, reply.conversation);
  return reply;
}

/** Whether a reply asks for a yes or a no, as far as its outcomes tell. */
function asksForYes({ outcomes }: AssistantReply): boolean {
  return outcomes.some(({ status }) => status === "needs-confirmation");
}

/** The answer of the person at the terminal; null when there is none. */
async function answerTo(reply: AssistantReply, context: CommandContext): Promise<string | null> {
  if (reply.expectsPin) return (await askSecret(context.style.accent("› "), context)) || null;
  const yesNo = asksForYes(reply);
  const answer = await askLine(context.style.accent(yesNo ? "[y/N] " : "› "), context);
  if (answer === null || (answer === "" && !yesNo)) return null;
  // The word of the conversation's language, so that it continues in it.
  if (/^y(es)?$/i.test(answer)) return yesWord(reply);
  if (/^(no?)?$/i.test(answer)) return firstOf(packOf(languageOf(reply.reply)).answerWords.sentence.no);
  return answer;
}

function yesWord({ reply }: AssistantReply): string {
  return firstOf(packOf(languageOf(reply)).answerWords.sentence.yes);
}

function firstOf(phrases: string): string {
  return phrases.split(",")[0] ?? phrases;
}

/** The command line that answers a question, with a yes where it asks for one. */
function answerCommand(
  reply: AssistantReply,
  flags: Readonly<Record<string, unknown>>,
  { program, language }: CommandContext,
): string {
  const options = givenOptions(flags, ["url", "port", "config"]);
  const answer = asksForYes(reply) ? yesWord(reply) : messages(language).say.answer;
  return [program, "say", options, "--conversation", reply.conversation, answer].filter(Boolean).join(" ");
}

/** Whether an undo was asked for in a conversation in which nothing was done. */
function isNothingToUndo({ reply }: AssistantReply): boolean {
  return allPacks().some((pack) => pack.messages.replies.nothingToUndo === reply);
}

async function fromPipe({ stdin }: CommandContext): Promise<string> {
  if (stdin.isTTY) throw new JiaError("usage", { detail: message("say.what") });
  const read = (await text(stdin)).trim();
  if (read === "") throw new JiaError("usage", { detail: message("say.emptyInput") });
  if (read.length > MAX_TEXT) throw new JiaError("usage", { detail: message("say.tooLong", { limit: MAX_TEXT }) });
  return read;
}

async function spokenReply(
  { reply, outcomes }: AssistantReply,
  client: Client,
  context: CommandContext,
): Promise<string> {
  const known = await devicesOfOutcomes(outcomes, client, context.signal);
  const lines = outcomes.map((outcome) => outcomeLine(outcome, known, context, 2));
  return [fitted(reply, context.stdout), ...lines].join("\n");
}
