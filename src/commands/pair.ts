import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { PairingBody } from "../api/resources/pairing.ts";
import { cleanText, JiaError } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import type { Client } from "./client/client.ts";
import { commandDevices, EXECUTE_FLAGS } from "./client/command-devices.ts";
import { withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { printer } from "./line/answer.ts";
import { fitted } from "./terminal/layout.ts";

/** How often it is looked who came, in milliseconds. */
const LOOK_MS = 500;
/** How long closing may take after Ctrl-C, in milliseconds. */
const CLOSE_MS = 5_000;
const USUAL_SECONDS = 120;

type Found = z.infer<typeof PairingBody>["found"][number];

export const pair = defineCommand({
  name: "pair",
  summary: message("pairing.summary"),
  usage: "[SECONDS]",
  details: message("pairing.details"),
  examples: ["jia pair", "jia pair 60 --room kitchen"],
  positionals: { min: 0, max: 1 },
  flags: {
    room: { kind: "text", value: "ROOM", about: message("pairing.room") },
    ...EXECUTE_FLAGS,
  },
  run({ flags, positionals: [given] }, context) {
    const seconds = given === undefined ? USUAL_SECONDS : Number(given);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > 254) {
      throw new JiaError("usage", { detail: message("pairing.badSeconds") });
    }
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      const payload = { seconds, ...(flags.room !== undefined && { room: flags.room }) };
      const words = given === undefined ? (["pair"] as const) : (["pair", given] as const);
      const code = await commandDevices("/api/pairing", payload, { client, flags, words, context, print });
      if (code !== 0 || flags.json) return code;
      await watch(client, seconds, context);
      return 0;
    });
  },
});

/** Shows who comes until the network is closed; Ctrl-C closes it. */
async function watch(client: Client, seconds: number, { signal, language, stdout }: CommandContext): Promise<void> {
  const { pairing: words } = messages(language);
  const say = (line: string): void => {
    stdout.write(`${fitted(line, stdout)}\n`);
  };
  say(words.open({ seconds }));
  /** The last line about each device, keyed by id. */
  const told = new Map<string, string>();
  const show = (found: Found): void => {
    const { name, model, stage, suggestion } = found;
    const device = model === null ? name : `${name} (${model})`;
    const line = words.stages[stage]({ device: cleanText(device) });
    if (told.get(found.id) === line) return;
    told.set(found.id, line);
    say(line);
    const { name: called, room } = suggestion;
    if (stage === "known" && (called ?? room) !== null) say(words.suggestion({ name: called ?? "", room: room ?? "" }));
  };
  try {
    for (;;) {
      const { until, found } = await client.get("/api/pairing", PairingBody, signal);
      for (const each of found) show(each);
      if (until === null) break;
      await wait(LOOK_MS, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    await client.send("DELETE", "/api/pairing", undefined, z.unknown(), AbortSignal.timeout(CLOSE_MS));
  }
  say(words.closed({ count: told.size }));
}
