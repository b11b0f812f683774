import type { CommandContext } from "../command.ts";

/** How often the seconds are written, in milliseconds. Nothing is shown of what is over before the first. */
const EVERY_MS = 1_000;

/** What `work` comes to; while it goes on, a terminal shows the seconds. */
export async function withElapsedTime<Result>(
  { stderr }: Pick<CommandContext, "stderr">,
  work: () => Promise<Result>,
): Promise<Result> {
  if (stderr.isTTY !== true) return await work();
  let seconds = 0;
  const clock = setInterval(() => {
    seconds += 1;
    stderr.write(`\r${seconds} s`);
  }, EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(clock);
    if (seconds > 0) stderr.write("\r\u001B[K");
  }
}
