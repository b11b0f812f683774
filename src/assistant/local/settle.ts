import type { Confirmation, Home, Outcome } from "../../home/index.ts";
import { errorText, type Language } from "../../language/index.ts";
import type { LocalRequest, LocalResult, ToolCall } from "../contract.ts";
import { restoring } from "./carry.ts";
import type { Situation } from "./ground/situation.ts";
import { nameOf } from "./reply/names.ts";
import { phrasesOf } from "./reply/phrases.ts";
import { toolCalls } from "./tool-calls.ts";
import { saysWord } from "./words.ts";

type Handled = Extract<LocalResult, { handled: true }>;

/** Puts back what was done last. */
export async function undo(
  home: Home,
  { conversation, origin, signal }: LocalRequest,
  situation: Situation,
): Promise<Handled> {
  const commands = restoring(conversation.undo);
  if (commands.length === 0) return reply(phrasesOf(situation.language).nothingToUndo, [], []);
  const { outcomes, confirmation } = await home.execute(commands, origin, { signal });
  conversation.undo = [];
  conversation.confirmation = confirmation ?? null;
  return reply(plainText(outcomes, situation), outcomes, commands.map(toolCalls), confirmation !== undefined);
}

/** What an answer to a question about commands of the home comes to; null when it was no yes, or too late. */
export async function confirmed(
  { id, expiresAt, commands }: Confirmation,
  home: Home,
  { text, origin, signal }: LocalRequest,
  situation: Situation,
): Promise<Handled | null> {
  if (!saysWord(text, "yes") || expiresAt < situation.now) return null;
  const { outcomes } = await home.confirm(id, origin, { signal });
  return reply(plainText(outcomes, situation), outcomes, commands.map(toolCalls));
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
    const detail = errorOf(
      outcomes.find((outcome) => outcome.status === status),
      language,
    );
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
): Handled {
  return { handled: true, reply: text, expectsReply, outcomes, calls, refused: 0 };
}

function errorOf(outcome: Outcome | undefined, language: Language): string {
  return outcome?.error ? errorText(outcome.error, language) : "";
}
