/** One event of a stream (HTML Living Standard, 9.2): its name and its data. */
export interface SentEvent {
  readonly event: string;
  readonly data: string;
}

/** Longest event that is taken, in UTF-16 units. */
const MAX_EVENT = 10_000_000;

/** The events of an answer's body, as they come; comments are left out. */
export async function* sentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<SentEvent> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const piece of body) {
    rest += decoder.decode(piece, { stream: true });
    if (rest.length > MAX_EVENT) throw new RangeError("an event is too long");
    for (let end = rest.search(/\r?\n\r?\n/); end >= 0; end = rest.search(/\r?\n\r?\n/)) {
      const block = rest.slice(0, end);
      rest = rest.slice(end).replace(/^\r?\n\r?\n/, "");
      const event = parseEvent(block);
      if (event) yield event;
    }
  }
}

function parseEvent(block: string): SentEvent | null {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const match = /^(event|data): ?(.*)$/.exec(line);
    if (match?.[1] === "event") event = match[2] ?? "";
    if (match?.[1] === "data") data.push(match[2] ?? "");
  }
  return data.length === 0 ? null : { event, data: data.join("\n") };
}
