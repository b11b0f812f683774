import { z } from "zod";
import type { TurnRequest, TurnResult } from "../../../assistant/index.ts";
import { cleanText, homeMessage, JiaError } from "../../../home/index.ts";
import { languageNamed, languageOf, message, packOf, textOf } from "../../../language/index.ts";
import { isFailure, outcomesResult } from "../assistant-tools.ts";
import { inTime } from "../deadline.ts";
import { defineMcpTool, type McpCall, type McpResult, type McpTool, type Question } from "../tool.ts";
import type { Turns } from "../turns.ts";

/** A sentence to the home, with all its understanding: what it cannot do by itself, its own model does. */
export function sayTool(turns: Turns, answerMs: number): McpTool {
  return defineMcpTool({
    name: "say",
    title: "Say something to the home",
    description:
      "Tells or asks the home in the person's own words, English or Chinese: commands, questions, rules, scenes. " +
      "Answer its question with the same conversation.",
    input: z.strictObject({
      text: z.string().min(1).max(4000).optional(),
      conversation: z.string().min(1).max(100).optional().describe("Of an earlier answer"),
      room: z.string().max(100).optional().describe("Where the person is"),
      language: z.string().max(20).optional().describe("Of the answer: en, zh"),
      turn: z.string().max(100).optional().describe("Instead of text: of an answer that said running"),
    }),
    output: {
      reply: "string",
      conversation: "string",
      expects_reply: "boolean",
      running: "boolean",
      turn: "string",
      outcomes: "array",
    },
    effect: "act",
    run: async ({ text, turn, ...rest }, call) => {
      if ((text === undefined) === (turn === undefined)) {
        throw new JiaError("invalid-tool-arguments", { tool: "say", detail: message("mcp.textOrTurn") });
      }
      const [hidden] = call.view.hidden.namesIn(text ?? "");
      if (hidden !== undefined) {
        throw new JiaError("unknown-name", { what: message("tools.device"), name: cleanText(hidden), known: "" });
      }
      const running =
        turn === undefined
          ? turns.begin(call.owner, requestOf(text ?? "", rest, call), call.signal)
          : turns.find(call.owner, turn);
      const result = await inTime(running.result, answerMs);
      if (result === "late") {
        return {
          data: { reply: shown(running.text(), call), running: true, turn: turn ?? turns.keep(call.owner, running) },
        };
      }
      return answered(result, call, turns);
    },
  });
}

function requestOf(
  text: string,
  { conversation, room, language }: { readonly [Key in "conversation" | "room" | "language"]?: string | undefined },
  { view, origin, room: here }: McpCall,
): TurnRequest {
  const { person, stranger } = origin;
  const place = room === undefined ? here : roomId(view.home, room);
  const said = language === undefined ? null : languageNamed(language);
  return {
    text,
    origin,
    ...(conversation !== undefined && { conversation }),
    ...(place !== null && { room: place }),
    ...(said !== null && { language: said }),
    ...(person !== undefined && { person }),
    ...(stranger && { stranger }),
  };
}

/** A reply without what is hidden from models: the assistant itself knows the whole home. */
function shown(reply: string, { view }: McpCall): string {
  return view.hidden.namesIn(reply).length === 0 ? reply : textOf(message("mcp.hiddenReply", {}), languageOf(reply));
}

function roomId(home: McpCall["view"]["home"], given: string): string {
  const room = home.layout.findRoom(given);
  if (room) return room.id;
  const known = home.layout.rooms.map(({ id }) => id);
  throw new JiaError("unknown-room", { room: cleanText(given, 100), known });
}

function answered(result: TurnResult, call: McpCall, turns: Turns): McpResult {
  const { conversation, expectsReply, expectsPin, failed } = result;
  // A model would read the PIN of the answer.
  if (expectsPin) throw new JiaError("denied", { detail: homeMessage("pinByPerson", {}) });
  const waits = result.outcomes.some(({ status }) => status === "needs-confirmation");
  const { outcomes = [] } = outcomesResult(result.outcomes, call).data;
  return {
    data: {
      reply: shown(result.reply, call),
      conversation,
      ...(expectsReply && { expects_reply: true }),
      ...(Array.isArray(outcomes) && outcomes.length > 0 && { outcomes }),
    },
    ...(waits && expectsReply && { question: questionOf(result, call, turns) }),
    failed: failed === true || (!waits && isFailure(result.outcomes)),
  };
}

/** What the conversation asks, for a person who is shown a form: the answer goes on in the conversation. */
function questionOf({ reply, conversation }: TurnResult, call: McpCall, turns: Turns): Question {
  const { yes, no } = packOf(languageOf(reply)).answerWords.sentence;
  const answer = async (words: string, later: McpCall): Promise<McpResult> => {
    const [text = words] = words.split(",");
    return answered(
      await turns.begin(later.owner, requestOf(text, { conversation }, later), later.signal).result,
      later,
      turns,
    );
  };
  return {
    text: shown(reply, call),
    formOnly: true,
    yes: (later) => answer(yes, later),
    no: (later) => answer(no, later),
  };
}
