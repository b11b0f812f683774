import type { Home, Outcome } from "../../home/index.ts";
import type { LocalReply, LocalRequest, ToolCall } from "../contract.ts";
import { hold } from "../open/items.ts";
import { confirmationQuestion } from "../replies/outcomes.ts";
import { restoring } from "./carry.ts";
import type { Situation } from "./ground/situation.ts";
import { nameOf } from "./reply/names.ts";
import { phrasesOf } from "./reply/phrases.ts";
import { toolCalls } from "./tool-calls.ts";

/** Puts back what was done last. */
export async function undo(
  home: Home,
  { conversation, origin, signal }: LocalRequest,
  situation: Situation,
): Promise<LocalReply> {
  const commands = restoring(conversation.undo);
  if (commands.length === 0) return reply(phrasesOf(situation.language).nothingToUndo, [], []);
  const { outcomes, confirmation } = await home.execute(commands, origin, { signal });
  conversation.undo = [];
  const told = plainText(outcomes, situation);
  if (!confirmation) return reply(told, outcomes, commands.map(toolCalls));
  const { language } = situation;
  const question = confirmationQuestion(home, confirmation, language);
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

/** A short account of outcomes of which nothing else is known. */
function plainText(outcomes: readonly Outcome[], { index, language }: Situation): string {
  const phrases = phrasesOf(language);
  const name = (id: string): string => {
    const device = index.devices.get(id)?.device;
    return device ? nameOf(device, index, language) : id;
  };
  const names = (wanted: (outcome: Outcome) => boolean): string[] => [
    ...new Set(outcomes.filter(wanted).map(({ device }) => name(device))),
  ];
  const good = names(({ status }) => status === "confirmed" || status === "unchanged" || status === "accepted");
  const texts = good.length > 0 ? [phrases.confirmed] : [];
  for (const status of ["timeout", "offline", "rejected", "denied"] as const) {
    const failed = names((outcome) => outcome.status === status);
    if (failed.length === 0) continue;
    const detail = "";
    texts.push(phrases.failed(status, { names: failed, count: failed.length, kind: "" }, detail));
  }
  return joined(texts, { language });
}

/** Sentences as one text. */
export function joined(texts: readonly string[], { language }: Pick<Situation, "language">): string {
  return texts.join(language === "zh" ? "" : " ");
}

export function reply(
  text: string,
  outcomes: readonly Outcome[],
  calls: readonly ToolCall[],
  expectsReply = false,
): LocalReply {
  return { handled: true, reply: text, expectsReply, outcomes, calls, refused: 0 };
}
