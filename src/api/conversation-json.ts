import { z } from "zod";
import type { Exchange, KeptConversation, NumberedExchange } from "../assistant/index.ts";
import { cleanText, type Home } from "../home/index.ts";
import { timeJson } from "./json.ts";

/** The longest title, in characters. */
const MAX_TITLE = 60;

export const ConversationBody = z
  .object({
    id: z.string(),
    title: z.string().meta({ description: "Its first sentence, shortened. Empty when that cannot be read." }),
    from: z.string().meta({ description: "When its first turn ended." }),
    to: z.string().meta({ description: "When its last turn ended." }),
    turns: z.number(),
    person: z.string().nullable().meta({ description: "Id of the person who began it; null: nobody known." }),
    client: z
      .string()
      .nullable()
      .meta({ description: "What the program calls itself by which it began.", examples: ["command-line"] }),
  })
  .meta({ id: "Conversation" });

export const ExchangeBody = z
  .object({
    number: z.number().meta({ description: "Grows within the conversation." }),
    at: z.string(),
    person: z.string().nullable(),
    client: z.string().nullable(),
    text: z.string().meta({ description: "What was said. A PIN is cut out." }),
    reply: z.string(),
    path: z.enum(["local", "model"]),
    calls: z
      .array(z.object({ tool: z.string(), arguments: z.unknown() }))
      .meta({ description: "The calls of a model; none where Jia understood by itself." }),
    outcomes: z.array(
      z.object({
        device: z.string().meta({ description: "The handle; the id where it is not there any more." }),
        id: z.string(),
        property: z.string().optional(),
        action: z.string().optional(),
        value: z.unknown(),
        status: z.string(),
      }),
    ),
  })
  .meta({ id: "Exchange" });

/** A conversation of a list as JSON. */
export function conversationJson({ id, first, turns, from, to }: KeptConversation): z.input<typeof ConversationBody> {
  return {
    id,
    title: first ? titleOf(first.text) : "",
    from: timeJson(from),
    to: timeJson(to),
    turns,
    person: first?.person ?? null,
    client: first?.client ?? null,
  };
}

/** The first sentence of a text, shortened. */
export function titleOf(text: string): string {
  const line = cleanText(text, 1_000);
  const [sentence = line] = /^.+?(?:[.!?](?=\s|$)|[。！？])/u.exec(line) ?? [];
  const characters = [...sentence.replace(/[.。]$/u, "").trim()];
  return characters.length > MAX_TITLE ? `${characters.slice(0, MAX_TITLE - 1).join("")}…` : characters.join("");
}

/** An exchange as JSON. */
export function exchangeJson({ number, exchange }: NumberedExchange, home: Home): z.input<typeof ExchangeBody> {
  const { at, person = null, client = null, text, reply, path, outcomes } = exchange;
  return {
    ...{ number, at: timeJson(at), person, client, text, reply, path },
    calls: callsOf(exchange),
    outcomes: outcomes.map((outcome) => ({
      device: home.device(outcome.device)?.handle ?? outcome.device,
      id: outcome.device,
      ...("property" in outcome
        ? { property: outcome.property, value: outcome.value }
        : { action: outcome.action, value: [...outcome.in] }),
      status: outcome.status,
    })),
  };
}

const Called = z.object({
  tool_calls: z.array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) })),
});

function callsOf({ messages = [] }: Exchange): { tool: string; arguments: unknown }[] {
  return messages.flatMap((message) => {
    const { data } = Called.safeParse(message);
    return (data?.tool_calls ?? []).map(({ function: { name, arguments: given } }) => ({
      tool: name,
      arguments: jsonOr(given),
    }));
  });
}

/** JSON as its value; any other text as it is. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Conversations as Markdown: a title, and a paragraph for each text and reply. What was said cannot make marks of its own. */
export function conversationMarkdown(
  exchanges: readonly NumberedExchange[],
  words: { readonly speaker: (person: string | undefined) => string; readonly jia: string; readonly zone: string },
): string {
  const [first] = exchanges;
  const lines = [`# ${escaped(titleOf(first?.exchange.text ?? ""))}`];
  let day = "";
  for (const { exchange } of exchanges) {
    const moment = Temporal.Instant.fromEpochMilliseconds(exchange.at).toZonedDateTimeISO(words.zone);
    const date = moment.toPlainDate().toString();
    if (date !== day) lines.push(`## ${date}`);
    day = date;
    const time = moment.toPlainTime().toString({ smallestUnit: "minute" });
    lines.push(`**${escaped(words.speaker(exchange.person))}** (${time}): ${escaped(exchange.text)}`);
    lines.push(`**${escaped(words.jia)}**: ${escaped(exchange.reply)}`);
  }
  return `${lines.join("\n\n")}\n`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~!]/g, "\\$&")
    .replace(/\s*\n\s*/g, "  \n")
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, "$1\\$2");
}
