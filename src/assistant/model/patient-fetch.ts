/** Node's own fetch gives up after this many milliseconds without headers, or without a piece of the body. */
const OWN_LIMIT_MS = 300_000;

/**
 * A `fetch` that waits as long as its caller does. Node's own is enough up to its limit, and takes nothing to load; beyond it a
 * dispatcher without limits is loaded with the first request.
 * @param waits the longest that the caller waits, in milliseconds
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
  // Node's types of it are of another version.
  const own: Readonly<Record<string, unknown>> = { dispatcher: new Agent({ headersTimeout: 0, bodyTimeout: 0 }) };
  return (input, init) => fetch(input, { ...init, ...own });
}
