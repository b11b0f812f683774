import type { z } from "zod";
import type { HiddenFilter, Tool } from "../../assistant/index.ts";
import {
  cleanText,
  type Home,
  type HomeView,
  issueMessage,
  issuePlace,
  JiaError,
  type Origin,
  problemAt,
} from "../../home/index.ts";
import { type Language, message } from "../../language/index.ts";
import type { McpScope } from "./caller.ts";
import { type PlainObject, portableSchema } from "./portable-schema.ts";

/** The part of the home that a caller sees, and the assistant's tools over exactly that part. */
export interface McpView {
  readonly home: HomeView;
  readonly hidden: HiddenFilter;
  /** Keyed by name. */
  readonly tools: ReadonlyMap<string, Tool>;
  /** Carries out, or forgets, commands that wait for a yes. */
  readonly door: Pick<Home, "confirm" | "withdraw">;
}

/** The circumstances of one call of a tool. */
export interface McpCall {
  readonly view: McpView;
  readonly origin: Origin;
  /** Who asks; what waits for a yes belongs to one owner. */
  readonly owner: string;
  readonly language: Language;
  /** Id of the room where the client stands; null when it is not known. */
  readonly room: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/** Something that waits for a yes of the person. */
export interface Question {
  readonly text: string;
  /** Carries out exactly what was asked about. */
  readonly yes: (call: McpCall) => Promise<McpResult>;
  /** Forgets it; what it answers is told where it answers anything. */
  readonly no?: (call: McpCall) => Promise<McpResult> | undefined;
  /** Only a form asks it: without one, the answer of the tool asks by itself. */
  readonly formOnly?: true;
}

export interface McpResult {
  /** What the client is told, as text and as structured content. */
  readonly data: PlainObject;
  /** Nothing of it was done. */
  readonly failed?: boolean;
  readonly question?: Question;
}

/** A tool as clients see it. */
export interface McpTool {
  readonly name: string;
  readonly scope: McpScope;
  /** The entry of `tools/list`. */
  readonly listed: McpToolEntry;
  /** @throws JiaError with words for the client */
  call(input: unknown, call: McpCall): Promise<McpResult>;
}

interface McpToolEntry {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: PlainObject & { readonly type: "object" };
  readonly outputSchema: PlainObject & { readonly type: "object" };
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint?: boolean;
    readonly openWorldHint: false;
  };
}

interface McpToolDefinition<Input extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  /** The fields of the answer, with the JSON type of each. */
  readonly output: Readonly<Record<string, "string" | "integer" | "boolean" | "array" | "object">>;
  /** `read`: it changes nothing · `set`: it sets what can be set back · `act`: it may also do what cannot be taken back. */
  readonly effect: "read" | "set" | "act";
  readonly run: (input: z.output<Input>, call: McpCall) => Promise<McpResult> | McpResult;
}

/** Makes a tool of a zod schema with descriptions and a function. */
export function defineMcpTool<Input extends z.ZodObject>(definition: McpToolDefinition<Input>): McpTool {
  const { name, title, description, input, output, effect, run } = definition;
  const reads = effect === "read";
  return {
    name,
    scope: reads ? "read" : "control",
    listed: {
      name,
      title,
      description,
      inputSchema: portableSchema(input),
      outputSchema: {
        type: "object",
        properties: Object.fromEntries(Object.entries(output).map(([field, type]) => [field, { type }])),
      },
      annotations: {
        readOnlyHint: reads,
        ...(!reads && { destructiveHint: effect === "act" }),
        openWorldHint: false,
      },
    },
    call: async (given, call) => {
      const parsed = input.safeParse(withoutNulls(given ?? {}));
      if (!parsed.success) throw badArguments(name, parsed.error);
      return await run(parsed.data, call);
    },
  };
}

/** Models write null for what they leave out. */
function withoutNulls(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(withoutNulls);
  if (typeof given !== "object" || given === null) return given;
  const kept = Object.entries(given).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value)]));
}

function badArguments(tool: string, error: z.ZodError): JiaError {
  const problems = error.issues
    .slice(0, 5)
    .map((issue) => problemAt(cleanText(issuePlace(issue.path), 100) || "arguments", issueMessage(issue)));
  return new JiaError("invalid-tool-arguments", { tool, detail: message("mcp.badCall", { problems }) });
}
