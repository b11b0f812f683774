import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { withElapsedTime } from "../../../src/commands/terminal/elapsed-time.ts";
import { until } from "../../support/until.ts";

/** A stream, as a terminal or not, with its output. */
function screen(isTTY: boolean) {
  let shown = "";
  const stderr = Object.assign(new PassThrough(), { isTTY });
  stderr.on("data", (piece) => (shown += String(piece)));
  return { stderr, shown: () => shown };
}

it("elapsed seconds are shown on a terminal for long work, and removed at its end", async () => {
  const { stderr, shown } = screen(true);
  const done = await withElapsedTime(
    { stderr },
    async () => await until("a second", () => shown().includes("1 s") && "done"),
  );
  expect([done, shown()]).toEqual(["done", expect.stringContaining("1 s")]);
  expect(shown().endsWith("\r\u001B[K")).toBe(true);
});

it("elapsed seconds are not shown for short work, and not outside of a terminal", async () => {
  const short = screen(true);
  await withElapsedTime(short, () => Promise.resolve());
  const piped = screen(false);
  await withElapsedTime(piped, () => Promise.resolve());
  expect([short.shown(), piped.shown()]).toEqual(["", ""]);
});
