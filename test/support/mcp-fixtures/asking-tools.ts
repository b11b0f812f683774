import {
  acceptedContent,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
  type ToolCallback,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { content, text } from "./content.ts";

const nothing = z.object({});
const Name = z.object({ name: z.string() });
const nameAsked = (message: string) => inputRequired.elicit({ message, requestedSchema: Name });
const textAsked = (words: string, maxTokens: number) =>
  inputRequired.createMessage({ messages: [{ role: "user", content: text(words) }], maxTokens });

/** What mints and checks the state that a client carries between two rounds. */
export interface StateCodec {
  mint(state: { readonly round: number }): Promise<string>;
}

/** The tools of the suite that ask the client, in the way of 2026-07-28. */
export function addAskingTools(server: McpServer, codec: StateCodec): void {
  const add = (name: string, run: ToolCallback<typeof nothing>) =>
    server.registerTool(`test_input_required_result_${name}`, { description: name, inputSchema: nothing }, run);
  const has = ({ mcpReq }: ServerContext, key: string) => inputResponse(mcpReq.inputResponses, key).kind !== "missing";

  add("elicitation", (_, ctx) => {
    const given = acceptedContent(ctx.mcpReq.inputResponses, "user_name", Name);
    if (given) return content(text(`Hello, ${given.name}!`));
    return inputRequired({ inputRequests: { user_name: nameAsked("What is your name?") } });
  });
  add("sampling", (_, ctx) => {
    const given = inputResponse(ctx.mcpReq.inputResponses, "capital_question");
    if (given.kind === "sampling") return content(text(JSON.stringify(given.result.content)));
    return inputRequired({ inputRequests: { capital_question: textAsked("What is the capital of France?", 100) } });
  });
  add("list_roots", (_, ctx) => {
    const given = inputResponse(ctx.mcpReq.inputResponses, "client_roots");
    if (given.kind === "roots") return content(text(given.roots.map(({ uri }) => uri).join(", ")));
    return inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } });
  });
  for (const name of ["request_state", "tampered_state"]) {
    add(name, async (_, ctx) => {
      const state = ctx.mcpReq.requestState<{ readonly round: number }>();
      if (state?.round === 1 && has(ctx, "confirm")) return content(text("state-ok"));
      const confirm = inputRequired.elicit({
        message: "Please confirm",
        requestedSchema: z.object({ ok: z.boolean() }),
      });
      return inputRequired({ inputRequests: { confirm }, requestState: await codec.mint({ round: 1 }) });
    });
  }
  add("multiple_inputs", async (_, ctx) => {
    const keys = ["user_name", "greeting", "client_roots"];
    if (keys.every((key) => has(ctx, key))) return content(text("all there"));
    return inputRequired({
      inputRequests: {
        user_name: nameAsked("What is your name?"),
        greeting: textAsked("Generate a greeting", 50),
        client_roots: inputRequired.listRoots(),
      },
      requestState: await codec.mint({ round: 1 }),
    });
  });
  add("multi_round", async (_, ctx) => {
    const round = ctx.mcpReq.requestState<{ readonly round: number }>()?.round ?? 0;
    if (round === 2 && has(ctx, "step2")) return content(text("both rounds"));
    if (round === 1 && has(ctx, "step1")) {
      const step2 = inputRequired.elicit({
        message: "Step 2: What is your favorite color?",
        requestedSchema: z.object({ color: z.string() }),
      });
      return inputRequired({ inputRequests: { step2 }, requestState: await codec.mint({ round: 2 }) });
    }
    const step1 = nameAsked("Step 1: What is your name?");
    return inputRequired({ inputRequests: { step1 }, requestState: await codec.mint({ round: 1 }) });
  });
  add("capabilities", (_, ctx) => {
    const envelope: Readonly<Record<string, unknown>> = { ...ctx.mcpReq.envelope };
    const can = Object.keys(Object(envelope["io.modelcontextprotocol/clientCapabilities"]));
    return inputRequired({
      inputRequests: {
        ...(can.includes("elicitation") && { user_name: nameAsked("What is your name?") }),
        ...(can.includes("sampling") && { greeting: textAsked("Generate a greeting", 50) }),
        ...(can.includes("roots") && { client_roots: inputRequired.listRoots() }),
      },
      requestState: "asked",
    });
  });
}

/** The tools of the suite that ask the client over a session of an older revision. */
export function addSessionTools(server: McpServer): void {
  server.registerTool(
    "test_sampling",
    { description: "asks a model", inputSchema: z.object({ prompt: z.string() }) },
    async ({ prompt }, ctx) => {
      const answer = await ctx.mcpReq.requestSampling({
        messages: [{ role: "user", content: text(prompt) }],
        maxTokens: 100,
      });
      return content(text(`LLM response: ${JSON.stringify(answer.content)}`));
    },
  );
  const elicits = (name: string, properties: Parameters<typeof elicit>[2]) =>
    server.registerTool(name, { description: name, inputSchema: nothing }, async (_, ctx) => {
      const { action, content: given } = await elicit(ctx, "Please answer", properties);
      return content(text(`Elicitation completed: action=${action}, content=${JSON.stringify(given)}`));
    });
  server.registerTool(
    "test_elicitation",
    { description: "asks", inputSchema: z.object({ message: z.string() }) },
    async ({ message }, ctx) => {
      const answer = await elicit(ctx, message, { username: { type: "string" }, email: { type: "string" } });
      return content(text(`User response: ${JSON.stringify(answer)}`));
    },
  );
  elicits("test_elicitation_sep1034_defaults", {
    name: { type: "string", default: "John Doe" },
    age: { type: "integer", default: 30 },
    score: { type: "number", default: 95.5 },
    status: { type: "string", enum: ["active", "inactive", "pending"], default: "active" },
    verified: { type: "boolean", default: true },
  });
  const titled = ["First", "Second", "Third"].map((word, at) => ({ const: `value${at + 1}`, title: `${word} Option` }));
  const options = ["option1", "option2", "option3"];
  elicits("test_elicitation_sep1330_enums", {
    untitledSingle: { type: "string", enum: options },
    titledSingle: { type: "string", oneOf: titled },
    legacyEnum: {
      type: "string",
      enum: ["opt1", "opt2", "opt3"],
      enumNames: ["Option One", "Option Two", "Option Three"],
    },
    untitledMulti: { type: "array", items: { type: "string", enum: options } },
    titledMulti: { type: "array", items: { anyOf: titled } },
  });
}

type Elicited = Extract<Parameters<ServerContext["mcpReq"]["elicitInput"]>[0], { requestedSchema: unknown }>;

async function elicit(ctx: ServerContext, message: string, properties: Elicited["requestedSchema"]["properties"]) {
  const requestedSchema = { type: "object" as const, properties, required: Object.keys(properties).slice(0, 2) };
  return await ctx.mcpReq.elicitInput({ mode: "form", message, requestedSchema });
}
