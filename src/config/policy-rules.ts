import { z } from "zod";
import type { PolicyRule } from "../home/index.ts";

const names = z.array(z.string().min(1)).min(1).exactOptional();

/** One rule of the policy as jia.yaml holds it. `why` is one text for both languages, or one for each. */
export const PolicyRuleSetting = z.strictObject({
  id: z.string().min(1).max(60),
  decision: z.enum(["allow", "confirm", "deny"]),
  why: z.union([z.string().min(1), z.strictObject({ en: z.string().min(1), zh: z.string().min(1) })]).exactOptional(),
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
  if (typeof why === "object") return { ...match, why };
  if (why !== undefined) return { ...match, why: { en: why, zh: why } };
  const { id } = match;
  return {
    ...match,
    why: { en: `the rule "${id}" of the configuration says so`, zh: `配置中的规则“${id}”如此规定` },
  };
}
