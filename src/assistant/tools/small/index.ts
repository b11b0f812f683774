/** Tools for small models: fewer, with flat arguments. Each calls one of the full tools, with its checks. */
import { z } from "zod";
import { JiaError } from "../../../home/index.ts";
import { inLanguage, mapByLanguage, type Prompts } from "../../prompts.ts";
import { isPlainObject, type UnknownFields } from "../forms/argument-shape.ts";
import { describeSchema } from "../schema.ts";
import { WRITE_EXAMPLE } from "../set-properties.ts";
import { type Examples, exampleCalls, type Tool } from "../tool.ts";

/** A simpler way to call a tool. */
interface SmallToolDefinition {
  readonly name: string;
  /** The name of the full tool. */
  readonly of: string;
  /** The schema that the model sees; the full tool checks the calls. */
  readonly schema: z.ZodObject;
  /** Calls for errors; absent: those of the full tool. */
  readonly examples?: Examples;
  /** Turns the arguments into those of the full tool; arguments already in that form stay. */
  whole(given: UnknownFields): unknown;
}

const text = z.string();
const value = z.union([z.boolean(), z.number(), z.string()]);
const write = { device: text, property: text, value };

const SMALL_TOOLS: readonly SmallToolDefinition[] = [
  {
    name: "set_device",
    of: "set_properties",
    schema: z.object({ ...write, say: text.optional() }),
    examples: [WRITE_EXAMPLE],
    whole: (given) => given,
  },
  {
    name: "invoke_action",
    of: "invoke_action",
    schema: z.object({ device: text, action: text, arguments: z.array(value).optional(), say: text.optional() }),
    whole: (given) => given,
  },
  {
    name: "get_state",
    of: "get_state",
    schema: z.object({ device: text.optional(), room: text.optional(), kind: text.optional() }),
    examples: [{ device: "HANDLE" }, { room: "ROOM" }],
    whole: ({ device, ...given }) =>
      device === undefined || device === null ? given : { ...given, devices: [device] },
  },
  {
    name: "get_history",
    of: "get_history",
    schema: z.object({
      device: text.optional(),
      property: text.optional(),
      from: text.optional(),
      to: text.optional(),
    }),
    examples: [{ device: "HANDLE", property: "temperature", from: "last night" }],
    whole: ({ device, ...given }) =>
      device === undefined || device === null ? given : { ...given, devices: [device] },
  },
  {
    name: "find_devices",
    of: "find_devices",
    schema: z.object({ text: text.optional(), room: text.optional(), kind: text.optional() }),
    whole: (given) => given,
  },
  { name: "activate_scene", of: "activate_scene", schema: z.object({ scene: text }), whole: (given) => given },
  {
    name: "set_timer",
    of: "set_timer",
    schema: z.object({
      duration: text.optional(),
      at: text.optional(),
      name: text.optional(),
      ...z.object(write).partial().shape,
    }),
    examples: [{ duration: "10m" }, { at: "18:30", ...WRITE_EXAMPLE }],
    whole: ({ device, property, value: wanted, ...given }) =>
      device === undefined || device === null ? given : { ...given, writes: [{ device, property, value: wanted }] },
  },
  {
    name: "save_automation",
    of: "save_automation",
    schema: z.object({
      name: text,
      when: text.optional(),
      weekdays: z.array(text).optional(),
      ...z.object(write).partial().shape,
      do: z.array(z.object(write)),
    }),
    examples: [{ name: "NAME", when: "07:00", do: [WRITE_EXAMPLE] }],
    whole: ruleOf,
  },
  { name: "list_plans", of: "list_plans", schema: z.object({}), examples: [{}], whole: (given) => given },
  {
    name: "change_plan",
    of: "change_plan",
    schema: z.object({
      id: text,
      enabled: z.boolean().optional(),
      paused_until: text.optional(),
      at: text.optional(),
      weekdays: z.array(text).optional(),
      add: text.optional(),
    }),
    whole: (given) => given,
  },
  { name: "delete_plan", of: "delete_plan", schema: z.object({ id: text }), whole: (given) => given },
  {
    name: "remember",
    of: "remember",
    schema: z.object({ text: text.optional(), forget: text.optional() }),
    whole: (given) => given,
  },
];

/** The small tools of a home, in the order in which models see them. @param tools the full tools */
export function smallTools(tools: readonly Tool[], prompts: Prompts): readonly Tool[] {
  return SMALL_TOOLS.flatMap((small) => {
    const whole = tools.find(({ name }) => name === small.of);
    return whole ? [smallTool(small, whole, prompts)] : [];
  });
}

function smallTool(
  { name, schema, examples, whole: wholeOf }: SmallToolDefinition,
  whole: Tool,
  prompts: Prompts,
): Tool {
  const texts = prompts.smallTools.get(name);
  if (!texts) throw new Error(`prompts/*/small-tools/${name}.md is missing`);
  const described = mapByLanguage(texts, ({ description, parameters }) => ({
    description,
    parameters: describeSchema(schema, parameters),
  }));
  return {
    name,
    kind: whole.kind,
    examples: examples ?? whole.examples,
    ...(whole.last && { last: whole.last }),
    described: (language) => inLanguage(described, language),
    prepare(input) {
      try {
        return whole.prepare(isPlainObject(input) ? wholeOf(input) : input);
      } catch (error) {
        throw examples === undefined ? error : withForm(error, name, exampleCalls(examples));
      }
    },
  };
}

/** The error with the example of the small tool. */
function withForm(error: unknown, tool: string, form: string): unknown {
  if (!(error instanceof JiaError) || error.code !== "invalid-tool-arguments") return error;
  const { detail } = error.details;
  if (typeof detail !== "object" || detail === null || !("key" in detail) || detail.key !== "tools.badCall")
    return error;
  const values = "values" in detail && typeof detail.values === "object" ? detail.values : {};
  return new JiaError("invalid-tool-arguments", { tool, detail: { ...detail, values: { ...values, form } } });
}

/** The arguments of an automation with one trigger: a time or a device. */
function ruleOf({ when, weekdays, device, property, value: wanted, do: writes, ...given }: UnknownFields): unknown {
  if ("triggers" in given) return given;
  const days = Array.isArray(weekdays) && weekdays.length > 0 ? { weekdays } : {};
  const timed = SUN.test(String(when)) ? { type: "sun", event: when, ...days } : { type: "time", at: when, ...days };
  const trigger =
    device === undefined || device === null ? timed : { type: "property", target: device, property, to: wanted };
  return { ...given, triggers: [trigger], actions: writes };
}

const SUN = /^(?:sunrise|sunset|dawn|dusk)$/;
