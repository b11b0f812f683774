import type { Command } from "../../home/index.ts";
import type { ToolCall } from "../contract.ts";

/** A command in the form of the model's tools. */
export function toolCalls(command: Command): ToolCall {
  if (command.kind === "invoke") {
    return { tool: "invoke_action", arguments: { device: command.device, action: command.action, in: command.in } };
  }
  return {
    tool: "set_properties",
    arguments: {
      device: command.device,
      properties: Object.fromEntries(command.properties.map(({ address, value }) => [address, value])),
    },
  };
}
