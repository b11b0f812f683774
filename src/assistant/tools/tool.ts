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
import type { PastFact } from "../past/index.ts";
import type { MovedPlan, PlanRef } from "../plan-changes.ts";
import { inLanguage, mapByLanguage, type Prompts } from "../prompts.ts";
import { plainLine } from "../replies/markdown.ts";
import type { UntriedPart } from "../replies/untried-parts.ts";
import type { Mentions } from "../wishes/mentions.ts";
import {
  coerceToSchema,
  isPlainObject,
  type KeyAliases,
  type UnknownFields,
  unwrapArguments,
  withKnownKeys,
} from "./forms/argument-shape.ts";
import { spacedJson } from "./forms/spaced-json.ts";
import { describeSchema, type JsonSchema } from "./schema.ts";

/** The context of a tool call. It does not depend on a model: MCP clients call the same tools. */
export interface ToolContext {
  readonly origin: Origin;
  /** The language of the tool's sentences. */
  readonly language: Language;
  /** Id of the room that the speaker is in, null when it is not known. */
  readonly room: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly signal: AbortSignal;
  /** The commands that the person has said yes to; other ones need their own yes. */
  readonly approved?: readonly Command[];
  /** The token of exactly what the person has said yes to; anything else needs its own yes. */
  readonly consent?: string;
  /** What the person's own words name; absent without words of a person. */
  readonly named?: Mentions;
  /** Commands of the turn that wait for a yes; what depends on them waits as well. */
  readonly waiting?: readonly Command[];
  /** Devices that refused a part of earlier calls of the same answer: nothing else about them is asked. */
  readonly refused?: readonly DeviceId[];
  /** Arguments of calls of the turn that wait for their own yes: what they save does not exist yet. */
  readonly unsaved?: readonly Readonly<Record<string, unknown>>[];
  /**
   * What ran at outside servers in this request and must not run twice: tokens of calls, and names of tools of which
   * nobody knows whether they ran. Tools add to it.
   */
  readonly once?: Set<string>;
  /** Names of what was asked about before this turn, got no yes and was not saved. */
  readonly lapsed?: readonly string[];
}

/** The result of a call. */
export interface ToolResult {
  /** Plain data for the caller, who bounds its length. */
  readonly content: unknown;
  /** Outcomes of commands, in order. */
  readonly outcomes: readonly Outcome[];
  /** Set when commands wait for a yes. */
  readonly confirmation?: Confirmation;
  /** Set when the call itself waits for a yes, such as an automation that goes beyond the person's words. */
  readonly approval?: ToolApproval;
  /** Set when the call depends on commands that wait for a yes, and is to be made again after it. */
  readonly behind?: DependentAction;
  /** Set when the call started something for later that commands devices. */
  readonly later?: ScheduledAction;
  /** What was done, in a sentence of the tool's own, which is always true. */
  readonly sentence?: string;
  /** Plans that the call made or changed. */
  readonly plans?: readonly PlanRef[];
  /** Changed plans as they were before, for "undo". */
  readonly moved?: readonly MovedPlan[];
  /** What a read found, for a reply in the home's own words. */
  readonly read?: ToolRead;
  /** Parts of a write that were not tried, in words for the caller, who has to correct them. */
  readonly failures: readonly string[];
  /** The same for the person, where the words differ. */
  readonly misses?: readonly UntriedPart[];
  /** The name of what was not saved because of the failures. */
  readonly unsaved?: string;
}

/** What a read found. */
export interface ToolRead {
  /** Devices whose state was read. */
  readonly devices: readonly DeviceId[];
  /** Types or addresses of the requested properties; absent: all. */
  readonly properties?: readonly string[];
  /** Facts from the history. */
  readonly past?: readonly PastFact[];
  /** Devices that were found without a read of their state. */
  readonly found?: readonly DeviceId[];
  /** The home's own words about something other than states: plans, reasons, the past. */
  readonly tell?: () => string;
}

/** A call that waits for a yes: afterwards the same tool is called with these arguments. */
export interface ToolApproval {
  /** A name for the call, for messages about its failure. */
  readonly subject: string;
  /** The question: what would be done, when, how often, and why Jia asks. */
  readonly question: string;
  /** The commands that need a yes by the policy. */
  readonly commands: readonly Command[];
  /** The token of exactly what a yes is for. */
  readonly consent: string;
  /** Arguments of the later call; absent: those of this call. */
  readonly arguments?: Readonly<Record<string, unknown>>;
}

/** A call that is made after commands that wait for a yes. */
export interface DependentAction extends Partial<Omit<ToolApproval, "subject">> {
  readonly subject: string;
  /** The devices of those commands that the call depends on; empty: it depends on what the yes saves. */
  readonly devices: readonly DeviceId[];
}

/** Something that a call started for later, such as a timer. */
export interface ScheduledAction {
  /** The call in the form in which it waits for a yes. */
  readonly behind: DependentAction;
  /** Cancels it, when it turns out to depend on commands that wait. */
  cancel(): Promise<void>;
}

/** A call whose arguments are valid. */
export interface PreparedCall {
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The reply to the person if everything works; null when the caller gave none. */
  readonly say: string | null;
  /** The caller has more to do: the turn does not end with this call. */
  readonly more?: true;
  /** Keys of what the call changes: calls with a common key run in their order. Empty: it waits for all others. */
  readonly touches: readonly string[];
  run(context: ToolContext): Promise<ToolResult>;
}

/** A tool and its arguments in one language. */
export interface ToolDescription {
  readonly description: string;
  /** JSON Schema draft-07 of the arguments. */
  readonly parameters: JsonSchema;
}

/** A function that a model or an MCP client can call. */
export interface Tool {
  readonly name: string;
  readonly kind: "read" | "write";
  /** The tool is for later: its calls run after the other writes of an answer, wherever they stand. */
  readonly last?: true;
  /** Name of the outside server that answers it: its result is a stranger's text. */
  readonly outside?: string;
  /** Arguments of valid calls. */
  readonly examples: Examples;
  /** The description in a language. */
  described(language: Language): ToolDescription;
  /** Checks the arguments of a call. @throws JiaError `invalid-tool-arguments` with the problems */
  prepare(input: unknown): PreparedCall;
}

/** Arguments of calls; at least one. */
export type Examples = readonly [UnknownFields, ...UnknownFields[]];

interface ToolDefinition<Schema extends z.ZodObject> {
  readonly name: string;
  readonly kind: Tool["kind"];
  readonly last?: true;
  readonly schema: Schema;
  /** Arguments of valid calls: a model is shown them after wrong ones, with its own names in the place of words in capitals. */
  readonly examples: Examples;
  /** Other names of the parameters, keyed by parameter. */
  readonly names?: KeyAliases;
  /** Brings arguments of other forms into the form of the schema; gets any value. */
  readonly reform?: (given: unknown) => unknown;
  /** Null is a value for this tool, and does not mean that an argument was left out. */
  readonly nulls?: true;
  readonly touches?: (args: z.output<Schema>) => readonly string[];
  readonly run: (args: z.output<Schema>, context: ToolContext) => Promise<ToolResult> | ToolResult;
}

/** Arguments of tools whose results have a sentence of their own. */
export const SAY_AND_MORE = {
  /** What the person should hear besides that sentence. */
  say: z.string().max(1000).optional(),
  /** The turn goes on after it. */
  more: z.boolean().optional(),
};

/** Makes a tool from a schema, a function and its texts in prompts/. @throws Error when the texts are missing */
export function defineTool<Schema extends z.ZodObject>(prompts: Prompts, definition: ToolDefinition<Schema>): Tool {
  const { name, kind, schema, examples, names, reform = (given: unknown) => given } = definition;
  const texts = prompts.tools.get(name);
  if (!texts) throw new Error(`prompts/*/tools/${name}.md is missing`);
  const described = mapByLanguage(texts, ({ description, parameters }) => ({
    description,
    parameters: describeSchema(schema, parameters),
  }));
  const known = Object.keys(schema.shape);
  const json = z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as JsonSchema;
  return {
    name,
    kind,
    examples,
    ...(definition.last && { last: definition.last }),
    described: (language) => inLanguage(described, language),
    prepare(input) {
      const given = unwrapArguments(definition.nulls ? input : withoutNulls(input), known);
      const reformed = reform(isPlainObject(given) ? withKnownKeys(given, known, names) : given);
      const parsed = schema.safeParse(withCleanNames(coerceToSchema(json, reformed), known));
      if (!parsed.success) {
        throw new JiaError("invalid-tool-arguments", {
          tool: name,
          detail: problemsOf(parsed.error, exampleCalls(examples)),
        });
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

/** Examples of calls as a model reads them: `{"id": "ID"} or {"text": "NAME"}`. */
export function exampleCalls(examples: readonly UnknownFields[]): string {
  return examples.map(spacedJson).join(" or ");
}

/** A result without outcomes. */
export function contentResult(content: unknown): ToolResult {
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

/** Cleans `name` and `aliases`, which are read aloud, shown in lists and sent to models again. */
function withCleanNames(args: unknown, known: readonly string[]): unknown {
  if (!isPlainObject(args)) return args;
  const clean = (text: unknown): unknown => (typeof text === "string" ? plainLine(text, MAX_CLEANED) : text);
  const { name, aliases } = args;
  return {
    ...args,
    ...(known.includes("name") && name !== undefined && { name: clean(name) }),
    ...(known.includes("aliases") && Array.isArray(aliases) && { aliases: aliases.map(clean) }),
  };
}

/** The problems of arguments, with an example of a call. */
function problemsOf(error: z.ZodError, form: string): Message {
  const problems = error.issues.slice(0, 5).map((issue) => {
    return problemAt(issuePlace(issue.path) || "arguments", issueMessage(issue));
  });
  return message("tools.badCall", { problems, form });
}
