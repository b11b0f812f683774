import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from "node:readline";
import { JiaError } from "../home/index.ts";
import { type Language, message, messages } from "../language/index.ts";
import type { Client, Reply } from "./client.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./connect.ts";
import { deviceTable } from "./devices.ts";
import { reportError } from "./errors.ts";
import { tableWidth, textWidth } from "./layout.ts";
import { outcomeLine } from "./outcomes.ts";

export const chat = defineCommand({
  name: "chat",
  summary: message("say.chatSummary"),
  usage: "",
  details: message("say.chatDetails"),
  flags: {
    room: {
      kind: "text",
      value: "ROOM",
      about: message("cli.room"),
    },
    ...HOME_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags }, context) {
    return withJia(flags, context, async (client) => {
      const { room } = flags;
      const fixed = {
        ...(room !== undefined && { room }),
        ...(flags.language !== undefined && { language: context.language }),
      };
      await new Chat(client, fixed, context).run();
      return context.signal.aborted ? 130 : 0;
    });
  },
});

/** What goes with every sentence of a chat. */
interface Fixed {
  readonly room?: string;
  readonly language?: Language;
}

/** One conversation at a terminal (or from a pipe). */
class Chat {
  readonly #client: Client;
  readonly #fixed: Fixed;
  readonly #context: CommandContext;
  readonly #terminal: boolean;
  /** The turn that runs, null between turns. */
  #turn: AbortController | null = null;
  #conversation: string | null = null;
  /** A Ctrl-C between turns came last: the next one leaves. */
  #leaving = false;

  constructor(client: Client, fixed: Fixed, context: CommandContext) {
    this.#client = client;
    this.#fixed = fixed;
    this.#context = context;
    this.#terminal = context.stdin.isTTY === true;
  }

  async run(): Promise<void> {
    const { stdin, stdout, signal, style, language } = this.#context;
    const lines = createInterface({
      input: stdin,
      terminal: this.#terminal,
      ...(this.#terminal && { output: stdout, prompt: style.accent("› "), historySize: 500 }),
    });
    const close = () => lines.close();
    signal.addEventListener("abort", close, { once: true });
    lines.on("SIGINT", () => this.#interrupt(lines));
    if (this.#terminal) stdout.write(`${style.dim(messages(language).say.chatWelcome)}\n`);
    lines.prompt();
    try {
      for await (const line of lines) {
        this.#leaving = false;
        const text = line.trim();
        if (text === "/quit" || text === "/exit" || signal.aborted) break;
        if (text !== "") await this.#handle(text);
        if (this.#terminal) lines.prompt();
      }
    } finally {
      lines.close();
      signal.removeEventListener("abort", close);
    }
  }

  async #handle(text: string): Promise<void> {
    const { stdout, style, stderr, language } = this.#context;
    try {
      if (text.startsWith("/")) await this.#slash(text);
      else await this.#speak(text);
    } catch (error) {
      if (this.#context.signal.aborted) return;
      if (this.#turn?.signal.aborted) stdout.write(`\n${style.dim(messages(language).say.chatStopped)}\n`);
      else reportError(error, { ...this.#context, stderr }, style.bad("✗"));
    } finally {
      this.#turn = null;
    }
  }

  async #speak(text: string): Promise<void> {
    const turn = new AbortController();
    this.#turn = turn;
    const { stdout, stderr, style, signal, language } = this.#context;
    const utterance = {
      text,
      ...this.#fixed,
      ...(this.#conversation !== null && { conversation: this.#conversation }),
    };
    let shown = "";
    let reply: Reply | null = null;
    for await (const news of this.#client.turn(utterance, AbortSignal.any([signal, turn.signal]))) {
      if (news.type === "started") this.#conversation = news.conversation;
      if (news.type === "notice") stderr.write(`${style.dim(news.text)}\n`);
      if (news.type === "text") {
        // Someone who reads a pipe gets the reply once it is sure.
        if (this.#terminal) stdout.write(news.text);
        shown += news.text;
      }
      if (news.type === "replace") {
        if (this.#terminal) this.#erase(shown);
        if (this.#terminal) stdout.write(news.text);
        shown = news.text;
      }
      if (news.type === "done") reply = news.reply;
    }
    if (!reply) throw new JiaError("cancelled");
    stdout.write(this.#terminal && shown !== "" ? "\n" : `${reply.reply}\n`);
    for (const outcome of reply.outcomes) stdout.write(`  ${outcomeLine(outcome, language, style)}\n`);
  }

  /** Takes back what was written since the last line break before `text`. */
  #erase(text: string): void {
    const { stdout } = this.#context;
    const columns = stdout.columns ?? 80;
    const rows = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / columns)), 0) - 1;
    moveCursor(stdout, 0, -rows);
    cursorTo(stdout, 0);
    clearScreenDown(stdout);
  }

  async #slash(text: string): Promise<void> {
    const { stdout, signal, language } = this.#context;
    const { chatNew, chatHelp } = messages(language).say;
    const [verb, ...rest] = text.split(/\s+/);
    switch (verb) {
      case "/devices": {
        const room = rest.join(" ") || undefined;
        stdout.write(
          `${deviceTable(await this.#client.wholeDevices({ room }, signal), { ...this.#context, width: tableWidth(stdout) })}\n`,
        );
        return;
      }
      case "/new":
        this.#conversation = null;
        stdout.write(`${chatNew}\n`);
        return;
      default:
        stdout.write(`${chatHelp}\n`);
    }
  }

  #interrupt(lines: Interface): void {
    const { stdout, style, language } = this.#context;
    if (this.#turn) {
      this.#turn.abort();
    } else if (this.#leaving) {
      lines.close();
    } else {
      this.#leaving = true;
      stdout.write(`\n${style.dim(messages(language).say.chatLeaving)}\n`);
      lines.prompt();
    }
  }
}
