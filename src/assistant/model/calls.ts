import { isDeepStrictEqual } from "node:util";
import { type Command, cleanText, JiaError, jsonTooDeep, MAX_JSON_DEPTH } from "../../home/index.ts";
import { errorText, message } from "../../language/index.ts";
import type { UntriedPart } from "../replies/untried-parts.ts";
import { unsaidInArguments } from "../statements/addresses.ts";
import type { PreparedCall, Tool, ToolContext, ToolResult } from "../tools/index.ts";
import { withMadePlans } from "../wishes/mentions.ts";
import type { RawCall, WireToolCall } from "./messages.ts";
import { asRecord } from "./server/untrusted-json.ts";
import type { TurnBudget } from "./turn-budget.ts";

/** Most UTF-16 units of a tool's result that go back to the model. */
export const MAX_RESULT = 12_000;

/** A call that can be run. */
export interface RunnableCall {
  readonly wire: WireToolCall;
  readonly tool: Tool;
  readonly prepared: PreparedCall;
  /** An equal call before it: this one is not run and gets the same answer. */
  readonly repeats?: RunnableCall;
}

/** A checked call of the model: runnable, or an error for the model. */
export type CheckedCall =
  | RunnableCall
  | { readonly wire: WireToolCall; readonly tool: Tool | null; readonly error: JiaError };

/** A call with its result and the text that answers it. */
export interface AnsweredCall {
  readonly checked: CheckedCall;
  readonly result: ToolResult | null;
  /** Why there is no result, in words for the person; null with a result. */
  readonly miss: UntriedPart | null;
  readonly content: string;
  /** The call repeats another and was not run; its result counts once. */
  readonly repeated?: true;
}

/**
 * Checks calls: the tool must exist and accept the arguments. Ids and names are cleaned so that every server accepts them in the
 * history.
 * @param limit calls per turn, for the error beyond it
 * @param said the person's words: arguments may hold no address that does not stand in them
 * @param isHandle whether a device has this handle
 */
export function checkCalls(
  calls: readonly RawCall[],
  tools: readonly Tool[],
  spending: TurnBudget,
  limit: number,
  said: string,
  isHandle?: (name: string) => boolean,
): CheckedCall[] {
  const seen = new Set<string>();
  const before: RunnableCall[] = [];
  return calls.map((call, position): CheckedCall => {
    const id = call.id !== "" && !seen.has(call.id) ? call.id : `${call.id || "call"}_${position}`;
    seen.add(id);
    const deep = jsonTooDeep(call.arguments);
    const args = deep ? undefined : parseArguments(call.arguments);
    const name = call.name.trim();
    const wire: WireToolCall = {
      id,
      type: "function",
      function: {
        name: name.replace(/[^\w-]/g, "_").slice(0, 64) || "unknown_tool",
        // Some servers refuse a history with arguments that are no JSON.
        arguments: args === undefined ? "{}" : call.arguments.trim() || "{}",
      },
    };
    const tool = tools.find((each) => each.name === name) ?? null;
    if (!spending.takeCall()) return { wire, tool, error: new JiaError("too-many-calls", { limit }) };
    if (!tool) {
      const known = tools.map((each) => each.name).join(", ");
      return {
        wire,
        tool,
        error: new JiaError("unknown-tool", { name: cleanText(call.name), known }),
      };
    }
    if (args === undefined) {
      const detail = deep
        ? message("model.tooDeep", { limit: MAX_JSON_DEPTH })
        : message("model.notJson", { given: cleanText(call.arguments, 120) });
      return {
        wire,
        tool,
        error: new JiaError("invalid-tool-arguments", { tool: name, detail }),
      };
    }
    const address = unsaidInArguments(args, said, isHandle);
    if (address !== null) {
      const detail = message("model.unsaidAddress", { address: cleanText(address, 120) });
      return {
        wire,
        tool,
        error: new JiaError("invalid-tool-arguments", { tool: name, detail }),
      };
    }
    try {
      const made: RunnableCall = { wire, tool, prepared: tool.prepare(args) };
      const repeats = repeated(made, before);
      if (repeats) return { ...made, repeats };
      before.push(made);
      return made;
    } catch (error) {
      return { wire, tool, error: asError(error) };
    }
  });
}

/**
 * The equal call of the same answer that a call repeats by mistake: two equal timers, a double toggle. None where a call in between
 * gives the repetition a meaning: on, off, on.
 */
function repeated(call: RunnableCall, before: readonly RunnableCall[]): RunnableCall | undefined {
  const at = before.findLastIndex((each) => isSame(each, call));
  const between = before.slice(at + 1).filter(({ tool }) => tool.kind === "write" && tool.last !== true);
  const { tool, prepared } = call;
  if (at < 0 || tool.last === true) return before[at];
  const apart = between.some((each) => tool.kind === "read" || overlaps(each.prepared.touches, prepared.touches));
  return apart ? undefined : before[at];
}

/** Whether two calls are equal, apart from `say` and `more`. */
function isSame(a: RunnableCall, b: RunnableCall): boolean {
  const done = ({ say: _, more: __, ...args }: Readonly<Record<string, unknown>>): unknown => args;
  return a.tool === b.tool && isDeepStrictEqual(done(a.prepared.arguments), done(b.prepared.arguments));
}

/** The context of all calls of one answer. */
export type CallContext = Omit<ToolContext, "approved"> & {
  /** Turns an error into words for the person. */
  readonly tell: (error: JiaError) => UntriedPart;
};

/**
 * Runs checked calls. Reads run in parallel, but after earlier writes; writes with a common key keep their order; tools for later run
 * last. Every call is answered, in the order of the calls. Never throws for an error of a call.
 * @param answered called for each call when it ends
 */
export async function runCalls(
  calls: readonly CheckedCall[],
  context: CallContext,
  answered: (call: AnsweredCall) => void,
): Promise<AnsweredCall[]> {
  const writes: { readonly touches: readonly string[]; readonly done: Promise<AnsweredCall> }[] = [];
  const run = (checked: CheckedCall): Promise<AnsweredCall> => {
    const write = checked.tool?.kind === "write" && "prepared" in checked;
    const touches = write ? checked.prepared.touches : [];
    const last = write && checked.tool.last === true;
    const before = writes
      .filter((earlier) => !write || last || overlaps(earlier.touches, touches))
      .map((earlier) => earlier.done);
    const done = Promise.all(before).then(async (earlier) => {
      const before = earlier.flatMap(({ result }) => (result ? [result] : []));
      const waiting = [...(context.waiting ?? []), ...before.flatMap(waitingIn)];
      const unsaved = [...(context.unsaved ?? []), ...before.flatMap(unsavedIn)];
      const misses = earlier.flatMap(({ result, miss }) => [...(result?.misses ?? []), ...(miss ? [miss] : [])]);
      const refused = misses.flatMap(({ device }) => device ?? []);
      const made = before.flatMap(({ plans = [] }) => plans);
      const named = context.named && { named: withMadePlans(context.named, made) };
      const call = await runCall(checked, { ...context, ...named, waiting, unsaved, refused });
      answered(call);
      return call;
    });
    if (write) writes.push({ touches, done });
    return done;
  };
  // Calls for later run last, and are answered in their place.
  const running = new Map<CheckedCall, Promise<AnsweredCall>>();
  for (const late of [false, true])
    for (const checked of calls)
      if ((checked.tool?.last === true) === late && firstOf(checked) === checked) running.set(checked, run(checked));
  return await Promise.all(
    calls.map(async (checked): Promise<AnsweredCall> => {
      const first = await running.get(firstOf(checked));
      if (!first) throw new Error("a call was not run");
      return first.checked === checked ? first : { ...first, checked, repeated: true };
    }),
  );
}

/** The call that runs for a possibly repeated one. */
function firstOf(checked: CheckedCall): CheckedCall {
  return "prepared" in checked ? (checked.repeats ?? checked) : checked;
}

/** The commands of a result that wait for a yes. */
export function waitingIn({ confirmation, approval }: ToolResult): readonly Command[] {
  return [...(confirmation?.commands ?? []), ...(approval?.commands ?? [])];
}

/** The arguments of a call that waits for its own yes; none otherwise. */
export function unsavedIn({ approval }: ToolResult): readonly Readonly<Record<string, unknown>>[] {
  return approval?.arguments ? [approval.arguments] : [];
}

/** Whether two writes may touch the same thing. No keys mean that it is unknown. */
function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((key) => b.includes(key));
}

async function runCall(checked: CheckedCall, context: CallContext): Promise<AnsweredCall> {
  const failed = (error: JiaError): AnsweredCall => {
    const content = bounded({ error: errorText(error, context.language) });
    return { checked, result: null, miss: context.tell(error), content };
  };
  if ("error" in checked) return failed(checked.error);
  if (context.signal.aborted) return failed(new JiaError("cancelled"));
  try {
    const result = await checked.prepared.run(context);
    return { checked, result, miss: null, content: bounded(result.content) };
  } catch (error) {
    return failed(asError(error));
  }
}

/** A JiaError as it is; any other error as `internal`, since it is our own mistake. */
function asError(error: unknown): JiaError {
  if (error instanceof JiaError) return error;
  return new JiaError("internal", { detail: cleanText(error instanceof Error ? error.message : "unknown", 200) });
}

/** A result as JSON that cannot close a block of the prompt, cut to MAX_RESULT. */
function bounded(content: unknown): string {
  const text = (JSON.stringify(content) ?? "null").replace(/[<>]/g, (c) => (c === "<" ? "\\u003c" : "\\u003e"));
  return text.length <= MAX_RESULT ? text : `${text.slice(0, MAX_RESULT)}… (cut)`;
}

/** Parses arguments to an object, also empty ones and JSON inside a JSON string; undefined for anything else. */
function parseArguments(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "string" && jsonTooDeep(parsed)) return undefined;
    const inner: unknown = typeof parsed === "string" ? JSON.parse(parsed) : parsed;
    return inner === null ? {} : typeof inner === "object" && !Array.isArray(inner) ? asRecord(inner) : undefined;
  } catch {
    return undefined;
  }
}
