import { z } from "zod";
import { message } from "../language/index.ts";
import { configSetting, isUrl, SecretVariable } from "./setting.ts";

/** One outside MCP server in jia.yaml; secrets are given by the names of their environment variables. */
export const McpServerSetting = z
  .strictObject({
    /** Prefix of its tools: `calendar` makes `calendar__list_events`. */
    name: z.string().regex(/^[a-z][a-z0-9]{0,23}$/),
    url: z
      .string()
      .refine((url) => isUrl(url, ["http", "https"]))
      .exactOptional(),
    command: z.string().min(1).max(500).exactOptional(),
    args: z.array(z.string().max(500)).max(50).exactOptional(),
    /** The tools that the model may call; all others are not offered. */
    tools: z
      .array(z.string().regex(/^[\w.-]{1,64}$/))
      .min(1)
      .max(20),
    /** The variable with the bearer token of a server at a URL. */
    token: SecretVariable.exactOptional(),
    /** Variables for the process of a command: the name that it reads, and the variable here that holds the value. */
    env: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), SecretVariable).exactOptional(),
    /** How long a call may take. */
    seconds: z.number().min(1).max(60).default(10),
  })
  .refine(({ url, command }) => (url === undefined) !== (command === undefined));
export type McpServerSetting = z.output<typeof McpServerSetting>;

/** Settings of the MCP servers that the model may use (docs/mcp.md). */
export const MCP_SETTINGS = {
  "mcp.servers": configSetting({
    schema: z
      .array(McpServerSetting)
      .max(20)
      .refine((servers) => new Set(servers.map(({ name }) => name)).size === servers.length),
    default: [],
    expected: message("expected.mcpServers"),
  }),
} as const;
