import type { FastifyReply, FastifyRequest } from "fastify";

/** How often a comment is sent, in milliseconds, so that no proxy closes a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** A reader with more unread bytes than this is disconnected. */
const MAX_BUFFERED = 1_000_000;

/** An open stream of server-sent events (HTML Living Standard, 9.2). */
export interface EventStream {
  send(event: string, data: unknown): void;
  end(): void;
  /** Aborted when the client goes away or the stream is ended. */
  readonly closed: AbortSignal;
}

/** Takes the answer over from Fastify and makes it a stream of events. */
export function openStream(request: FastifyRequest, reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  const closed = new AbortController();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  raw.write(": open\n\n");
  const heartbeat = setInterval(() => raw.write(": still here\n\n"), HEARTBEAT_MS);
  raw.once("close", () => {
    clearInterval(heartbeat);
    closed.abort();
  });
  raw.on("error", (error) => request.log.debug({ err: error }, "stream closed"));
  return {
    closed: closed.signal,
    send(event, data) {
      if (closed.signal.aborted || raw.writableEnded) return;
      raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      if (raw.writableLength > MAX_BUFFERED) raw.destroy();
    },
    end() {
      raw.end();
    },
  };
}

/** Sends the events of a subscription until the client goes away. */
export function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  subscribe: (send: EventStream["send"]) => () => void,
): void {
  const stream = openStream(request, reply);
  const { send } = guarded(stream, request);
  stream.closed.addEventListener("abort", subscribe(send), { once: true });
}

/** A stream that ends as soon as the request's token is revoked, before it sends anything more. */
function guarded(stream: EventStream, { tokenOf, stillHolds }: FastifyRequest): Pick<EventStream, "send"> {
  if (tokenOf === null) return stream;
  /** The check that is under way; events wait for it in order. null between checks. */
  let looking: Promise<boolean> | null = null;
  const look = (): Promise<boolean> => {
    looking ??= stillHolds()
      .catch(() => false)
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  const endIfOver = async (): Promise<void> => {
    if (!(await look())) stream.end();
  };
  const timer = setInterval(() => void endIfOver(), HEARTBEAT_MS);
  stream.closed.addEventListener("abort", () => clearInterval(timer), { once: true });
  return {
    send: (event, data) => {
      void look().then((holds) => (holds ? stream.send(event, data) : stream.end()));
    },
  };
}

/** Aborted when the client of an ordinary request goes away before it has its answer. */
export function clientDisconnected(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
