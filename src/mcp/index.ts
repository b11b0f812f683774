/** The home as a server of the Model Context Protocol. */
export { type McpResourceServices, type McpServing, mcpAccess, mcpPlugin, mcpResource } from "./resource.ts";
export type { McpView } from "./server/tool.ts";
