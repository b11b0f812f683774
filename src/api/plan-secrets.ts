/** The names of the fields that are secrets, keyed by the `type` of what they stand in. */
const SECRETS: Readonly<Record<string, string>> = { webhook: "key", notify: "webhook" };

/**
 * A definition without the keys by which it is started from outside and the addresses that it posts to, at any depth: whoever
 * has one acts without being asked who they are.
 */
export function withoutSecrets(definition: object): object {
  const type = "type" in definition && typeof definition.type === "string" ? definition.type : "";
  const secret = Object.hasOwn(SECRETS, type) ? SECRETS[type] : undefined;
  const shown = Object.entries(definition).filter(([name]) => name !== secret);
  return Object.fromEntries(shown.map(([name, value]) => [name, within(value)]));
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return typeof value === "object" && value !== null ? withoutSecrets(value) : value;
}
