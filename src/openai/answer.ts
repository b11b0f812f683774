import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { type AssistantPort, clientDisconnected } from "../api/index.ts";
import { type Clock, type Home, JiaError } from "../home/index.ts";
import { languageOf, message, messages as messagesIn } from "../language/index.ts";
import { askerKey, chatId, isRetry, programName } from "./callers.ts";
import type { PlainMessage } from "./messages.ts";
import { chosenModel, type ModelChoice } from "./model-name.ts";
import type { ChatBody, ResponsesBody } from "./schemas.ts";
import { SharedTurns } from "./shared-turns.ts";
import { type Piece, spokenPieces, toldPieces } from "./spoken.ts";
import { taskAnswer } from "./task-answers.ts";
import { spokenText, taskOf } from "./tasks.ts";
import { hashOf, Threads } from "./threads.ts";

export interface OpenAiServices {
  readonly home: Home;
  readonly assistant: AssistantPort;
  readonly clock: Clock;
}

/** A request, whichever of the two protocols it came in. */
export interface Asked {
  readonly model: ModelChoice;
  readonly messages: readonly PlainMessage[];
  /** Who asks. */
  readonly asker: string;
  /** The client names the user for whom it asks. */
  readonly named: boolean;
  /** The id that the client gave to the conversation; null: found by the messages. */
  readonly chat: string | null;
  /** The conversation that the client goes on with by an answer of Jia. */
  readonly after?: string;
  /** Everything that makes the request the same as another one. */
  readonly key: string;
}

/** An answer that begins. */
export interface Answering {
  readonly pieces: AsyncIterable<Piece>;
  /** Id of the conversation; null where nothing was said to the home. */
  readonly conversation: string | null;
  /** Aborted when the client goes away. */
  readonly gone: AbortSignal;
  /** To be called when the client has the whole answer. */
  readonly whole: () => void;
}

/** Turns requests of chat programs into turns of the assistant: the last message is said to the home, once. */
export class Answerer {
  readonly #services: OpenAiServices;
  readonly #turns: SharedTurns;
  readonly #threads = new Threads();

  constructor(services: OpenAiServices) {
    this.#services = services;
    this.#turns = new SharedTurns(services.clock);
  }

  /**
   * Reads what both protocols have in common.
   * @throws JiaError `unknown-model`, `invalid-request` for what cannot be done once and by Jia's own tools
   */
  read(
    request: FastifyRequest,
    body: z.infer<typeof ChatBody> | z.infer<typeof ResponsesBody>,
    messages: readonly PlainMessage[],
  ): Asked {
    const model = chosenModel(body.model, this.#services.home);
    if (body.n != null && body.n !== 1) {
      throw new JiaError("invalid-request", { detail: message("openai.onlyOneAnswer"), param: "n" });
    }
    if (isForced(body.tool_choice) || isForced(body["function_call"])) {
      throw new JiaError("invalid-request", { detail: message("openai.noForcedTools"), param: "tool_choice" });
    }
    const asker = askerKey(request, body.user);
    const chat = chatId(request, body);
    const said = messages.map(({ role, text, more }) => [role, text, more]);
    const named = body.user != null && body.user.trim() !== "";
    return { model, messages, asker, named, chat, key: hashOf([asker, chat, model.name, said, request.url]) };
  }

  /** Begins the answer. A request that was sent before gets the answer of the first. */
  async answer(asked: Asked, request: FastifyRequest, reply: FastifyReply): Promise<Answering> {
    const gone = clientDisconnected(reply);
    const { model, messages, asker } = asked;
    const told = this.#toldAtOnce(asked);
    if (told?.to === "program") return { pieces: toldPieces(told.text), conversation: null, gone, whole: () => {} };
    const conversation = this.#conversationOf(asked);
    const note = (reply: string) =>
      this.#threads.note(asker, conversation, [...messages, { role: "assistant", text: reply, more: false }]);
    if (told) {
      note(told.text);
      return { pieces: toldPieces(told.text), conversation, gone, whole: () => {} };
    }
    const { person } = request.asker;
    const begin = (signal: AbortSignal) =>
      this.#services.assistant.run(
        {
          text: spokenText(messages.at(-1)?.text ?? ""),
          conversation,
          client: programName(request),
          ...(person !== undefined && { person }),
          ...(model.room !== undefined && { room: model.room }),
          ...(model.language !== undefined && { language: model.language }),
        },
        signal,
      );
    const turn = await this.#turns.run({ key: asked.key, asker, again: isRetry(request) }, begin);
    const pieces = spokenPieces(turn.events(gone), note);
    return { pieces, conversation, gone, whole: () => turn.delivered() };
  }

  /** The answer to what is not to be carried out, and whether it is for a person; null when the last message is. */
  #toldAtOnce({
    messages,
    model: { language },
  }: Asked): { readonly to: "person" | "program"; readonly text: string } | null {
    const last = messages.at(-1);
    const words = messagesIn(language ?? languageOf(last?.text ?? "")).openai;
    if (last?.role !== "user") return { to: "program", text: words.noMessage };
    const task = taskOf(messages);
    if (task) return { to: "program", text: taskAnswer(task, messages, language) };
    return last.more ? { to: "person", text: words.onlyText } : null;
  }

  /**
   * The conversation of a request: by the answer that it goes on from, by the id of the client's chat, by the messages
   * before, or by the user that the client names; otherwise a new one.
   */
  #conversationOf({ after, chat, asker, named, messages }: Asked): string {
    if (after !== undefined) return after;
    if (chat !== null) return `openai-${hashOf([asker, "chat", chat])}`;
    const found = this.#threads.find(asker, messages.slice(0, -1));
    if (found !== null) return found;
    return `openai-${named ? hashOf([asker, "user"]) : crypto.randomUUID()}`;
  }
}

/** Whether the client wants a call of one of its tools: "required", or a tool by name. */
function isForced(choice: unknown): boolean {
  if (choice == null) return false;
  if (typeof choice === "string") return choice !== "auto" && choice !== "none";
  if (typeof choice !== "object") return false;
  const kind = "type" in choice ? choice.type : "function";
  if (kind !== "allowed_tools") return kind !== "auto" && kind !== "none";
  const mode: unknown = "mode" in choice ? choice.mode : undefined;
  return mode === "required";
}
