import { createInterface } from "node:readline";
import { JiaError } from "../../home/index.ts";
import { allPacks } from "../../language/index.ts";
import type { CommandContext } from "../command.ts";

/** Whether input and output are a terminal, so that a person can be asked. */
export function canAsk({ stdin, stdout }: Pick<CommandContext, "stdin" | "stdout">): boolean {
  return stdin.isTTY === true && stdout.isTTY === true;
}

/**
 * Asks for a line on the terminal; null when the person gives none (Ctrl-D).
 * @throws JiaError `cancelled` after Ctrl-C
 */
export async function askLine(prompt: string, { stdin, stdout, signal }: CommandContext): Promise<string | null> {
  signal.throwIfAborted();
  const lines = createInterface({ input: stdin, output: stdout, terminal: true });
  try {
    return await new Promise<string | null>((resolve, reject) => {
      let cancelled = false;
      const cancel = () => {
        cancelled = true;
        stdout.write("\n");
        reject(new JiaError("cancelled"));
      };
      signal.addEventListener("abort", cancel, { once: true });
      lines.once("SIGINT", cancel);
      let answered = false;
      lines.once("line", (line) => {
        answered = true;
        resolve(line.trim());
      });
      lines.once("close", () => {
        signal.removeEventListener("abort", cancel);
        // Ctrl-D leaves the prompt's line open.
        if (!answered && !cancelled) stdout.write("\n");
        resolve(null);
      });
      lines.setPrompt(prompt);
      lines.prompt();
    });
  } finally {
    lines.close();
  }
}

/** Asks for a yes. Anything but y or yes, in the person's language or in English, is a no. */
export async function askYes(question: string, yes: readonly string[], context: CommandContext): Promise<boolean> {
  const answer = await askLine(`${question} [y/N] `, context);
  return answer !== null && yes.includes(answer.toLowerCase());
}

/** The short words for yes at a prompt, in every language. */
export function yesWords(): string[] {
  return [
    "y",
    ...allPacks().flatMap(({ answerWords }) => answerWords.sentence.yes.split(",").map((word) => word.trim())),
  ];
}
