import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { JiaError } from "../../home/index.ts";
import type { CommandContext } from "../command.ts";
import { canAsk } from "./ask.ts";

/**
 * Asks for a secret. Input is not shown and not stored in any history. From a pipe it is the first line. null when
 * the person gives none (Ctrl-D).
 * @throws JiaError `cancelled` after Ctrl-C
 */
export async function askSecret(prompt: string, context: CommandContext): Promise<string | null> {
  const { stdin, stdout, signal } = context;
  if (!canAsk(context)) return (await text(stdin)).split(/\r?\n/)[0]?.trim() || null;
  signal.throwIfAborted();
  stdout.write(prompt);
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  try {
    return await new Promise<string | null>((resolve, reject) => {
      const cancel = () => reject(new JiaError("cancelled"));
      signal.addEventListener("abort", cancel, { once: true });
      lines.once("SIGINT", cancel);
      lines.once("line", (line) => resolve(line.trim()));
      lines.once("close", () => {
        signal.removeEventListener("abort", cancel);
        resolve(null);
      });
    });
  } finally {
    lines.close();
    stdout.write("\n");
  }
}
