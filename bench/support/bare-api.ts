import { readFileSync } from "node:fs";
import { fastify } from "fastify";

/**
 * The process that the API is compared with: bare Fastify routes that serialise the same objects.
 * Arguments: port, then a file with JSON for each route `/0`, `/1`, …
 */
const [port = "0", ...files] = process.argv.slice(2);
const app = fastify();
for (const [index, file] of files.entries()) {
  const answer: unknown = JSON.parse(readFileSync(file, "utf8"));
  app.get(`/${index}`, () => answer);
}
await app.listen({ host: "127.0.0.1", port: Number(port) });
