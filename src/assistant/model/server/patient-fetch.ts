/** Milliseconds without headers or data after which Node's fetch gives up. */
const OWN_LIMIT_MS = 300_000;

/**
 * A `fetch` without time limits of its own. Up to the limit of Node's fetch that one is used; beyond it a dispatcher without limits
 * is loaded with the first request.
 * @param waits the longest wait of the caller, in milliseconds
 */
export function patientFetch(waits: number): typeof fetch {
  if (waits < OWN_LIMIT_MS) return fetch;
  let unlimited: Promise<typeof fetch> | null = null;
  return async (input, init) => {
    unlimited ??= withoutLimits();
    return await (await unlimited)(input, init);
  };
}

async function withoutLimits(): Promise<typeof fetch> {
  const { Agent } = await import("undici");
  // Node's types for the dispatcher are of another version.
  const own: Readonly<Record<string, unknown>> = { dispatcher: new Agent({ headersTimeout: 0, bodyTimeout: 0 }) };
  return (input, init) => fetch(input, { ...init, ...own });
}
