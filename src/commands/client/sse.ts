import { EventSourceParserStream } from "eventsource-parser/stream";

/** One event of a stream (HTML Living Standard, 9.2): its name and its data. */
export interface SentEvent {
  readonly event: string;
  readonly data: string;
}

/** The longest event in UTF-16 units. */
const MAX_EVENT = 10_000_000;

/**
 * The events of an answer's body, as they come, without comments.
 * @throws ParseError when an event is longer than MAX_EVENT
 */
export async function* sentEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<SentEvent> {
  const events = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: MAX_EVENT }));
  for await (const { event = "message", data } of events) yield { event, data };
}
