import { z } from "zod";
import { JiaError } from "../home/index.ts";
import { errorText, message } from "../language/index.ts";
import { CONNECT_FLAGS, HOME_FLAG, withJia } from "./client/connect.ts";
import { defineCommand } from "./command.ts";

/** A server of MCP on standard input and output, for programs that start their servers themselves. */
export const mcp = defineCommand({
  name: "mcp",
  summary: message("mcpCommand.summary"),
  usage: "",
  details: message("mcpCommand.details"),
  examples: ["jia mcp", "jia mcp --url http://192.168.1.20:8480", "jia mcp --home flat"],
  positionals: { min: 0, max: 0 },
  flags: { ...HOME_FLAG, ...CONNECT_FLAGS },
  run({ flags }, context) {
    const { language, signal, stdin, stdout } = context;
    return withJia(flags, context, async (client) => {
      // What is wrong with the address or the token is told at once, and not in the midst of a conversation.
      await client.get("/api/rooms", z.unknown(), signal);
      const { bridge } = await import("../mcp/stdio/bridge.ts");
      const lost = (error: unknown) => errorText(lostError(error, client.url), language);
      await bridge({ url: new URL("/mcp", client.url), headers: client.headers, stdin, stdout, signal, lost });
      return signal.aborted ? 130 : 0;
    });
  },
});

function lostError(error: unknown, url: string): JiaError {
  return error instanceof JiaError ? error : new JiaError("not-running", { url }, error);
}
