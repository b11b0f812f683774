import type { FastifyReply } from "fastify";

/**
 * Answers that something was made: 201, with its address in the header Location.
 * @param path its address; what is in it may hold any character
 */
export function created(reply: FastifyReply, path: string, answer: unknown) {
  const location = path.split("/").map(encodeURIComponent).join("/");
  return reply.code(201).header("location", location).send(answer);
}
