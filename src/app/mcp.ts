import { HiddenFilter, type Prompts } from "../assistant/index.ts";
import { createTools, type ToolParts } from "../assistant/tools/index.ts";
import type { Config } from "../config/index.ts";
import type { Home } from "../home/index.ts";
import type { McpView } from "../mcp/index.ts";

interface ViewParts extends Omit<ToolParts, "hidden"> {
  readonly config: Pick<Config, "model.hidden.devices" | "model.hidden.kinds" | "model.hidden.rooms">;
  readonly home: Home;
  readonly prompts: Prompts;
}

/**
 * The home as clients of MCP see it: they are models, so what is hidden from models is hidden from them.
 * @param rooms ids of the only rooms that a caller may see; null: all
 */
export function mcpView({ config, home, prompts, ...parts }: ViewParts, rooms: readonly string[] | null): McpView {
  const hidden = new HiddenFilter(home, {
    devices: config["model.hidden.devices"],
    kinds: config["model.hidden.kinds"],
    rooms: config["model.hidden.rooms"],
    within: rooms,
  });
  const tools = createTools(home, prompts, { ...parts, hidden });
  return { home: hidden.home, hidden, tools: new Map(tools.map((tool) => [tool.name, tool])), door: home };
}
