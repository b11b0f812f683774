import { readFileSync } from "node:fs";

/** A command of a page, with what the page says that it prints. */
export interface PageCommand {
  readonly page: string;
  readonly command: string;
  /** Null in blocks that show commands only. */
  readonly printed: string | null;
}

/**
 * The commands of a page in their order: each line of a `sh` block, and what follows `$ ` in a `console` block. A line that
 * holds only a comment is none.
 */
export function commandsOf(page: string): PageCommand[] {
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(/^( *)```(sh|console)\n([\s\S]*?)^ *```$/gm)].flatMap(
    ([, indent = "", kind, block = ""]) => {
      const plain = block.replaceAll(new RegExp(`^${indent}`, "gm"), "");
      return kind === "sh" ? fromShell(page, plain) : fromConsole(page, plain);
    },
  );
}

function fromShell(page: string, block: string): PageCommand[] {
  return block
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((command) => ({ page, command, printed: null }));
}

function fromConsole(page: string, block: string): PageCommand[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = "", ...printed] = part.split("\n");
      return { page, command, printed: printed.join("\n").trim() };
    });
}
