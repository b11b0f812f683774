import type { FastifyReply } from "fastify";
import type { z } from "zod";
import { inTurns } from "../automation/index.ts";
import { clientDisconnected } from "./stream.ts";

/**
 * Answers with a list that may have thousands of items. Each is made and written in turn with other work, so that no
 * command waits for the whole.
 * @param name the field of the answer that holds the list
 * @param schema the schema of an item
 */
export async function longList<Name extends string, Item, Body extends z.ZodType>(
  reply: FastifyReply,
  name: Name,
  items: readonly Item[],
  schema: Body,
  json: (item: Item) => z.input<Body>,
): Promise<Record<Name, z.input<Body>[]>> {
  const texts: string[] = [];
  const bodies = await inTurns(items, clientDisconnected(reply), (item) => {
    const body = json(item);
    texts.push(JSON.stringify(schema.parse(body)));
    return body;
  });
  // Serialising the whole again would block the event loop.
  reply.type("application/json; charset=utf-8");
  reply.serializer(() => `{${JSON.stringify(name)}:[${texts.join(",")}]}`);
  return { [name]: bodies } as Record<Name, z.input<Body>[]>;
}
