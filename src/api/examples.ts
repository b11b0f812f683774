/** The examples of the OpenAPI document. `npm run examples` records them from requests that a test sends. */
import { z } from "zod";
import recorded from "./examples.json" with { type: "json" };

const Example = z.object({
  path: z.record(z.string(), z.string()).default({}),
  query: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  body: z.unknown().optional(),
  status: z.string(),
  answer: z.unknown().optional(),
});

const Media = z.looseObject({});
const Content = z.record(z.string(), Media).optional();
const Operation = z.looseObject({
  operationId: z.string().optional(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).optional(),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Content })).optional(),
});
const Paths = z.record(z.string(), z.record(z.string(), Operation));

const JSON_TYPE = "application/json";

/** Puts the examples into the paths of a document: of parameters, bodies and answers. */
export function withExamples(paths: unknown): unknown {
  const known = new Map(Object.entries<unknown>(recorded));
  const read = Paths.parse(paths ?? {});
  for (const operation of Object.values(read).flatMap((methods) => Object.values(methods))) {
    const given = known.get(operation.operationId ?? "");
    if (given === undefined) continue;
    const { path, query, body, status, answer } = Example.parse(given);
    for (const parameter of operation.parameters ?? []) {
      const example = (parameter.in === "path" ? path : query)[parameter.name];
      if (example !== undefined) parameter["example"] = example;
    }
    const taken = operation.requestBody?.content?.[JSON_TYPE];
    if (taken && body !== undefined) taken["example"] = body;
    const told = operation.responses?.[status]?.content?.[JSON_TYPE];
    if (told && answer !== undefined) told["example"] = answer;
  }
  return read;
}
