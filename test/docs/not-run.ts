/** Commands of the pages that no test runs, each with the reason. A test holds the list to the pages: what none has is removed. */
export const NOT_RUN: readonly { readonly command: RegExp; readonly reason: string }[] = [
  {
    command: /^docker compose /,
    reason: "needs Docker, and builds an image; test/docs/containers.test.ts checks the files",
  },
  { command: /^sudo /, reason: "changes the machine, and needs root" },
  { command: /^npm run test:fast$/, reason: "runs the quick tests, some of these among them" },
  { command: /^npm test$/, reason: "runs every test, this one among them" },
  {
    command: /^OPENROUTER_API_KEY=/,
    reason: "needs a key and the internet; test/app/model.test.ts runs a server of models",
  },
  {
    command: /^\.\/jia miio /,
    reason: "needs Wi-Fi devices on the network; test/commands/miio.test.ts runs simulated ones",
  },
  {
    command: /^\.\/jia notices (channels add|test) /,
    reason: "asks for secrets and sends to the internet; test/commands/notices.test.ts runs servers of its own",
  },
  {
    command: /^claude mcp add /,
    reason: "changes the settings of Claude Code; test/docs/mcp.test.ts connects with such settings",
  },
  { command: /^mosquitto_sub /, reason: "prints what comes until Ctrl-C, and shows nothing of Jia" },
];
