/** Names of secret fields, keyed by the `type` of the trigger or action that has them. */
const SECRETS: Readonly<Record<string, string>> = { webhook: "key", notify: "webhook" };

/**
 * A definition without webhook keys and addresses, at any depth: a client that has one acts without being asked who
 * it is.
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
