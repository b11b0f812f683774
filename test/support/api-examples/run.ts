/** Sends the example of each operation to a running Jia. */
import type { ApiOperation } from "../fuzz/api-operations.ts";
import { ownerFetch } from "../owner.ts";
import { EXAMPLE_STEPS } from "./steps.ts";

/** An example with its answer. */
export interface RunExample {
  readonly operation: ApiOperation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | number>>;
  readonly body: unknown;
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/**
 * Sends all examples, one after another.
 * @param operations those of the document, by name of the operation
 */
export async function runExamples(url: string, operations: readonly ApiOperation[]): Promise<readonly RunExample[]> {
  const seen = new Map<string, unknown>();
  const run: RunExample[] = [];
  for (const { operation: id, path: given = {}, query = {}, body } of EXAMPLE_STEPS) {
    const operation = operations.find(({ operationId }) => operationId === id);
    if (!operation) throw new Error(`no operation is called ${id}`);
    const path = typeof given === "function" ? given(seen) : given;
    const at = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
    const answer = await ownerFetch(
      `${url}${at}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`,
      {
        method: operation.method,
        ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
      },
    );
    const type = answer.headers.get("content-type") ?? "";
    const text = await answer.text();
    if (type.includes("json")) seen.set(id, JSON.parse(text));
    run.push({ operation, path, query, body, status: answer.status, type, text });
  }
  return run;
}
