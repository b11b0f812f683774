/** The registry that the conformance suite expects of a server: its tools, prompts and resources by name. */
import {
  acceptedContent,
  completable,
  createRequestStateCodec,
  inputRequired,
  McpServer,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Reach } from "../../../src/mcp/server/http/endpoint.ts";
import { addAskingTools, addSessionTools } from "./asking-tools.ts";
import { embedded, image, text } from "./content.ts";
import { addSchemaTools } from "./schema-tools.ts";
import { addTools } from "./tools.ts";

const codec = createRequestStateCodec<{ round: number }>({ key: "a key of this test, which is long enough for it" });

/** Makes the server of a request, or of a session. */
export function fixtureServer(reach: Reach): McpServer {
  const server = new McpServer(
    { name: "fixtures", version: "1.0.0" },
    {
      capabilities: {
        tools: { listChanged: true },
        prompts: { listChanged: true },
        resources: { subscribe: true, listChanged: true },
        completions: {},
        logging: {},
      },
      requestState: { verify: codec.verify },
      cacheHints: { "tools/list": { ttlMs: 1000, cacheScope: "public" } },
    },
  );
  addTools(server);
  addSchemaTools(server);
  addAskingTools(server, codec);
  if (reach === "session") addSessionTools(server);
  addPrompts(server);
  addResources(server);
  if (reach !== "modern") {
    server.server.setRequestHandler("resources/subscribe", () => ({}));
    server.server.setRequestHandler("resources/unsubscribe", () => ({}));
  }
  return server;
}

function addPrompts(server: McpServer): void {
  const user = (part: ReturnType<typeof text> | typeof image | ReturnType<typeof embedded>) => ({
    role: "user" as const,
    content: part,
  });
  server.registerPrompt("test_simple_prompt", { description: "simple" }, () => ({
    messages: [user(text("This is a simple prompt for testing."))],
  }));
  const two = z.object({
    arg1: completable(z.string(), (typed) => ["paris", "park", "party"].filter((each) => each.startsWith(typed ?? ""))),
    arg2: z.string(),
  });
  server.registerPrompt("test_prompt_with_arguments", { description: "two", argsSchema: two }, ({ arg1, arg2 }) => ({
    messages: [user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`))],
  }));
  server.registerPrompt(
    "test_prompt_with_embedded_resource",
    { description: "embeds", argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) => ({
      messages: [
        user(embedded(resourceUri, "Embedded resource content for testing.")),
        user(text("Please process the embedded resource above.")),
      ],
    }),
  );
  server.registerPrompt("test_prompt_with_image", { description: "shows" }, () => ({
    messages: [user(image), user(text("Please analyze the image above."))],
  }));
  server.registerPrompt("test_input_required_result_prompt", { description: "asks" }, (ctx) => {
    const Context = z.object({ context: z.string() });
    const given = acceptedContent(ctx.mcpReq.inputResponses, "user_context", Context);
    if (given) return { messages: [user(text(given.context))] };
    const message = "What context should the prompt use?";
    return inputRequired({
      inputRequests: { user_context: inputRequired.elicit({ message, requestedSchema: Context }) },
    });
  });
}

function addResources(server: McpServer): void {
  const plain = { mimeType: "text/plain" };
  const words = "This is the content of the static text resource.";
  server.registerResource("static-text", "test://static-text", plain, ({ href }) => ({
    contents: [{ uri: href, ...plain, text: words }],
  }));
  server.registerResource("watched", "test://watched-resource", plain, ({ href }) => ({
    contents: [{ uri: href, ...plain, text: "watched" }],
  }));
  server.registerResource("static-binary", "test://static-binary", { mimeType: image.mimeType }, ({ href }) => ({
    contents: [{ uri: href, mimeType: image.mimeType, blob: image.data }],
  }));
  const template = new ResourceTemplate("test://template/{id}/data", { list: undefined });
  const json = { mimeType: "application/json" };
  server.registerResource("template", template, json, ({ href }, { id }) => ({
    contents: [{ uri: href, ...json, text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }) }],
  }));
}
