import { DEFAULT_RULES } from "../../src/home/index.ts";
import { textOf } from "../../src/language/index.ts";

/** The table of docs/security.md as the default rules make it. */
export function policyTable(): string {
  const rows = DEFAULT_RULES.map((rule) => {
    const matches = [
      rule.kinds?.join(", "),
      rule.services && `services ${rule.services.join(", ")}`,
      rule.names?.join(", "),
      rule.values && `= ${rule.values.join(", ")}`,
      rule.valueNames && `= ${rule.valueNames.join(", ")}`,
      rule.above !== undefined && `> ${rule.above}`,
    ];
    const why = textOf(rule.why ?? "", "en");
    const asks = rule.decision === "confirm" ? why : rule.decision === "pin" ? `${why} (PIN)` : rule.decision;
    return `| \`${rule.id}\` | ${matches.filter((part) => part).join(" · ")} | ${asks} |`;
  });
  return ["| rule | about | asks because |", "| --- | --- | --- |", ...rows].join("\n");
}
