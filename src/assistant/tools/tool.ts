import { z } from "zod";
import {
  type Command,
  type Confirmation,
  cleanText,
  type DeviceId,
  issueMessage,
  issuePlace,
  JiaError,
  type Message,
  type Origin,
  type Outcome,
  problemAt,
} from "../../home/index.ts";
import { type Language, message } from "../../language/index.ts";
import type { Named } from "../named.ts";
import type { PastFact } from "../past/index.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { inLanguage, mapped, type Prompts } from "../prompts.ts";
import { plainLine } from "../replies/markdown.ts";
import type { Miss } from "../replies/not-done.ts";
import { isLoose, type KeyNames, shaped, unwrapped, withKeys } from "./forms/shape.ts";
import { describeSchema, type JsonSchema } from "./schema.ts";

/** Who calls a tool, and from where. Nothing in it knows about a model: MCP calls the same tools. */
export interface ToolContext {
  readonly origin: Origin;
  /** The language of what the tool says. */
  readonly language: Language;
  /** Id of the room that the speaker is in, null when it is not known. */
  readonly room: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly signal: AbortSignal;
  /** The commands that a person has said yes to, where something was asked. Others of the kind want a yes of their own. */
  readonly approved?: readonly Command[];
  /** What a person has said yes to, exactly: the token of the question. Anything else wants a yes of its own. */
  readonly consent?: string;
  /** What the person's words name; without it nothing. */
  readonly named?: Named;
  /** Commands of the same answer that wait for a yes: what comes after those waits with them. */
  readonly waiting?: readonly Command[];
  /** Devices of which calls of the same answer have asked for what they refuse: nothing else is asked about them. */
  readonly refused?: readonly DeviceId[];
  /** Arguments of calls of the same answer that wait for a yes by themselves: what they are to save is not there yet. */
  readonly unsaved?: readonly Readonly<Record<string, unknown>>[];
  /** What was asked about before this turn under these names, and got no yes: it was not saved. */
  readonly lapsed?: readonly string[];
}

/** What came of a call. */
export interface ToolResult {
  /** Plain data for the caller; whoever shows it bounds its length. */
  readonly content: unknown;
  /** What happened to devices, in order. */
  readonly outcomes: readonly Outcome[];
  /** Present when commands wait for a yes. */
  readonly confirmation?: Confirmation;
  /** Present when something else waits for a yes: an automation whose commands the policy asks about. */
  readonly approval?: Approval;
  /** Present when it follows commands that wait for a yes, and is to be called again after it. */
  readonly behind?: Behind;
  /** Present when it started something for later that commands devices. */
  readonly later?: Later;
  /** What was done, in a sentence of the tool's own that is sure to be true. */
  readonly sentence?: string;
  /** What it planned or changed. */
  readonly plans?: readonly PlanRef[];
  /** What it changed, with what that was before: "undo" puts it back. */
  readonly moved?: readonly MovedPlan[];
  /** What a read found, for telling it to a person in the home's own words. */
  readonly read?: ToolRead;
  /** Parts of a write that were not tried at all, in words: the caller has to correct them. */
  readonly failures: readonly string[];
  /** How those are told to a person, where that differs. */
  readonly misses?: readonly Miss[];
  /** The name of what was to be saved, where the failures are why it was not. */
  readonly unsaved?: string;
}

/** What a read found. */
export interface ToolRead {
  /** Devices whose state was read. */
  readonly devices: readonly DeviceId[];
  /** Types or addresses of the properties that were asked for; all when it is absent. */
  readonly properties?: readonly string[];
  /** What was so in the past. */
  readonly past?: readonly PastFact[];
  /** Devices that were found, whatever their state. */
  readonly found?: readonly DeviceId[];
  /** Something else than states, as the home tells it: what is planned, why something is so. */
  readonly tell?: () => string;
}

/** Something that is done once a person has said yes: the same tool is called with these arguments. */
export interface Approval {
  /** What it is called, for telling that it failed. */
  readonly subject: string;
  /** What would be done, when and how often, and why it is asked. */
  readonly question: string;
  /** The commands that the policy asks about. */
  readonly commands: readonly Command[];
  /** What a yes to it is for, as a token that differs for anything else. */
  readonly consent: string;
  /** What is to be done, as plain data; the call's own arguments when they are left out. */
  readonly arguments?: Readonly<Record<string, unknown>>;
}

/** Something that is done after commands that wait for a yes. */
export interface Behind extends Partial<Omit<Approval, "subject">> {
  readonly subject: string;
  /** The devices of those commands that it is about; none: it follows what is saved after the yes. */
  readonly devices: readonly DeviceId[];
}

/** Something that was started for later. */
export interface Later {
  /** What it is once it has to wait behind a yes. */
  readonly behind: Behind;
  /** Takes it back: it turned out to follow commands that wait. */
  cancel(): Promise<void>;
}

/** A call whose arguments are valid. */
export interface PreparedCall {
  readonly arguments: Readonly<Record<string, unknown>>;
  /** What to tell the person if it all works; null when the caller left it out. */
  readonly say: string | null;
  /** More is to come in this turn: it does not end with this call. */
  readonly more?: true;
  /** What it changes: calls with a common key run in the order they were made. */
  readonly touches: readonly string[];
  run(context: ToolContext): Promise<ToolResult>;
}

/** A tool and its arguments in one language. */
export interface ToolDescription {
  readonly description: string;
  /** JSON Schema draft-07 of the arguments. */
  readonly parameters: JsonSchema;
}

/** One thing that a model or an MCP client can do or find out. */
export interface Tool {
  readonly name: string;
  readonly kind: "read" | "write";
  /** It is for later: of one answer's calls it is made after the other writes, wherever it stands. */
  readonly last?: true;
  /** What the reader is told about it. */
  described(language: Language): ToolDescription;
  /** @throws JiaError `invalid-tool-arguments` that says what is wrong */
  prepare(input: unknown): PreparedCall;
}

interface ToolDefinition<Schema extends z.ZodObject> {
  readonly name: string;
  readonly kind: Tool["kind"];
  readonly last?: true;
  readonly schema: Schema;
  /** A call of it as JSON, for whoever got it wrong; the names of its parameters when it is left out. */
  readonly form?: string;
  /** By what else its parameters are called. */
  readonly names?: KeyNames;
  /** Puts arguments that say the same in another way into its form; whatever it is given may be anything. */
  readonly reform?: (given: unknown) => unknown;
  /** null means something in it, and is not what was left out. */
  readonly nulls?: true;
  readonly touches?: (args: z.output<Schema>) => readonly string[];
  readonly run: (args: z.output<Schema>, context: ToolContext) => Promise<ToolResult> | ToolResult;
}

/** What a tool takes that tells in a sentence of its own what it did. */
export const BESIDE = {
  /** What the person has to know beside that. */
  say: z.string().max(1000).optional(),
  /** The turn goes on after it. */
  more: z.boolean().optional(),
};

/** Makes a tool of a schema, a function and its texts in prompts/. */
export function defineTool<Schema extends z.ZodObject>(prompts: Prompts, definition: ToolDefinition<Schema>): Tool {
  const { name, kind, schema, names, reform = (given: unknown) => given } = definition;
  const texts = prompts.tools.get(name);
  if (!texts) throw new Error(`prompts/*/tools/${name}.md is missing`);
  const described = mapped(texts, ({ description, parameters }) => ({
    description,
    parameters: describeSchema(schema, parameters),
  }));
  const known = Object.keys(schema.shape);
  const form = definition.form ?? `{${known.map((key) => `"${key}"`).join(", ")}}`;
  const json = z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as JsonSchema;
  return {
    name,
    kind,
    ...(definition.last && { last: definition.last }),
    described: (language) => inLanguage(described, language),
    prepare(input) {
      const given = unwrapped(definition.nulls ? input : withoutNulls(input), known);
      const reformed = reform(isLoose(given) ? withKeys(given, known, names) : given);
      const parsed = schema.safeParse(withCleanNames(shaped(json, reformed), known));
      if (!parsed.success) {
        throw new JiaError("invalid-tool-arguments", { tool: name, detail: problemsOf(parsed.error, form) });
      }
      const args = parsed.data;
      const said = "say" in args && typeof args["say"] === "string" ? cleanText(args["say"], 500) : "";
      return {
        arguments: args,
        say: said || null,
        ...("more" in args && args["more"] === true && { more: true as const }),
        touches: definition.touches?.(args) ?? [],
        run: async (context) => await definition.run(args, context),
      };
    },
  };
}

/** A result without outcomes. */
export function answer(content: unknown): ToolResult {
  return { content, outcomes: [], failures: [] };
}

/** Models write null for what they leave out. */
function withoutNulls(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(withoutNulls);
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, withoutNulls(value)]),
  );
}

/** Longest name that is cleaned; schemas refuse longer ones than they take. */
const MAX_CLEANED = 200;

/** What something is to be called, as it is told: a name is read aloud, shown in lists, and told to models again. */
function withCleanNames(args: unknown, known: readonly string[]): unknown {
  if (!isLoose(args)) return args;
  const clean = (text: unknown): unknown => (typeof text === "string" ? plainLine(text, MAX_CLEANED) : text);
  const { name, aliases } = args;
  return {
    ...args,
    ...(known.includes("name") && name !== undefined && { name: clean(name) }),
    ...(known.includes("aliases") && Array.isArray(aliases) && { aliases: aliases.map(clean) }),
  };
}

/** What is wrong with arguments, and how they are written. */
function problemsOf(error: z.ZodError, form: string): Message {
  const problems = error.issues.slice(0, 5).map((issue) => {
    return problemAt(issuePlace(issue.path) || "arguments", issueMessage(issue));
  });
  return message("tools.badCall", { problems, form });
}
