import { createHash } from "node:crypto";
import {
  contentResult,
  type PreparedCall,
  type Tool,
  type ToolContext,
  type ToolResult,
} from "../../assistant/tools/index.ts";
import { cleanText, JiaError, type Message } from "../../home/index.ts";
import { type Language, message, textOf } from "../../language/index.ts";
import { plainText } from "./plain-text.ts";
import { boundedSchema } from "./tool-schema.ts";

/** A tool as its server lists it. */
export interface ListedTool {
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema: unknown;
  readonly annotations?: { readonly readOnlyHint?: boolean | undefined } | undefined;
}

/** What a server answered. */
interface ServerAnswer {
  readonly kind: "answered";
  readonly text: string;
  /** The server says that the call failed. */
  readonly failed: boolean;
}

/** What a call came to. `unknown`: the server was asked and did not answer, so that nobody knows whether it ran. */
export type OutsideAnswer = ServerAnswer | { readonly kind: "unreached" } | { readonly kind: "unknown" };

/** Calls a tool of a server. @throws what the signal is aborted with */
export type OutsideCall = (
  tool: string,
  args: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<OutsideAnswer>;

export interface OutsideToolOptions {
  readonly server: string;
  /** The name that the model calls. */
  readonly name: string;
  readonly listed: ListedTool;
  readonly call: OutsideCall;
  /** Whether arguments may leave the house: they hold nothing secret or hidden. */
  readonly mayLeave: (args: Readonly<Record<string, unknown>>) => boolean;
}

/** Most bytes of the arguments of a call. */
const MAX_ARGUMENTS = 4_000;
/** Most of a description and of a question, in UTF-16 units. */
const MAX_DESCRIPTION = 300;
const MAX_ASKED = 200;

/** A tool of an outside server for the model; null when its schema cannot be offered. */
export function outsideTool(options: OutsideToolOptions): Tool | null {
  const { server, name, listed } = options;
  const parameters = boundedSchema(listed.inputSchema);
  if (parameters === null) return null;
  const words = plainText(listed.description ?? "").replaceAll("\n", " ");
  const about = JSON.stringify(cleanText(words, MAX_DESCRIPTION));
  const required = Array.isArray(parameters["required"]) ? parameters["required"].map(String) : [];
  return {
    name,
    kind: listed.annotations?.readOnlyHint === true ? "read" : "write",
    outside: server,
    examples: [{}],
    described: (language) => ({
      description: textOf(message("tools.outsideAbout", { server, about }), language),
      parameters,
    }),
    prepare(input): PreparedCall {
      const args: Readonly<Record<string, unknown>> =
        typeof input === "object" && input !== null && !Array.isArray(input) ? { ...input } : {};
      const missing = required.filter((each) => !(each in args));
      if (missing.length > 0) {
        throw refused(name, message("tools.outsideMissing", { names: missing.map((each) => cleanText(each, 60)) }));
      }
      if (JSON.stringify(args).length > MAX_ARGUMENTS) {
        throw refused(name, message("tools.outsideTooLong", { limit: MAX_ARGUMENTS }));
      }
      const run = listed.annotations?.readOnlyHint === true ? read : write;
      return { arguments: args, say: null, touches: [], run: (context) => run(options, args, context) };
    },
  };
}

type Given = Readonly<Record<string, unknown>>;

async function read(options: OutsideToolOptions, args: Given, context: ToolContext): Promise<ToolResult> {
  const { server, name } = options;
  const answer = await asked(options, args, context);
  if (answer.kind !== "answered") throw refused(name, message("tools.outsideSilent", { server }));
  return contentResult(told(answer, server, context.language));
}

/**
 * Runs what may change something at the server: equal calls once in a request, and no other one after a call of which
 * nobody knows whether it ran. After a text from outside it needs a yes.
 */
async function write(options: OutsideToolOptions, args: Given, context: ToolContext): Promise<ToolResult> {
  const { server, name, listed } = options;
  const { once = new Set<string>(), origin, language, consent } = context;
  const token = tokenOf(name, args);
  const failed = (why: Message): ToolResult => {
    const text = textOf(why, language);
    return { ...contentResult({ failed: text }), failures: [text] };
  };
  if (once.has(token) || once.has(name)) return failed(message("tools.outsideTwice"));
  const subject = `${server}: ${listed.name}`;
  if (origin.outside === true && consent !== token) {
    const given = cleanText(JSON.stringify(args), MAX_ASKED);
    const question = textOf(message("tools.outsideAsk", { server, tool: listed.name, given }), language);
    const waits = { done: false, waits_for: "a yes of the person" };
    return { ...contentResult(waits), approval: { subject, question, commands: [], consent: token, arguments: args } };
  }
  // No other call either, until it is known what this one came to.
  once.add(name);
  const answer = await asked(options, args, context);
  if (answer.kind === "unknown") return failed(message("tools.outsideUnknown", { server }));
  once.delete(name);
  if (answer.kind === "unreached") return failed(message("tools.outsideUnreached", { server }));
  once.add(token);
  const result = contentResult(told(answer, server, language));
  if (answer.failed) return { ...result, failures: [textOf(message("tools.outsideFailed", { server }), language)] };
  return { ...result, sentence: textOf(message("tools.outsideDone", { server, tool: listed.name }), language) };
}

async function asked(
  { name, listed, call, mayLeave }: OutsideToolOptions,
  args: Given,
  { signal }: ToolContext,
): Promise<OutsideAnswer> {
  if (!mayLeave(args)) throw refused(name, message("tools.outsideSecret"));
  return await call(listed.name, args, signal);
}

function told({ text, failed }: ServerAnswer, from: string, language: Language) {
  const note = textOf(message("tools.outsideData"), language);
  return { [failed ? "failed" : "answer"]: plainText(text), from, note };
}

function refused(tool: string, detail: Message): JiaError {
  return new JiaError("invalid-tool-arguments", { tool, detail });
}

/** The token of exactly what a yes is for. */
function tokenOf(name: string, args: Given): string {
  const fields = Object.entries(args).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([name, fields]))
    .digest("base64url");
}
