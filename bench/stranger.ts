import { flood } from "../test/support/strangers.ts";
import { type BenchRow, compared, median } from "./row.ts";

const COUNT = 10_000;
/** Messages a second: more than a home of a thousand devices has. */
const PER_SECOND = 500;
/** The most that the answer of another device may take, against its usual time. */
const LIMIT = 2;
/** The most that the event loop may be held, milliseconds, and the heap may grow, MB. */
const HELD = 50;
const GROWTH = 24;

/** What a stranger with the right to publish takes from the others: 10,000 random announcements and topics, all dialects. */
export async function run(): Promise<BenchRow[]> {
  const { alone, meanwhile, link, before, after, held } = await flood({ seed: 1, count: COUNT, perSecond: PER_SECOND });
  const dropped = (link?.connections ?? 0) - 1;
  const sorted = held.toSorted((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length * 0.999)] ?? 0;
  const grown = (after - before) / 1_048_576;
  return [
    compared("answer of a lamp beside a stranger, against alone", median(meanwhile), median(alone), "ms", LIMIT),
    { name: "stranger: connections lost", value: dropped, unit: "", limit: 0, ok: dropped === 0 },
    { name: "stranger: memory that does not return", value: grown, unit: "MB", limit: GROWTH, ok: grown <= GROWTH },
    { name: "stranger: event loop held, 999 of 1,000 looks", value: usual, unit: "ms", limit: HELD, ok: usual <= HELD },
    { name: "stranger: event loop held, longest (with collections of garbage)", value: sorted.at(-1) ?? 0, unit: "ms" },
  ];
}
