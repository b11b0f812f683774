import { afterEach, expect, it } from "vitest";
import { registerNoticeData } from "../../src/app/people.ts";
import { NoticeBench } from "../support/notice-bench.ts";
import { testPeople } from "../support/people.ts";

let bench: NoticeBench;
afterEach(async () => await bench.close());

it("the stored data of a person has channels, without secrets, and quiet times; both are erased", async () => {
  bench = await new NoticeBench({ people: { emma: "en", leo: "en" } }).start();
  const { people } = await testPeople(bench.store, bench.time);
  registerNoticeData(people, bench.channels);
  for (const person of ["emma", "leo"])
    await bench.add({ way: "ntfy", name: person, person, values: { topic: "not-to-be-guessed" } });
  await bench.channels.setQuietUntil("emma", bench.time.now() + 3_600_000);
  const { channels, quiet } = await people.data.of("emma");
  expect(channels).toMatchObject([{ id: "emma", way: "ntfy", secrets: ["topic"] }]);
  expect(JSON.stringify(channels)).not.toContain("not-to-be-guessed");
  expect(quiet).toEqual([{ until: "2026-11-30T13:00:00.000Z" }]);
  expect(await people.data.erase("emma")).toMatchObject({ channels: 1, quiet: 1 });
  expect(bench.channels.list().map(({ id }) => id)).toEqual(["leo"]);
  expect(bench.channels.quietUntil("emma")).toBeNull();
});
