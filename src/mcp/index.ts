/** The Model Context Protocol: the home as a server, and outside servers that the model may use. */
export { type OutsideAddress, OutsideServers, type ToolPinStorage } from "./client/index.ts";
export { outsideServersResource } from "./outside-resource.ts";
export { type McpResourceServices, type McpServing, mcpAccess, mcpPlugin, mcpResource } from "./resource.ts";
export type { McpView } from "./server/tool.ts";
