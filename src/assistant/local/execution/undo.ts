import { type Command, type Home, type Outcome, undoOf } from "../../../home/index.ts";
import { messages, packOf } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { LocalReply, LocalRequest, ToolCall } from "../../contract.ts";
import { restoreEarlierUndo } from "../../conversation-focus.ts";
import { hold } from "../../open/items.ts";
import { outcomeSentences, questionFor } from "../../replies/outcomes.ts";
import { deviceReplyName } from "../reply/names.ts";
import { toToolCall } from "./plan-commands.ts";

/** Reverts the last command. Says so where there is nothing to revert. */
export async function undoLast(home: Home, request: LocalRequest, context: DialogueContext): Promise<LocalReply> {
  const { conversation } = request;
  const { undo: last } = conversation;
  if (last.length === 0) return localReply(messages(context.language).replies.nothingToUndo, [], []);
  const result = await revertOutcomes(home, last, request, context);
  restoreEarlierUndo(conversation, home);
  return result;
}

/** Reverts the changes of these outcomes, as far as they can be reverted. */
export async function revertOutcomes(
  home: Home,
  changed: readonly Outcome[],
  request: LocalRequest,
  context: DialogueContext,
): Promise<LocalReply> {
  const { commands, lost } = undoOf(changed);
  return await executeCommands(home, commands, lost, request, context);
}

/**
 * Executes commands and words their outcomes. Commands that need a yes are added to the open items.
 * @param lost outcomes that have no revert; the reply names their devices
 */
export async function executeCommands(
  home: Home,
  commands: readonly Command[],
  lost: readonly Outcome[],
  { conversation, origin, signal }: LocalRequest,
  context: DialogueContext,
): Promise<LocalReply> {
  const { outcomes, confirmation } =
    commands.length > 0 ? await home.execute(commands, origin, { signal }) : { outcomes: [] };
  const done = outcomeSentences(home, outcomes, context.language);
  const told = joinSentences(
    [done, lostText(lost, context)].filter((text) => text !== ""),
    context,
  );
  if (!confirmation) return localReply(told, outcomes, commands.map(toToolCall));
  const { language } = context;
  const question = questionFor(home, confirmation, language);
  const { id, expiresAt } = confirmation;
  hold(conversation, {
    kind: "commands",
    confirmation: id,
    commands: confirmation.commands,
    question,
    language,
    expiresAt,
    behind: [],
  });
  return localReply(
    joinSentences(
      [told, question].filter((text) => text !== ""),
      context,
    ),
    outcomes,
    commands.map(toToolCall),
    true,
  );
}

/** Names the devices of changes that cannot be reverted; "" where there are none. */
export function lostText(lost: readonly Outcome[], { index, language }: DialogueContext): string {
  if (lost.length === 0) return "";
  const names = lost.map(({ device }) => {
    const known = index.devices.get(device)?.device;
    return known ? deviceReplyName(known, index, language) : device;
  });
  return messages(language).replies.notBack([...new Set(names)]);
}

/** Joins sentences to one text, as the language does. */
export function joinSentences(texts: readonly string[], { language }: Pick<DialogueContext, "language">): string {
  return packOf(language).grammar.sentences(texts);
}

/** A reply of the local engine. */
export function localReply(
  text: string,
  outcomes: readonly Outcome[],
  calls: readonly ToolCall[],
  expectsReply = false,
): LocalReply {
  return { handled: true, reply: text, expectsReply, outcomes, calls, refused: 0 };
}
