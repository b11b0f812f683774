import type { CommandContext } from "../command.ts";

/** How often the seconds are updated, in milliseconds. Shorter work shows nothing. */
const EVERY_MS = 1_000;

/** Awaits `work`, and shows the elapsed seconds on a terminal meanwhile. */
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
