import { z } from "zod";
import type { Exchange } from "../assistant/index.ts";
import { OUTCOME_STATUSES } from "../home/index.ts";
import { MomentForm } from "./row-forms.ts";

/** A value of a property in a row. */
export const ValueForm = z.union([z.boolean(), z.number(), z.string()]);

const outcomeOf = { device: z.string(), status: z.enum(OUTCOME_STATUSES), before: ValueForm.optional() };
/** An outcome in a row. */
export const OutcomeRow = z.union([
  z.looseObject({ ...outcomeOf, property: z.string(), value: ValueForm }),
  z.looseObject({ ...outcomeOf, action: z.string(), in: z.array(ValueForm) }),
]);

const Message = z.discriminatedUnion("role", [
  z.looseObject({ role: z.literal("system"), content: z.string() }),
  z.looseObject({ role: z.literal("user"), content: z.string() }),
  z.looseObject({ role: z.literal("assistant"), content: z.string().nullable() }),
  z.looseObject({ role: z.literal("tool"), tool_call_id: z.string(), content: z.string() }),
]);
const ExchangeRow = z.object({
  at: MomentForm,
  person: z.string().optional(),
  stranger: z.literal(true).optional(),
  pin: z.enum(["asked", "given"]).optional(),
  /** What the program that asked calls itself. */
  client: z.string().max(40).optional(),
  text: z.string(),
  reply: z.string(),
  path: z.enum(["local", "model"]),
  outcomes: z.array(OutcomeRow),
  messages: z.array(Message).optional(),
});

/** Of version 0 of conversations. */
const OldExchange = z.object({
  ...ExchangeRow.shape,
  path: ExchangeRow.shape.path.catch("local"),
  outcomes: ExchangeRow.shape.outcomes.catch([]),
  messages: ExchangeRow.shape.messages.catch(undefined),
});

/** An exchange as its row. */
export const exchangeRow = (exchange: Exchange): string => JSON.stringify(exchange);

/** The exchange of a row; of an old one, as far as it can be read. @throws when the row does not fit */
export function exchangeOf(data: string): Exchange {
  const json: unknown = JSON.parse(data);
  const { data: exchange } = ExchangeRow.safeParse(json);
  return (exchange ?? OldExchange.parse(json)) as Exchange;
}
