import { setImmediate as nextTurn } from "node:timers/promises";
import { cleanText } from "../../../home/index.ts";
import { ModelFailure } from "./failure.ts";

/** Most bytes that are read of a response, after decompression. */
export interface ByteLimits {
  /** A whole event stream. */
  readonly stream: number;
  /** One event of a stream, which is parsed in one piece. */
  readonly event: number;
  /** A response in one piece. */
  readonly whole: number;
  /** The body of an error; the rest is cut off. */
  readonly error: number;
  /** The list of models. */
  readonly models: number;
}

export const BYTE_LIMITS: ByteLimits = {
  stream: 24_000_000,
  event: 128_000,
  whole: 512_000,
  error: 32_000,
  models: 16_000_000,
};

/** Bytes that are passed on in one turn of the event loop. */
export const SLICE = 8_192;
/** Redirects within one server that are followed. */
const MAX_REDIRECTS = 3;

/**
 * A `fetch` for a model's server: it never sends a request to another origin, and passes responses on in slices within byte limits,
 * with turns of the event loop in between.
 * @throws ModelFailure `redirected`; `endless` while the body is read
 */
export function boundedFetch(limits: ByteLimits = BYTE_LIMITS, send: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const response = await withinOrigin(send, input, init);
    const { body, headers, status, statusText } = response;
    if (!body) return response;
    const bounded = response.ok
      ? sliced(body, boundsOf(response, new Request(input).url, limits))
      : sliced(body, { total: limits.error, event: Number.POSITIVE_INFINITY, cut: true });
    const kept = new Headers(headers);
    // These describe the compressed bytes.
    kept.delete("content-encoding");
    kept.delete("content-length");
    return new Response(bounded, { status, statusText, headers: kept });
  };
}

interface Bounds {
  readonly total: number;
  readonly event: number;
  /** Cut the body at the total instead of failing. */
  readonly cut: boolean;
}

function boundsOf({ headers }: Response, url: string, limits: ByteLimits): Bounds {
  const type = headers.get("content-type") ?? "";
  if (url.endsWith("/models")) return { total: limits.models, event: Number.POSITIVE_INFINITY, cut: false };
  if (/\bjson\b/i.test(type)) return { total: limits.whole, event: Number.POSITIVE_INFINITY, cut: false };
  return { total: limits.stream, event: limits.event, cut: false };
}

/** Sends a request and follows redirects that stay at the same origin and keep the method. */
async function withinOrigin(
  send: typeof fetch,
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
): Promise<Response> {
  const first = new URL(new Request(input).url);
  let url = first;
  for (let redirects = 0; ; redirects += 1) {
    const response = await send(url, { ...init, redirect: "manual" });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    const kept = response.status === 307 || response.status === 308 || (init?.method ?? "GET").toUpperCase() === "GET";
    if (!next || next.origin !== first.origin || !kept || redirects >= MAX_REDIRECTS) {
      const to = next ? `${next.origin}${next.pathname}` : location;
      throw new ModelFailure("redirected", { status: response.status, values: { to: cleanText(to, 200) } });
    }
    url = next;
  }
}

/** A body in slices, each in its own turn of the event loop, within the bounds. */
function sliced(body: ReadableStream<Uint8Array>, { total, event, cut }: Bounds): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const length = new EventLength();
  let waiting: Uint8Array = new Uint8Array();
  let received = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (waiting.length === 0) {
          const { value, done } = await reader.read();
          if (done) {
            controller.close();
            return;
          }
          waiting = value;
        } else await nextTurn();
        const slice = waiting.subarray(0, SLICE);
        waiting = waiting.subarray(SLICE);
        received += slice.length;
        const over = received > total;
        if (over && cut) {
          controller.enqueue(slice.subarray(0, slice.length - (received - total)));
          controller.close();
          await reader.cancel();
          return;
        }
        if (over || length.push(slice) > event) {
          controller.error(new ModelFailure("endless", { detail: `more than ${over ? total : event} bytes` }));
          await reader.cancel();
          return;
        }
        controller.enqueue(slice);
      },
      cancel: async (reason) => await reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** Counts the bytes of the current event of a stream; an empty line ends an event. */
class EventLength {
  #length = 0;
  #lineEmpty = true;

  /** Adds a slice. @returns the length of the longest event that has bytes in it */
  push(slice: Uint8Array): number {
    let longest = 0;
    for (const byte of slice) {
      this.#length += 1;
      if (this.#length > longest) longest = this.#length;
      if (byte === LINE_FEED) {
        if (this.#lineEmpty) this.#length = 0;
        this.#lineEmpty = true;
      } else if (byte !== CARRIAGE_RETURN) this.#lineEmpty = false;
    }
    return longest;
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
