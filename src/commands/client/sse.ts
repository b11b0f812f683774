/** One event of a stream (HTML Living Standard, 9.2): its name and its data. */
export interface SentEvent {
  readonly event: string;
  readonly data: string;
}

/** Longest event that is taken, in UTF-16 units. */
const MAX_EVENT = 10_000_000;

/** The events of an answer's body, as they come; comments are left out. Each byte is looked at once. */
export async function* sentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<SentEvent> {
  const decoder = new TextDecoder();
  let lines: string[] = [];
  /** What came of the line that has not ended, and how long the event is so far. */
  let begun: string[] = [];
  let length = 0;
  for await (const piece of body) {
    const [first = "", ...others] = decoder.decode(piece, { stream: true }).split("\n");
    begun.push(first);
    length += first.length;
    for (const next of others) {
      const line = begun.join("").replace(/\r$/, "");
      if (line !== "") lines.push(line);
      else {
        const event = parseEvent(lines);
        if (event) yield event;
        lines = [];
        length = 0;
      }
      begun = [next];
      length += next.length;
      if (length > MAX_EVENT) throw new RangeError("an event is too long");
    }
    if (length > MAX_EVENT) throw new RangeError("an event is too long");
  }
}

function parseEvent(lines: readonly string[]): SentEvent | null {
  let event = "message";
  const data: string[] = [];
  for (const line of lines) {
    const match = /^(event|data): ?(.*)$/.exec(line);
    if (match?.[1] === "event") event = match[2] ?? "";
    if (match?.[1] === "data") data.push(match[2] ?? "");
  }
  return data.length === 0 ? null : { event, data: data.join("\n") };
}
