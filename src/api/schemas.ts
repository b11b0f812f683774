import { z } from "zod";
import { DOUBTS, NOTED_STATUSES, OUTCOME_STATUSES } from "../home/index.ts";
import { languages } from "../language/index.ts";
import { PLACE_SHOWN } from "./places.ts";
import { ProblemBody, problemAnswers } from "./problem.ts";

/** The schemas of the API's JSON (`json.ts` makes it): strict for requests, descriptive for answers. */

export const ValueBody = z.union([z.boolean(), z.number(), z.string().max(2000)]);
/** A language that Jia speaks. */
export const LanguageTag = z.enum([...languages()]);
const Time = z.string().meta({ description: "ISO 8601, UTC", examples: ["2026-01-01T12:00:00.000Z"] });

const DoubtBody = z
  .object({
    reason: z.enum(DOUBTS).meta({
      description:
        "never-reported: nothing came yet. not-told: the device tells it to nobody. cleared: the device said that it does " +
        "not know. out-of-range: it reported what cannot be. offline, overdue, broker-lost, unanswered: there is a value, and it may be old.",
    }),
    since: Time.nullable().meta({ description: "null if nobody saw the moment." }),
  })
  .meta({ id: "Doubt" });

const LABEL = "In the language of Accept-Language.";

export const DeviceBody = z
  .object({
    id: z.string().meta({ description: "Never changes.", examples: ["miot:living-floor-lamp"] }),
    handle: z.string().meta({
      description: "The name that people and scripts use. It follows renames.",
      examples: ["living-floor-lamp"],
    }),
    name: z.string(),
    label: z.string().meta({ description: `Its name or alias that fits the reader. ${LABEL}` }),
    aliases: z.array(z.string()),
    room: z.string().nullable().meta({ description: "The room's name." }),
    roomId: z.string().nullable(),
    roomLabel: z.string().nullable().meta({ description: LABEL }),
    floor: z.string().nullable().meta({ description: "The name of the room's floor." }),
    floorId: z.string().nullable(),
    floorLabel: z.string().nullable().meta({ description: LABEL }),
    kind: z.string().meta({ description: "From the spec.", examples: ["light"] }),
    kindLabel: z.string().meta({ description: LABEL, examples: ["light"] }),
    icon: z.string().meta({
      description: "A name of Material Design Icons (mdi), chosen by kind.",
      examples: ["lightbulb"],
    }),
    hidden: z.boolean().meta({ description: "Pages leave it out of lists. Sentences can still name it." }),
    favourite: z.boolean(),
    order: z.number().nullable().meta({ description: "Its place among others on a page, small numbers first." }),
    changed: z.array(z.string()).meta({
      description: "What a person set in Jia, over what the device and the home file say: `name`, `room`.",
    }),
    model: z.string(),
    dialect: z.string(),
    members: z.array(z.string()).meta({
      description:
        "Of a group: the ids of the devices that it switches. Some may not be in the home. Empty for a device.",
    }),
    essential: z.boolean().meta({
      description: "It must keep running: commands for everything, or for all of its kind, leave it on.",
    }),
    essentialMark: z.boolean().nullable().meta({ description: "What a person said of that; null: by kind and name." }),
    online: z.boolean().nullable().meta({ description: "null if the device does not tell." }),
    offlineSince: Time.nullable().meta({ description: "null if it is online, or nobody saw it go offline." }),
    lostSince: Time.nullable().meta({
      description:
        "Since when Jia has no connection to its broker, so nothing is known of the device; null if connected.",
    }),
    lastSeen: Time.nullable(),
    state: z.record(z.string(), ValueBody).meta({ description: "Last reported values by property address." }),
    doubts: z.record(z.string(), DoubtBody).meta({
      description: "By property address: unknown values, and values that are overdue.",
    }),
  })
  .meta({ id: "Device" });

const ShapeBody = z.object({
  address: z.string(),
  label: z.string().meta({ description: LABEL, examples: ["brightness"] }),
  format: z.string(),
  unit: z
    .string()
    .nullable()
    .meta({ description: "By its name in MIoT-Spec.", examples: ["percentage"] }),
  unitLabel: z.string().nullable().meta({ description: "As it stands behind a number: `%`, ` °C`." }),
  range: z.object({ min: z.number(), max: z.number(), step: z.number() }).nullable(),
  values: z
    .array(z.object({ value: z.number(), description: z.string(), label: z.string().meta({ description: LABEL }) }))
    .meta({ description: "The only values that it has; empty where any of the range fits." }),
});

const PropertyBody = z
  .object({
    ...ShapeBody.shape,
    description: z.string(),
    access: z.array(z.enum(["read", "write", "notify"])),
    writable: z.boolean().meta({ description: "It can be set." }),
    observable: z.boolean().meta({ description: "The device tells of changes by itself." }),
    value: ValueBody.nullable().meta({ description: "The last reported value; null if unknown." }),
    valueLabel: z
      .string()
      .nullable()
      .meta({ description: `With its unit. ${LABEL}`, examples: ["50%"] }),
    reportedAt: Time.nullable(),
    changedAt: Time.nullable().meta({ description: "When the value changed, or Jia first heard it." }),
    changeSeen: z.boolean().meta({ description: "Whether Jia saw the change at changedAt." }),
    doubt: DoubtBody.nullable().meta({
      description: "Why the value is missing or unreliable; null if it is reliable.",
    }),
  })
  .meta({ id: "Property" });

export const DeviceWithSpecBody = z
  .object({
    ...DeviceBody.shape,
    reports: z.boolean().meta({ description: "false if it never confirms commands." }),
    spec: z.object({
      urn: z.string(),
      kind: z.string(),
      description: z.string(),
      services: z
        .array(z.object({ name: z.string(), description: z.string(), label: z.string().meta({ description: LABEL }) }))
        .meta({ description: "The parts of the device, by the first part of an address." }),
      properties: z.array(PropertyBody),
      actions: z.array(
        z.object({
          address: z.string(),
          description: z.string(),
          label: z.string().meta({ description: LABEL }),
          in: z.array(z.string()),
          out: z.array(z.string()),
          arguments: z.array(ShapeBody).meta({ description: "What each of `in` takes, in the same order." }),
        }),
      ),
      events: z.array(z.object({ address: z.string(), description: z.string(), arguments: z.array(z.string()) })),
    }),
  })
  .meta({ id: "DeviceWithSpec" });

/** One schema for both forms of the list, so that each device is checked once. */
export const ListedDeviceBody = z
  .object({
    ...DeviceBody.shape,
    reports: DeviceWithSpecBody.shape.reports.optional(),
    spec: DeviceWithSpecBody.shape.spec.optional().meta({ description: "Only with spec=true." }),
  })
  .meta({ id: "ListedDevice" });

export const OutcomeBody = z
  .object({
    device: z.string().meta({ description: "The handle." }),
    id: z.string(),
    property: z.string().optional(),
    action: z.string().optional(),
    value: z
      .union([ValueBody, z.array(ValueBody)])
      .meta({ description: "The property's value in the device's own form; the arguments of an action." }),
    out: z.array(ValueBody).optional().meta({ description: "What the action answered." }),
    status: z.enum(OUTCOME_STATUSES),
    before: ValueBody.optional().meta({ description: "The previous value, if known." }),
    code: z.number().optional().meta({ description: "The device's or the spec's own code." }),
    error: z
      .object({
        code: z.string(),
        message: z.string(),
        details: z.record(z.string(), z.unknown()).optional(),
      })
      .optional(),
  })
  .meta({ id: "Outcome" });

export const NotedOutcomeBody = OutcomeBody.extend({
  status: z.enum(NOTED_STATUSES).meta({
    description: "unknown: sent, but without an outcome: the device has not answered yet, or Jia ended before it did.",
  }),
}).meta({ id: "NotedOutcome" });

export const ConfirmationBody = z
  .object({
    id: z.string().meta({ description: "For POST /api/confirmations/:id. Valid once, for one minute." }),
    reasons: z.array(z.string()),
    question: z.string().meta({ description: "What a yes is for, in the language of Accept-Language." }),
    pin: z.boolean().meta({ description: "It wants a PIN: a yes alone is not enough." }),
    expiresAt: Time,
  })
  .meta({ id: "Confirmation" });

export const ExecutionBody = z
  .object({
    error: z
      .object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) })
      .optional()
      .meta({ description: "Why some of it was not done; only beside what was." }),
    outcomes: z.array(OutcomeBody),
    confirmation: ConfirmationBody.optional(),
    lost: z
      .array(OutcomeBody)
      .optional()
      .meta({ description: "For an undo: changes that stay, because nothing can undo them." }),
  })
  .meta({ id: "Execution" });

const FailedExecutionBody = ProblemBody.extend(ExecutionBody.omit({ error: true }).partial().shape).meta({
  id: "FailedExecution",
});

/** The answers of routes that command devices; `sendExecution` chooses among them. */
export const commandResponses = {
  200: ExecutionBody,
  202: ExecutionBody,
  207: ExecutionBody,
  ...problemAnswers(FailedExecutionBody),
} as const;

export const PropertiesBody = z
  .strictObject({
    properties: z.union([
      z.record(z.string().min(1).max(200), ValueBody),
      z.array(z.strictObject({ address: z.string().min(1).max(200), value: ValueBody })).max(100),
    ]),
  })
  .meta({ id: "Properties", examples: [{ properties: { "light.on": true, "light.brightness": 50 } }] });

export const RoomBody = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    floor: z.string().nullable().meta({ description: "Its id." }),
    ...PLACE_SHOWN,
    devices: z.array(z.string()).meta({ description: "Handles." }),
  })
  .meta({ id: "Room" });

export const FloorBody = z
  .object({ id: z.string(), name: z.string(), aliases: z.array(z.string()), ...PLACE_SHOWN })
  .meta({ id: "Floor" });

export const AssistantRequestBody = z
  .strictObject({
    text: z.string().trim().min(1).max(4000),
    conversation: z.string().min(1).max(100).optional().meta({ description: "The conversation to continue." }),
    existing: z.boolean().optional().meta({
      description:
        "Refuse a conversation in which nothing was said, and do nothing. Default: it begins with this text.",
    }),
    room: z
      .string()
      .min(1)
      .max(200)
      .nullable()
      .optional()
      .meta({ description: "The room of the speaker, by id or name." }),
    language: LanguageTag.optional().meta({
      description: "The language of the reply. Default: the language of the text.",
    }),
    person: z.string().min(1).max(200).optional().meta({
      description: "Who says it, by id or name. With a person's token: that person and nobody else.",
    }),
    stranger: z.literal(true).optional().meta({
      description: "Nobody of the home says it: a voice that Jia does not know, or a guest's device.",
    }),
  })
  .meta({ id: "AssistantRequest" });

export const AssistantReplyBody = z
  .object({
    reply: z.string(),
    expectsReply: z.boolean().meta({ description: "The reply is a question." }),
    expectsPin: z.literal(true).optional().meta({
      description: "It asks for a PIN: do not show or keep what the person types next.",
    }),
    path: z.enum(["local", "model"]),
    conversation: z.string(),
    outcomes: z.array(OutcomeBody),
    calls: z.array(z.object({ tool: z.string(), arguments: z.record(z.string(), z.unknown()) })),
    usage: z
      .object({
        promptTokens: z.number(),
        completionTokens: z.number(),
        cachedTokens: z.number(),
        cost: z.number().optional(),
        rounds: z.number(),
        refusedCalls: z.number(),
        model: z.string(),
      })
      .optional(),
    ms: z.number(),
  })
  .meta({ id: "AssistantReply" });
