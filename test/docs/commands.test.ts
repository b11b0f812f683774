import { expect, it } from "vitest";
import { BareCopy } from "../support/bare-copy.ts";
import { commandsOf, type PageCommand } from "../support/page-commands.ts";
import { PAGES } from "../support/pages.ts";
import { NOT_RUN } from "./not-run.ts";

const COMMANDS = PAGES.flatMap(commandsOf);
const isRun = ({ command }: PageCommand): boolean => !NOT_RUN.some((each) => each.command.test(command));
const RUN = PAGES.map((page) => ({
  page,
  commands: COMMANDS.filter((each) => each.page === page && isRun(each)),
})).filter(({ commands }) => commands.length > 0);

/** Commands that say by their exit code what they found: 1 is no failure of theirs. */
const FINDS = /^\.\/jia doctor/;
/** Commands that want Jia to be stopped. */
const ALONE = /^\.\/jia restore/;

/** Without what differs each time: ids, how long it took, and weights that every fit changes. */
function stable(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^ {7}\w+ [+-]/.test(line))
    .join("\n")
    .replace(/"conversation":"[^"]*"/, '"conversation":""')
    .replace(/"ms":\d+/, '"ms":0')
    .replace(/code=jiac_\S+/, "code=jiac_…")
    .replaceAll(/\b\d\.\d\d\b/g, "#")
    .trim();
}

it("finds the commands of the pages", () => {
  expect(COMMANDS.length).toBeGreaterThan(50);
  expect(RUN.map(({ page }) => page)).toEqual(expect.arrayContaining(["README.md", "docs/troubleshooting.md"]));
});

it("has no reason for leaving out a command that no page has", () => {
  for (const { command: pattern, reason } of NOT_RUN) {
    const left = COMMANDS.filter(({ command }) => pattern.test(command));
    expect(left.length, `${pattern} (${reason})`).toBeGreaterThan(0);
  }
});

it.each(RUN)(
  "every command of $page works as it is written",
  async ({ commands }) => {
    const copy = await BareCopy.make();
    try {
      const [first] = commands;
      if (!first?.command.startsWith("npm start")) await copy.start("npm start");
      for (const { command, printed } of commands) {
        if (BareCopy.stays(command)) {
          const out = copy.asWritten(await copy.start(command));
          if (printed !== null) expect(stable(out), command).toContain(stable(printed));
          if (command === first?.command) continue;
        } else if (ALONE.test(command)) {
          expect(await copy.interrupt(), "npm start").not.toContain("✗");
          expect(await copy.run(command), command).toMatchObject({ code: 0 });
          await copy.start("npm start");
          continue;
        } else {
          const { code, out } = await copy.run(command);
          expect(FINDS.test(command) ? [0, 1] : [0], `${command}\n${out}`).toContain(code);
          if (printed !== null) expect(stable(copy.asWritten(out)), command).toBe(stable(printed));
          continue;
        }
        expect(await copy.interrupt(), command).not.toContain("✗");
      }
    } finally {
      await copy.remove();
    }
  },
  180_000,
);
