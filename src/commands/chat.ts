import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from "node:readline";
import { JiaError, nearest } from "../home/index.ts";
import { allPacks, type Language, message, messages } from "../language/index.ts";
import type { AssistantReply, Client } from "./client/client.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { readChatHistory, saveChatHistory } from "./files/chat-history.ts";
import { rememberConversation } from "./files/conversations.ts";
import { reportError } from "./line/errors.ts";
import { fitted, tableWidth, textWidth } from "./terminal/layout.ts";
import { MutableScreen } from "./terminal/screen.ts";
import { StreamedText } from "./terminal/streamed-text.ts";
import { deviceTable } from "./words/device-table.ts";
import { devicesOfOutcomes, outcomeLine } from "./words/outcomes.ts";

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
    "no-history": { kind: "switch", about: message("say.noHistory") },
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
      await new Chat(client, fixed, context).run(!flags["no-history"]);
      return context.signal.aborted ? 130 : 0;
    });
  },
});

/** How long Tab waits for the names, in milliseconds. */
const NAMES_WITHIN = 5_000;
/** The commands that begin with a slash. */
const SLASHES = ["/devices", "/new", "/help", "/quit"];
/** The words that end a chat, besides that of the language. */
const LEAVING: ReadonlySet<string> = new Set(["/quit", "/exit", "quit", "exit"]);

function leaves(text: string): boolean {
  return LEAVING.has(text.toLowerCase()) || allPacks().some((pack) => pack.messages.say.leaving === text.toLowerCase());
}

/** The names that continue the end of a line, and that end: of "turn on the liv" with "living room" it is "liv". */
function completed(line: string, names: readonly string[]): [string[], string] {
  for (let at = 0; at < line.length; at += 1) {
    // In Chinese a name can begin anywhere, otherwise after a space.
    if (at > 0 && /[a-z0-9/]/i.test(line[at] ?? "") && !/[\s\u2E80-\u9FFF]/.test(line[at - 1] ?? "")) continue;
    const end = line.slice(at).toLowerCase();
    const found = end.trim() === "" ? [] : names.filter((name) => name.toLowerCase().startsWith(end));
    if (found.length > 0) return [found, line.slice(at)];
  }
  return [[], line];
}

/** The options of every sentence of a chat. */
interface ChatOptions {
  readonly room?: string;
  readonly language?: Language;
}

/** One conversation at a terminal (or from a pipe). */
class Chat {
  readonly #client: Client;
  readonly #fixed: ChatOptions;
  readonly #context: CommandContext;
  readonly #terminal: boolean;
  /** The turn that runs, null between turns. */
  #turn: AbortController | null = null;
  #conversation: string | null = null;
  /** The words that Tab completes: names of devices and rooms, and commands that begin with a slash. */
  #names: readonly string[] = SLASHES;
  /** Settled once the names are known, or could not be read. */
  #named: Promise<void> = Promise.resolve();
  /** Whether the last reply asks for a PIN. */
  #asksPin = false;
  /** The terminal that shows the input. */
  readonly #screen: MutableScreen;
  /** Whether the last input was a Ctrl-C between turns; the next one ends the chat. */
  #leaving = false;

  constructor(client: Client, fixed: ChatOptions, context: CommandContext) {
    this.#client = client;
    this.#fixed = fixed;
    this.#context = context;
    this.#terminal = context.stdin.isTTY === true;
    this.#screen = new MutableScreen(context.stdout);
  }

  /** @param remembers whether to store the lines for the next chat */
  async run(remembers: boolean): Promise<void> {
    const { stdin, stdout, signal, style, language, env } = this.#context;
    const history = this.#terminal && remembers ? await readChatHistory(env) : [];
    const lines = createInterface({
      input: stdin,
      terminal: this.#terminal,
      ...(this.#terminal && {
        output: this.#screen,
        prompt: style.accent("› "),
        historySize: 500,
        history,
        removeHistoryDuplicates: true,
        completer: (line: string, give: (nothing: null, found: [string[], string]) => void) => {
          // The first Tab may come before the names are known.
          void this.#named.then(() => give(null, completed(line, this.#names)));
        },
      }),
    });
    if (this.#terminal) {
      lines.on("history", (kept: string[]) => {
        // A PIN is not stored in any history, not even in that of this chat.
        if (this.#screen.muted) kept.shift();
        // Stored after each line, so that a killed chat loses nothing.
        else if (remembers) void saveChatHistory(env, kept);
      });
    }
    if (this.#terminal) this.#named = this.#learnNames();
    const close = () => lines.close();
    signal.addEventListener("abort", close, { once: true });
    lines.on("SIGINT", () => this.#interrupt(lines));
    if (this.#terminal) stdout.write(`${fitted(style.dim(messages(language).say.chatWelcome), stdout)}\n`);
    lines.prompt();
    try {
      for await (const line of lines) {
        this.#leaving = false;
        if (this.#screen.muted) stdout.write("\n");
        this.#screen.muted = false;
        const text = line.trim();
        if (leaves(text) || signal.aborted) return;
        if (text !== "") await this.#handle(text);
        if (this.#terminal) lines.prompt();
        // The next input is not shown.
        this.#screen.muted = this.#terminal && this.#asksPin;
      }
      // Ctrl-D leaves the prompt's line open.
      if (this.#terminal && !signal.aborted) stdout.write("\n");
    } finally {
      lines.close();
      signal.removeEventListener("abort", close);
    }
  }

  /** Reads the names of devices and rooms. Without them Tab completes less. */
  async #learnNames(): Promise<void> {
    try {
      const signal = AbortSignal.any([this.#context.signal, AbortSignal.timeout(NAMES_WITHIN)]);
      const devices = await this.#client.devices({}, signal);
      const names = devices.flatMap(({ name, aliases, room }) => [name, ...aliases, ...(room === null ? [] : [room])]);
      this.#names = [...SLASHES, ...new Set(names)];
    } catch {
      return;
    }
  }

  async #handle(text: string): Promise<void> {
    const { stdout, style, stderr, language } = this.#context;
    this.#asksPin = false;
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
    const { stdout, stderr, style, signal, env } = this.#context;
    const utterance = {
      text,
      ...this.#fixed,
      ...(this.#conversation !== null && { conversation: this.#conversation }),
    };
    const flow = new StreamedText(stdout);
    let reply: AssistantReply | null = null;
    for await (const news of this.#client.turn(utterance, AbortSignal.any([signal, turn.signal]))) {
      if (news.type === "started") this.#conversation = news.conversation;
      if (news.type === "notice") stderr.write(`${fitted(style.dim(news.text), stderr)}\n`);
      if (news.type === "text") {
        // A pipe gets the reply only when it is final.
        if (this.#terminal) flow.add(news.text);
      }
      if (news.type === "replace") {
        if (this.#terminal) this.#erase(flow.shown);
        if (this.#terminal) flow.replace(news.text);
      }
      if (news.type === "done") reply = news.reply;
    }
    if (!reply) throw new JiaError("cancelled");
    this.#asksPin = reply.expectsPin === true;
    const { address } = this.#client;
    if (address !== null) await rememberConversation(env, address, reply.conversation);
    flow.end();
    stdout.write(flow.shown === "" ? `${fitted(reply.reply, stdout)}\n` : "\n");
    const known = await devicesOfOutcomes(reply.outcomes, this.#client, signal);
    for (const outcome of reply.outcomes) stdout.write(`${outcomeLine(outcome, known, this.#context, 2)}\n`);
  }

  /** Erases what was written since the last line break before `text`. */
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
      case "/help":
        stdout.write(`${fitted(chatHelp, stdout)}\n`);
        return;
      default: {
        const lines = [message("say.noSlash", { given: verb ?? "", near: nearest(verb ?? "", SLASHES) }), chatHelp];
        throw new JiaError("usage", { detail: message("cli.wrongUse", { lines }) });
      }
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
