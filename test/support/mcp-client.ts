import {
  type CallToolResult,
  Client,
  type ClientOptions,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { OWNER_TOKEN } from "./owner.ts";

/** Both eras of the protocol: with sessions that begin with `initialize`, and without. */
export const ERAS = ["legacy", "auto"] as const;
export type Era = (typeof ERAS)[number];

export interface McpTestClient extends Client, AsyncDisposable {
  /** Calls a tool; its answer as text and as structured content has to be the same. */
  use(name: string, given?: Readonly<Record<string, unknown>>): Promise<ToolAnswer>;
}

/** The answer of a tool. */
export interface ToolAnswer {
  readonly failed: boolean;
  /** The fields of the answer; empty for an error in words. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Connects a client of an era to the Jia at `url`. */
export async function mcpClient(
  url: string,
  era: Era,
  options: ClientOptions = {},
  headers: Record<string, string> = {},
  prepare: (client: Client) => void = () => undefined,
): Promise<McpTestClient> {
  const client = new Client({ name: "notebook", version: "1.0.0" }, { ...options, versionNegotiation: { mode: era } });
  prepare(client);
  await client.connect(
    new StreamableHTTPClientTransport(new URL("/mcp", url), {
      requestInit: { headers: { authorization: `Bearer ${OWNER_TOKEN}`, ...headers } },
    }),
  );
  return Object.assign(client, {
    [Symbol.asyncDispose]: () => client.close(),
    use: async (name: string, given: Readonly<Record<string, unknown>> = {}) =>
      toolAnswer(await client.callTool({ name, arguments: given })),
  });
}

/** Reads the answer of a tool, and checks that text and structured content say the same. */
export function toolAnswer({ content, structuredContent, isError }: CallToolResult): ToolAnswer {
  const [first, ...more] = content;
  if (first?.type !== "text" || more.length > 0) throw new Error("an answer is one text");
  const data = isFields(structuredContent) ? structuredContent : {};
  if (structuredContent !== undefined && JSON.stringify(data) !== first.text) throw new Error("text and data differ");
  return { failed: isError === true, data, text: first.text };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
