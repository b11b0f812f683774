/** `jia mcp`. */
export const mcpCommand = {
  summary: "Serve the home to programs that start their MCP servers themselves.",
  details:
    "Speaks the Model Context Protocol on standard input and output, and passes it on to the Jia that is running. You do not " +
    "run it by hand: Claude Desktop and other programs start it. What goes wrong is printed to standard error.",
};
