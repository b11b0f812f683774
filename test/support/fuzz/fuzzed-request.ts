/** Requests for an operation: most fit its schemas, some do not. */
import type { ApiOperation } from "./api-operations.ts";
import { NASTY_TEXTS, NOWHERE, type SchemaValues } from "./schema-values.ts";

/** A request as `fetch` takes it. */
export interface FuzzedRequest {
  /** Path and query. */
  readonly address: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Fields of items were chosen, so that items are not whole. */
  readonly partial: boolean;
}

const WRONG_BODIES = ["", "{", "null", "[]", "\u0000", '{"a":1,"a":2}', '{"__proto__":{"x":1}}', "[".repeat(20_000)];

/** A request for this operation. */
export function fuzzedRequest(operation: ApiOperation, values: SchemaValues): FuzzedRequest {
  const { method, path } = operation;
  const given = {
    path: new Map<string, string>(),
    query: new URLSearchParams(),
    headers: {} as Record<string, string>,
  };
  for (const { name, in: place, required, schema, example } of operation.parameters) {
    const field = place === "path" && name === "id" ? idField(path) : name;
    const text = () =>
      example !== undefined && values.chance(0.3)
        ? String(example)
        : String(values.chance(0.1) ? values.pick(NASTY_TEXTS) : values.fitting(schema, field));
    if (place === "path") {
      given.path.set(name, text());
      values.device ??= given.path.get(name) ?? null;
    } else if (required || values.chance(0.35)) {
      if (place === "query") given.query.append(name, text());
      else if (place === "header") given.headers[name] = headerText(text());
    }
  }
  if (values.chance(0.05)) given.query.append(values.pick(["x", ...NASTY_TEXTS]), values.pick(NASTY_TEXTS));
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => segment(given.path.get(name) ?? "x"));
  const query = String(given.query);
  return {
    address: query === "" ? at : `${at}?${query}`,
    method,
    partial: given.query.has("fields"),
    ...withBody(operation, values, { ...given.headers, ...usualHeaders(values) }),
  };
}

/** Headers that any request may carry. */
function usualHeaders(values: SchemaValues): Record<string, string> {
  return {
    ...(values.chance(0.3) && { "accept-language": values.pick(["zh", "en", "de", "*", "x;q=9", "zh-CN,en;q=0.5"]) }),
    ...(values.chance(0.1) && { accept: values.pick(["text/event-stream", "application/json", "text/csv", "x"]) }),
    ...(values.chance(0.05) && { "if-match": values.pick(["*", '"1"', "1", '""']) }),
    ...(values.chance(0.05) && { "if-none-match": values.pick(["*", '"1"', "1"]) }),
    ...(values.chance(0.03) && { "x-jia-client": values.pick(["tablet", "<b>", "x".repeat(300)]) }),
    ...(values.chance(0.03) && { "x-jia-person": values.pick(["nobody", "%", "%E4%BD%A0"]) }),
    ...(values.chance(0.03) && { "x-jia-pin": values.pick(["0", "1234", "x"]) }),
    ...(values.chance(0.03) && { "x-request-id": values.pick(["a", "ü", "x".repeat(100)].map(headerText)) }),
    ...(values.chance(0.05) && { "idempotency-key": values.pick(["a", "b", "x".repeat(300)]) }),
    ...(values.chance(0.03) && { "last-event-id": values.pick(["1", "-1", "x"]) }),
  };
}

function withBody(
  { requestBody, method }: ApiOperation,
  values: SchemaValues,
  headers: Record<string, string>,
): Pick<FuzzedRequest, "headers" | "body"> {
  if (method === "GET") return { headers };
  const [type, content] = requestBody ? values.pick(Object.entries(requestBody.content)) : ["application/json", null];
  if (content?.schema === undefined) {
    return values.chance(0.7) ? { headers } : { headers: { ...headers, "content-type": type }, body: "{}" };
  }
  if (requestBody?.required !== true && values.chance(0.1)) return { headers };
  if (values.chance(0.03)) return { headers: { ...headers, "content-type": type }, body: values.pick(WRONG_BODIES) };
  const { example } = content;
  const fitting =
    example !== undefined && values.chance(0.4) ? structuredClone(example) : values.fitting(content.schema, "");
  const body = JSON.stringify(values.chance(0.3) ? values.spoiled(fitting) : fitting, sendingNowhere);
  const sent = values.chance(0.02) ? values.pick(["text/plain", "application/xml", "x"]) : type;
  return { headers: { ...headers, "content-type": sent }, body };
}

/** The settings of a channel name a server here, because the usual one is on the internet. */
function sendingNowhere(field: string, value: unknown): unknown {
  return field === "values" && typeof value === "object" && value !== null ? { ...value, server: NOWHERE } : value;
}

/** The field whose values ids in this path are: of the collection before the id, `/api/devices/{id}` → `devices.id`. */
function idField(path: string): string {
  const parts = path.split("/");
  return `${parts[parts.indexOf("{id}") - 1] ?? ""}.id`;
}

/** One segment of a path. Dots alone would be taken away before anything is sent. */
function segment(text: string): string {
  return /^\.{0,2}$/.test(text) ? "%2e%2e%2f" : encodeURIComponent(text.toWellFormed());
}

/** Without what a header cannot carry. */
function headerText(text: string): string {
  return text.replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, "").trim();
}
