import type { AuditSink, Clock, Origin } from "../home/index.ts";

type NotedValue = string | number | boolean | readonly unknown[] | object | null | undefined;

/**
 * Writes what a person changed to the audit, as properties that no device has.
 * @param subject id of a device, or the name of what is no device: `home`, `room:study`
 * @param change the new values keyed by field; null: what others say holds again; undefined ones did not change
 */
export async function noteChange(
  { audit, clock }: { readonly audit: AuditSink; readonly clock: Clock },
  subject: string,
  change: Readonly<Record<string, NotedValue>>,
  origin: Origin,
): Promise<void> {
  const properties = Object.entries(change).flatMap(([address, value]) =>
    value === undefined ? [] : [{ address, value: noted(value) }],
  );
  await audit.record({
    at: clock.now(),
    origin,
    command: { kind: "set", device: subject, properties },
    outcomes: properties.map(({ address, value }) => ({
      device: subject,
      property: address,
      value,
      status: "accepted",
    })),
    ms: 0,
  });
}

function noted(value: Exclude<NotedValue, undefined>): string | number | boolean {
  if (value === null) return "auto";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : value;
}
