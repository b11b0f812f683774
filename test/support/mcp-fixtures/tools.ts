import { inputRequired, type McpServer, type ServerContext } from "@modelcontextprotocol/server";
import { z } from "zod";
import { audio, content, embedded, image, text } from "./content.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const nothing = z.object({});

/** The tools that the conformance suite calls by name, for both eras. */
export function addTools(server: McpServer): void {
  const add = (name: string, answer: ReturnType<typeof content>) =>
    server.registerTool(name, { description: name, inputSchema: nothing }, () => answer);
  add("test_simple_text", content(text("This is a simple text response for testing.")));
  add("test_image_content", content(image));
  add("test_audio_content", content(audio));
  add("test_embedded_resource", content(embedded("test://embedded-resource", "This is an embedded resource content.")));
  add(
    "test_multiple_content_types",
    content(
      text("Multiple content types test:"),
      image,
      embedded("test://mixed-content-resource", '{"test":"data","value":123}', "application/json"),
    ),
  );
  server.registerTool("test_error_handling", { description: "fails", inputSchema: nothing }, () => {
    throw new Error("This tool intentionally returns an error for testing");
  });
  server.registerTool("test_tool_with_progress", { description: "reports", inputSchema: nothing }, async (_, ctx) => {
    const { progressToken } = ctx.mcpReq._meta ?? {};
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined) {
        await ctx.mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress, total: 100 } });
      }
      await pause(50);
    }
    return content(text("done"));
  });
  for (const name of ["test_tool_with_logging", "test_logging_tool"]) {
    server.registerTool(name, { description: "logs", inputSchema: nothing }, async (_, ctx) => {
      for (const words of ["Tool execution started", "Tool processing data", "Tool execution completed"]) {
        await ctx.mcpReq.log("info", words);
        await pause(50);
      }
      return content(text("logged"));
    });
  }
  server.registerTool("test_missing_capability", { description: "asks a model", inputSchema: nothing }, (_, ctx) =>
    asked(ctx, "model", () => inputRequired.createMessage({ messages: [], maxTokens: 1 })),
  );
  server.registerTool("test_streaming_elicitation", { description: "asks", inputSchema: nothing }, (_, ctx) =>
    asked(ctx, "name", () =>
      inputRequired.elicit({ message: "What is your name?", requestedSchema: z.object({ name: z.string() }) }),
    ),
  );
}

function asked(ctx: ServerContext, key: string, request: () => ReturnType<typeof inputRequired.elicit>) {
  if (ctx.mcpReq.inputResponses?.[key] !== undefined) return content(text("answered"));
  return inputRequired({ inputRequests: { [key]: request() } });
}
