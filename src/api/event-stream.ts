/** How streams of server-sent events are described: by the name of each event, and the JSON of its data. */
import { z } from "zod";

/**
 * The content of a route that streams.
 * @param events the schemas of the data, keyed by event
 * @param id the name of the schema of an event in the document
 */
export function eventContent(events: Readonly<Record<string, z.ZodType>>, id: string) {
  const each = Object.entries(events).map(([event, data]) => z.object({ event: z.literal(event), data }));
  const schema = z.union(each).meta({
    id,
    description: "One event of the stream: the line `event:`, and the JSON of the line `data:`.",
  });
  return { "text/event-stream": { schema: schema as unknown as z.ZodType<string> } } as const;
}

/** The `response` of a route that only streams. */
export function streamResponse(events: Readonly<Record<string, z.ZodType>>, id: string) {
  return { description: "The stream", content: eventContent(events, id) } as const;
}
