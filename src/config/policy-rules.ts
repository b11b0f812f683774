import { z } from "zod";
import { homeMessage, type PolicyRule } from "../home/index.ts";

const names = z.array(z.string().min(1)).min(1).exactOptional();

/** One rule of the policy as jia.yaml holds it. `why` is one text for all languages, or one for each by its tag. */
export const PolicyRuleSetting = z.strictObject({
  id: z.string().min(1).max(60),
  decision: z.enum(["allow", "confirm", "deny"]),
  why: z.union([z.string().min(1), z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1))]).exactOptional(),
  devices: names,
  kinds: names,
  services: names,
  names,
  values: z.array(z.union([z.boolean(), z.number(), z.string()])).exactOptional(),
  above: z.number().exactOptional(),
  valueNames: names,
  origins: z.array(z.enum(["person", "conversation", "schedule", "scene", "api", "mcp"])).exactOptional(),
});

/** A rule as the home takes it. */
export function policyRule({ why, ...match }: z.infer<typeof PolicyRuleSetting>): PolicyRule {
  if (why !== undefined) return { ...match, why: typeof why === "string" ? why : { texts: why } };
  return { ...match, why: homeMessage("configuredRule", { id: match.id }) };
}
