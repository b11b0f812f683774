import { z } from "zod";
import { DECISIONS, homeMessage, type PolicyRule, ROLES, TIME_OF_DAY } from "../home/index.ts";
import type { MessageKey } from "../language/index.ts";

const names = z.array(z.string().min(1)).min(1).exactOptional();
const time = z.string().regex(TIME_OF_DAY, "definition.timeOfDay" satisfies MessageKey);
const hours = z.strictObject({ from: time, to: time }).exactOptional();

/** One rule of the policy as jia.yaml holds it. `why` is one text for all languages, or one for each by its tag. */
export const PolicyRuleSetting = z.strictObject({
  id: z.string().min(1).max(60),
  decision: z.enum(DECISIONS),
  why: z.union([z.string().min(1), z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1))]).exactOptional(),
  devices: names,
  kinds: names,
  exceptKinds: names,
  rooms: names,
  exceptRooms: names,
  services: names,
  exceptServices: names,
  names,
  values: z.array(z.union([z.boolean(), z.number(), z.string()])).exactOptional(),
  above: z.number().exactOptional(),
  valueNames: names,
  origins: z.array(z.enum(["person", "conversation", "schedule", "scene", "api", "mcp"])).exactOptional(),
  persons: names,
  roles: z.array(z.enum(ROLES)).min(1).exactOptional(),
  stranger: z.literal(true).exactOptional(),
  hours,
  exceptHours: hours,
  modes: names,
  withoutPin: z.enum(["confirm", "deny"]).exactOptional(),
});

/** A rule as the home takes it. */
export function policyRule({ why, ...match }: z.infer<typeof PolicyRuleSetting>): PolicyRule {
  if (why !== undefined) return { ...match, why: typeof why === "string" ? why : { texts: why } };
  return { ...match, why: homeMessage("configuredRule", { id: match.id }) };
}
