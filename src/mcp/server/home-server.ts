import {
  type CallToolResult,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { type Clock, cleanText, JiaError, keepNewest, nearest, type Origin } from "../../home/index.ts";
import { errorText } from "../../language/index.ts";
import { McpCaller } from "./caller.ts";
import { type ClientFacts, clientOf } from "./client-facts.ts";
import { inTime } from "./deadline.ts";
import type { HomeChanges } from "./home-changes.ts";
import type { Reach } from "./http/endpoint.ts";
import type { PlainObject } from "./portable-schema.ts";
import { getPrompt, listPrompts } from "./prompts.ts";
import { QUESTION_MS, type Questions } from "./questions.ts";
import { listResources, readResource, requireResource, resourceTemplates, urisOf } from "./resources.ts";
import type { McpCall, McpResult, McpTool, McpView, Question } from "./tool.ts";

/** What clients may be told once for all: models read it. */
const INSTRUCTIONS =
  "A smart home. For a wish in a person's words use say; to act on devices use set_devices with names and rooms as " +
  "the person says them. Tell only what outcomes and states show. Where an answer has confirm, ask the person first.";
/** What stands beside a question for a yes. */
const ASK_FIRST = "Nothing is done yet. Ask the person, then call confirm with this id and their answer.";
/** The name of the field of a form, and of the question in an answer that asks. */
const YES = "yes";
/** The most resources that one session may subscribe to. */
const MAX_SUBSCRIBED = 500;
/** The most values of a completion, as the protocol has it. */
const MAX_COMPLETED = 100;

export interface HomeServerOptions {
  readonly version: string;
  readonly view: McpView;
  readonly tools: readonly McpTool[];
  readonly questions: Questions;
  readonly clock: Clock;
  readonly changes: HomeChanges;
  /** A call is answered within this time, in milliseconds. */
  readonly answerMs: number;
  /** Logs a mistake of ours. */
  readonly onError: (error: unknown) => void;
}

/** Makes the server of one request, or of one session. */
export function createHomeServer(options: HomeServerOptions, reach: Reach): Server {
  const { version, tools, view } = options;
  const server = new Server(
    { name: "jia", title: view.home.name, version },
    {
      capabilities: {
        tools: {},
        prompts: {},
        completions: {},
        resources: { ...(reach !== "stateless" && { subscribe: true, listChanged: true }) },
      },
      instructions: INSTRUCTIONS,
      inputRequired: { roundTimeoutMs: QUESTION_MS },
    },
  );
  server.setRequestHandler("tools/list", () => ({ tools: tools.map(({ listed }) => listed) }));
  server.setRequestHandler("tools/call", async ({ params }, context) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) throw unknownTool(params.name, tools);
    return await new ToolRun(options, server, reach, context).answer(tool, params.arguments);
  });
  server.setRequestHandler("prompts/list", (_request, context) => ({
    prompts: listPrompts(callerIn(context).language),
  }));
  server.setRequestHandler("prompts/get", ({ params }, context) =>
    getPrompt(params.name, params.arguments ?? {}, callerIn(context).language),
  );
  addResources(server, reach, options);
  return server;
}

/** Adds what concerns resources; a session is told of changes of those that it subscribed to. */
function addResources(server: Server, reach: Reach, options: HomeServerOptions): void {
  const { view, clock, changes } = options;
  server.setRequestHandler("resources/list", ({ params }, context) =>
    listResources(view, callerIn(context).language, params?.cursor),
  );
  server.setRequestHandler("resources/templates/list", (_request, context) => ({
    resourceTemplates: resourceTemplates(callerIn(context).language),
  }));
  server.setRequestHandler("resources/read", async ({ params }, context) => {
    const { key, asker, language, room } = callerIn(context);
    const origin: Origin = { kind: "mcp", ...asker };
    const { signal } = context.mcpReq;
    return await readResource(params.uri, { view, origin, owner: key, language, room, now: clock.now(), signal });
  });
  server.setRequestHandler("completion/complete", ({ params }) => ({
    completion: completed(view, params.argument.name, params.argument.value),
  }));
  if (reach !== "session") return;
  const subscribed = new Set<string>();
  server.setRequestHandler("resources/subscribe", ({ params }) => {
    requireResource(params.uri, view);
    subscribed.add(params.uri);
    keepNewest(subscribed, MAX_SUBSCRIBED);
    return {};
  });
  server.setRequestHandler("resources/unsubscribe", ({ params }) => {
    subscribed.delete(params.uri);
    return {};
  });
  const lost = (error: unknown): void => options.onError(error);
  const unlisten = changes.listen({
    changed: (device) => {
      for (const uri of urisOf(device)) if (subscribed.has(uri)) server.sendResourceUpdated({ uri }).catch(lost);
    },
    listChanged: () => void server.sendResourceListChanged().catch(lost),
  });
  server.onclose = unlisten;
}

/** Names that begin with, or else contain, what is typed. */
function completed({ home }: McpView, argument: string, typed: string) {
  const all = argument === "room" ? home.layout.rooms.map(({ id }) => id) : home.devices.map(({ handle }) => handle);
  const wanted = typed.toLowerCase();
  const fitting = /^(?:room|handle|device)$/.test(argument) ? all.filter((each) => each.includes(wanted)) : [];
  const first = fitting.filter((each) => each.startsWith(wanted));
  const values = [...new Set([...first, ...fitting])];
  return { values: values.slice(0, MAX_COMPLETED), total: values.length, hasMore: values.length > MAX_COMPLETED };
}

function unknownTool(given: string, tools: readonly McpTool[]): ProtocolError {
  const names = tools.map(({ name }) => name);
  const near = nearest(given, names);
  const hint = near === null ? `The tools are ${names.join(", ")}.` : `Did you mean ${near}?`;
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${cleanText(given, 100)}. ${hint}`);
}

/** One call of a tool, or its repetition with the person's answer. */
class ToolRun {
  readonly #options: HomeServerOptions;
  readonly #context: ServerContext;
  readonly #client: ClientFacts;
  readonly #caller: McpCaller;

  constructor(options: HomeServerOptions, server: Server, reach: Reach, context: ServerContext) {
    this.#options = options;
    this.#context = context;
    this.#client = clientOf(server, reach, context);
    this.#caller = callerIn(context);
  }

  async answer(tool: McpTool, given: unknown): Promise<CallToolResult | InputRequiredResult> {
    const { language, scopes } = this.#caller;
    try {
      if (!scopes.has(tool.scope)) throw new JiaError("forbidden", { detail: tool.scope });
      const asked = this.#questionAnswered();
      return this.#told(asked ? await this.#settle(asked) : await this.#run((call) => tool.call(given, call)));
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      if (!(error instanceof JiaError)) this.#options.onError(error);
      const known = error instanceof JiaError ? error : new JiaError("internal", { detail: "" });
      return { content: [{ type: "text", text: errorText(known, language) }], isError: true };
    }
  }

  /** Runs something within the time of an answer. The client's going away stops it; being late does not. */
  async #run(work: (call: McpCall) => Promise<McpResult>): Promise<McpResult> {
    const stop = new AbortController();
    const gone = (): void => stop.abort();
    this.#context.mcpReq.signal.addEventListener("abort", gone, { once: true });
    if (this.#context.mcpReq.signal.aborted) stop.abort();
    try {
      const started = work(this.#call(stop.signal));
      const result = await inTime(started, this.#options.answerMs);
      if (result !== "late") return result;
      started.catch((error: unknown) => {
        if (!(error instanceof JiaError)) this.#options.onError(error);
      });
      return { data: { running: true, note: "Not over yet: read the state, or the history, in a moment." } };
    } finally {
      this.#context.mcpReq.signal.removeEventListener("abort", gone);
    }
  }

  #call(signal: AbortSignal): McpCall {
    const { asker, key, language, room } = this.#caller;
    const { name } = this.#client;
    const origin: Origin = { kind: "mcp", ...(name !== null && { client: name }), ...asker };
    const now = this.#options.clock.now();
    return { view: this.#options.view, origin, owner: key, language, room, now, signal };
  }

  /** The question that this repetition of a call answers; null for a call of its own. */
  #questionAnswered(): { readonly question: Question; readonly yes: boolean } | null {
    const { inputResponses, requestState } = this.#context.mcpReq;
    const id = requestState<string>();
    if (id === undefined) return null;
    const question = this.#options.questions.take(this.#caller.key, String(id));
    const answer = inputResponse(inputResponses, YES);
    return { question, yes: answer.kind === "elicit" && answer.action === "accept" && answer.content?.[YES] === true };
  }

  async #settle({ question, yes }: { readonly question: Question; readonly yes: boolean }): Promise<McpResult> {
    if (yes) return await this.#run(question.yes);
    return await this.#run(async (call) => (await question.no?.(call)) ?? { data: { done: false } });
  }

  /** The answer in the protocol's form; where a yes is needed, the person is asked by the client if it can. */
  #told({ data, failed = false, question }: McpResult): CallToolResult | InputRequiredResult {
    if (!question || (question.formOnly && !this.#client.asks)) return plainResult(data, failed);
    const { text } = question;
    const id = this.#options.questions.hold(this.#caller.key, question);
    if (!this.#client.asks) {
      return plainResult({ ...data, confirm: { id, question: text, seconds: QUESTION_MS / 1000, note: ASK_FIRST } });
    }
    const requestedSchema = {
      type: "object" as const,
      properties: { [YES]: { type: "boolean" as const, title: text } },
      required: [YES],
    };
    return inputRequired({
      requestState: id,
      inputRequests: { [YES]: inputRequired.elicit({ message: text, requestedSchema }) },
    });
  }
}

function plainResult(data: PlainObject, failed = false): CallToolResult {
  return {
    content: [{ type: "text", text: JSON.stringify(data) }],
    structuredContent: data,
    ...(failed && { isError: true }),
  };
}

/** @throws Error where the transport gives none: it always does */
export function callerIn(context: ServerContext): McpCaller {
  const caller = context.http?.authInfo?.extra?.["caller"];
  if (!(caller instanceof McpCaller)) throw new Error("a request of MCP has no caller");
  return caller;
}
