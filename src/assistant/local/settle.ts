import { type Command, type Home, type Outcome, undoOf } from "../../home/index.ts";
import { messages, packOf } from "../../language/index.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import type { LocalReply, LocalRequest, ToolCall } from "../contract.ts";
import { hold } from "../open/items.ts";
import { undone } from "../remember.ts";
import { outcomeSentences, questionFor } from "../replies/outcomes.ts";
import { toolCalls } from "./carry.ts";
import { nameOf } from "./reply/names.ts";

/** Reverts the last command. Says so where there is nothing to revert. */
export async function undo(home: Home, request: LocalRequest, situation: Situation): Promise<LocalReply> {
  const { conversation } = request;
  const { undo: last } = conversation;
  if (last.length === 0) return reply(messages(situation.language).replies.nothingToUndo, [], []);
  const result = await putBackAll(home, last, request, situation);
  undone(conversation, home);
  return result;
}

/** Reverts the changes of these outcomes, as far as they can be reverted. */
export async function putBackAll(
  home: Home,
  changed: readonly Outcome[],
  request: LocalRequest,
  situation: Situation,
): Promise<LocalReply> {
  const { commands, lost } = undoOf(changed);
  return await perform(home, commands, lost, request, situation);
}

/**
 * Executes commands and words their outcomes. Commands that need a yes are added to the open items.
 * @param lost outcomes that have no revert; the reply names their devices
 */
export async function perform(
  home: Home,
  commands: readonly Command[],
  lost: readonly Outcome[],
  { conversation, origin, signal }: LocalRequest,
  situation: Situation,
): Promise<LocalReply> {
  const { outcomes, confirmation } =
    commands.length > 0 ? await home.execute(commands, origin, { signal }) : { outcomes: [] };
  const done = outcomeSentences(home, outcomes, situation.language);
  const told = joined(
    [done, lostText(lost, situation)].filter((text) => text !== ""),
    situation,
  );
  if (!confirmation) return reply(told, outcomes, commands.map(toolCalls));
  const { language } = situation;
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
  return reply(
    joined(
      [told, question].filter((text) => text !== ""),
      situation,
    ),
    outcomes,
    commands.map(toolCalls),
    true,
  );
}

/** Names the devices of changes that cannot be reverted; "" where there are none. */
export function lostText(lost: readonly Outcome[], { index, language }: Situation): string {
  if (lost.length === 0) return "";
  const names = lost.map(({ device }) => {
    const known = index.devices.get(device)?.device;
    return known ? nameOf(known, index, language) : device;
  });
  return messages(language).replies.notBack([...new Set(names)]);
}

/** Joins sentences to one text, as the language does. */
export function joined(texts: readonly string[], { language }: Pick<Situation, "language">): string {
  return packOf(language).grammar.sentences(texts);
}

/** A reply of the local engine. */
export function reply(
  text: string,
  outcomes: readonly Outcome[],
  calls: readonly ToolCall[],
  expectsReply = false,
): LocalReply {
  return { handled: true, reply: text, expectsReply, outcomes, calls, refused: 0 };
}
