import { z } from "zod";
import { type Conversation, NOTHING_OPEN, OPEN_VERSION, type OpenItem } from "../assistant/index.ts";
import { AutomationDraft, Weekday } from "../automation/index.ts";
import type { Outcome } from "../home/index.ts";
import { OutcomeRow, ValueForm } from "./exchange-rows.ts";
import { MomentForm } from "./row-forms.ts";

/** The version of stored conversations. Rows of version 0 carry no number; since version 2 exchanges have rows of their own. */
export const VERSION = 2;
/** Most outcomes for an undo, and most exchanges that a conversation goes on with. */
const MAX_UNDO = 200;
const MAX_EXCHANGES = 40;

const Ids = z.array(z.string());
const language = z.string().max(40);

const CommandRow = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("set"),
    device: z.string(),
    properties: z.array(z.object({ address: z.string(), value: ValueForm })),
  }),
  z.object({ kind: z.literal("invoke"), device: z.string(), action: z.string(), in: z.array(ValueForm) }),
]);
const Commands = z.array(CommandRow);

const PlanRow = z.object({ kind: z.enum(["timer", "automation", "scene"]), id: z.string() });
const About = z.object({ devices: Ids, rooms: Ids, address: z.string().nullable() });
const TargetRow = z.object({ device: z.string(), service: z.string().nullable() });

/** A sentence with its context, without parsed data. */
const SaidRow = z.object({
  text: z.string(),
  room: z.string().nullable(),
  focus: About,
  previous: z.null(),
  picked: z.object({ at: MomentForm, targets: z.array(TargetRow) }).nullable(),
});
const Part = {
  said: SaidRow,
  only: z
    .array(
      z.object({
        at: MomentForm,
        does: Commands,
        back: Commands.nullable(),
        consent: z.string().max(100).exactOptional(),
      }),
    )
    .nullable(),
};
const Call = z.object({
  tool: z.string(),
  arguments: z.record(z.string(), z.unknown()),
  subject: z.string(),
  approves: Commands,
  consent: z.string().max(100).exactOptional(),
});
const Behind = z.array(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("sentence"), ...Part }),
    z.object({ kind: z.literal("call"), call: Call, devices: Ids }),
  ]),
);
/** The moment that a plan is moved to, as the sentence gave it. */
const MomentRow = z.object({
  hour: z.number().nullable(),
  minute: z.number().nullable(),
  exact: z.boolean(),
  part: z
    .object({
      name: z.enum(["day", "morning", "noon", "afternoon", "evening", "night"]),
      hours: z.tuple([z.string(), z.string()]),
    })
    .nullable(),
  day: z.number().nullable(),
  date: z.object({ month: z.number().nullable(), day: z.number() }).nullable(),
  weekdays: z.array(z.number()),
  recurring: z.boolean(),
  sun: z.enum(["sunrise", "sunset"]).nullable(),
});
const ChangedRow = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("moment"), moment: MomentRow }),
  z.object({ kind: z.enum(["lasts", "by"]), seconds: z.number() }),
  z.object({ kind: z.literal("number"), value: z.number() }),
]);
const MovedRow = z.object({
  plan: PlanRow,
  before: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("timer"), milliseconds: z.number() }),
    z.object({ kind: z.literal("rule"), at: z.string(), weekdays: z.array(Weekday).nullable() }),
    z.object({ kind: z.literal("whole"), definition: AutomationDraft }),
    z.object({ kind: z.literal("made") }),
  ]),
});
const DayRangeRow = z.object({ from: z.string(), to: z.string(), season: z.literal(true).exactOptional() });
const RuleChangeRow = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("until"), until: z.string() }),
  z.object({ kind: z.literal("pause"), until: z.string().nullable() }),
  z.object({ kind: z.literal("resume") }),
  z.object({ kind: z.literal("days"), ranges: z.array(DayRangeRow), not: z.boolean() }),
  z.object({ kind: z.literal("times"), times: z.number() }),
  z.object({ kind: z.literal("without"), devices: z.array(z.string()) }),
]);
const PlanChangeRow = z.discriminatedUnion("op", [
  z.object({ op: z.literal("adjust"), to: RuleChangeRow }),
  z.object({ op: z.literal("move"), to: ChangedRow }),
  z.object({ op: z.enum(["cancel", "pause", "resume"]) }),
  z.object({ op: z.literal("add"), milliseconds: z.number() }),
  z.object({ op: z.literal("activate"), value: z.number().nullable() }),
  z.object({ op: z.literal("leave") }),
]);

const asked = { question: z.string(), language, expiresAt: MomentForm };
const Item = z.discriminatedUnion("kind", [
  z.object({ ...asked, kind: z.literal("commands"), confirmation: z.string(), commands: Commands, behind: Behind }),
  z.object({ ...asked, kind: z.literal("call"), call: Call, behind: Behind }),
  z.object({ ...asked, kind: z.literal("sentence"), pin: z.literal(true).exactOptional(), ...Part }),
  z.object({ ...asked, kind: z.literal("devices"), said: SaidRow, at: MomentForm, options: z.array(TargetRow) }),
  z.object({ ...asked, kind: z.literal("plans"), change: PlanChangeRow, options: z.array(PlanRow) }),
  z.object({ ...asked, kind: z.literal("whom"), said: SaidRow }),
  z.object({ ...asked, kind: z.literal("gone") }),
]);

const common = {
  id: z.string(),
  language,
  room: z.string().nullable(),
  focus: z
    .object({ ...About.shape, plans: z.array(PlanRow).optional(), moved: z.array(MovedRow).optional() })
    .nullable(),
  undo: z.array(OutcomeRow).max(MAX_UNDO),
  /** How many of the latest exchanges the conversation goes on with; older ones are only kept. */
  latest: z.int().min(0).max(MAX_EXCHANGES),
};
const Row = z.object({
  version: z.literal(VERSION),
  ...common,
  open: z.object({ version: z.literal(OPEN_VERSION), items: z.array(Item) }),
});

/** Version 0: open questions were not stored, except the time until which commands waited. */
const OldRow = z.object({
  id: common.id,
  language,
  room: common.room,
  focus: z
    .object({
      devices: Ids,
      rooms: Ids,
      address: z.string().nullable().catch(null),
      plans: z.array(PlanRow).optional(),
    })
    .nullable()
    .catch(null),
  undo: z.array(OutcomeRow).catch([]),
  latest: common.latest,
  confirmation: z.object({ expiresAt: MomentForm }).nullable().catch(null),
});
/** A stored conversation without its exchanges. */
export interface ConversationHead {
  readonly conversation: Conversation;
  /** How many of the latest exchanges belong to it. */
  readonly latest: number;
}

/**
 * The row of a conversation, without its exchanges and without data that is not stored, and bounded in size.
 * @param latest how many of the latest exchanges belong to it
 */
export function rowOf(
  { id, language, room, focus, undo, open, exchanges }: Conversation,
  latest = exchanges.length,
): string {
  const { devices = [], rooms = [], address = null, plans, moved } = focus ?? {};
  return JSON.stringify({
    version: VERSION,
    id,
    language,
    room,
    focus: focus && { devices, rooms, address, ...(plans && { plans }), ...(moved && { moved }) },
    undo: undo.slice(-MAX_UNDO),
    open: { version: OPEN_VERSION, items: open.items.map(kept) },
    latest: Math.min(latest, MAX_EXCHANGES),
  });
}

/** An open item in the form of a row. One that needs parsed data becomes `gone`: a later yes gets told so. */
function kept(item: OpenItem): unknown {
  const parsed = Item.safeParse(item);
  if (parsed.success) return item;
  const { question, language, expiresAt } = item;
  return { kind: "gone", question, language, expiresAt };
}

/** The conversation of a row, without exchanges. @throws when its version is unknown, or the row does not fit it */
export function storedHeadOf(data: string): ConversationHead {
  const json: unknown = JSON.parse(data);
  if (typeof json === "object" && json !== null && !("version" in json)) return migrated(OldRow.parse(json));
  const { version: _, focus, open, undo, latest, ...rest } = Row.parse(json);
  const conversation = { ...rest, focus: focusOf(focus), open, undo: undo as Outcome[], exchanges: [] };
  return { conversation, latest };
}

function migrated(row: z.output<typeof OldRow>): ConversationHead {
  const { id, language, room, focus, undo, confirmation, latest } = row;
  const gone: OpenItem[] = confirmation
    ? [{ kind: "gone", question: "", language, expiresAt: confirmation.expiresAt }]
    : [];
  const conversation = {
    id,
    language,
    room,
    focus: focusOf(focus),
    open: { ...NOTHING_OPEN, items: gone },
    undo: undo.slice(-MAX_UNDO) as Outcome[],
    exchanges: [],
  };
  return { conversation, latest };
}

function focusOf(focus: z.output<typeof Row>["focus"]): Conversation["focus"] {
  if (!focus) return null;
  const { plans, moved, ...about } = focus;
  return { ...about, frame: null, ...(plans && { plans }), ...(moved && { moved }) };
}
