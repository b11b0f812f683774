import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { cursorOf, keyOfCursor } from "../../src/api/cursor.ts";
import type { buildApi } from "../../src/api/index.ts";
import { planningApi, testApi } from "../support/api.ts";
import { described } from "../support/home.ts";

type App = Awaited<ReturnType<typeof buildApi>>;
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `lamp-${String(from + index).padStart(2, "0")}`);

async function lamps(count: number) {
  const test = await testApi(names(0, count).map((name) => described(name)));
  open.push(test.app);
  return test;
}

const Runs = z.object({ runs: z.array(z.object({ id: z.string() })), next: z.string().nullable() });

interface Answer {
  readonly devices: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

async function page(app: App, query: string): Promise<Answer> {
  const answer = await app.inject(`/api/devices?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
  return answer.json();
}

const handlesOf = ({ devices }: Answer) => devices.map(({ handle }) => handle);

describe("pages of a list", () => {
  it("follow each other by the cursor, and the last one has no next", async () => {
    const { app } = await lamps(5);
    const first = await page(app, "limit=2");
    const second = await page(app, `limit=2&cursor=${first.next}`);
    const third = await page(app, `limit=2&cursor=${second.next}`);
    expect([first, second, third].map(handlesOf)).toEqual([names(0, 2), names(2, 4), names(4, 5)]);
    expect(third.next).toBeNull();
  });

  it("are linked by the header Link, with the filters", async () => {
    const { app } = await lamps(3);
    const answer = await app.inject("/api/devices?kind=light&limit=2");
    const [, url = ""] = /^<(.+)>; rel="next"$/.exec(String(answer.headers["link"])) ?? [];
    expect(url).toMatch(/^\/api\/devices\?kind=light&limit=2&cursor=/);
    const next = await app.inject(url);
    expect(handlesOf(next.json())).toEqual(["lamp-02"]);
    expect(next.headers["link"]).toBeUndefined();
  });

  it("keep a filter with a question mark whole in the link and in the cursor", async () => {
    const rooms = ["What? A hall", "What? An attic"];
    const test = await testApi(names(0, 6).map((name, index) => described(name, { room: rooms[index % 2] ?? null })));
    open.push(test.app);
    const [hall, attic] = rooms.map((room) => room.replaceAll(" ", "+"));
    const answer = await test.app.inject(`/api/devices?limit=1&room=${hall}`);
    const { next } = answer.json();
    const link = new URL(/<(.*)>/.exec(String(answer.headers["link"]))?.[1] ?? "", "http://jia");
    expect(link.searchParams.get("room")).toBe(rooms[0]);
    expect((await test.app.inject(link.pathname + link.search)).statusCode).toBe(200);
    expect((await test.app.inject(`/api/devices?limit=1&room=${attic}&cursor=${next}`)).statusCode).toBe(400);
  });

  it("show what stays exactly once while other items come and go", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 1 }),
        fc.array(fc.record({ at: fc.nat(4), add: fc.boolean(), which: fc.integer({ min: 0, max: 19 }) })),
        fc.integer({ min: 1, max: 7 }),
        async (begin, changes, limit) => {
          const all = names(0, 20);
          const name = (index: number) => all[index] ?? "";
          const { app, home } = await testApi(begin.map((index) => described(name(index))));
          const touched = new Set(changes.map(({ which }) => name(which)));
          const shown: unknown[] = [];
          let cursor: string | null = "";
          for (let step = 0; cursor !== null; step += 1) {
            const got: Answer = await page(app, `limit=${limit}${cursor && `&cursor=${cursor}`}`);
            shown.push(...handlesOf(got));
            cursor = got.next;
            for (const { at, add, which } of changes) {
              if (at !== step) continue;
              const device = described(name(which));
              home.apply([add ? { kind: "device", device } : { kind: "removed", id: device.id }]);
            }
          }
          await app.close();
          const stayed = begin.map(name).filter((each) => !touched.has(each));
          expect(new Set(shown).size).toBe(shown.length);
          expect(shown.filter((each) => !touched.has(String(each)))).toEqual(stayed.sort());
        },
      ),
      { numRuns: 30 },
    );
  });

  it("refuse a limit beyond the most of the list", async () => {
    const { app } = await lamps(1);
    const answer = await app.inject("/api/devices?limit=5001");
    expect(answer.statusCode).toBe(400);
    expect(answer.json().detail).toContain("?limit");
  });
});

describe("a cursor", () => {
  it("gives back the key that it was made of", () => {
    const Value = fc.oneof(fc.string(), fc.integer());
    fc.assert(
      fc.property(fc.array(Value), fc.string(), (key, list) => {
        expect(keyOfCursor(cursorOf(key, list), list)).toEqual(key);
      }),
    );
  });

  it("is refused after any change of one of its characters", () => {
    const cursor = cursorOf(["test:lamp", 7], "devices");
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(..."abcXYZ019-_ ."), (at, char) => {
        fc.pre(cursor[at] !== char);
        expect(keyOfCursor(cursor.slice(0, at) + char + cursor.slice(at + 1), "devices")).toBeNull();
      }),
    );
  });

  it.each([
    ["en", "?cursor is not the `next` of an answer to this list with these filters"],
    ["zh", "?cursor 不是这个列表按这些条件查询得到的 next"],
  ])("of another list, of other filters or made up is refused in %s", async (language, words) => {
    const { app } = await lamps(3);
    const { app: plans, bench } = await planningApi();
    open.push(plans, bench);
    const { next } = await page(app, "limit=1");
    const foreign = [
      await app.inject({ url: `/api/devices?kind=light&cursor=${next}`, headers: { "accept-language": language } }),
      await app.inject({ url: "/api/devices?cursor=1", headers: { "accept-language": language } }),
      await plans.inject({ url: `/api/scenes?cursor=${next}`, headers: { "accept-language": language } }),
    ];
    for (const answer of foreign) {
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: "invalid-request" });
      expect(answer.json().detail).toContain(words);
    }
  });
});

describe("fields of the items of a list", () => {
  it("are only those that a request names", async () => {
    const { app } = await lamps(2);
    expect(await page(app, "fields=handle,state")).toEqual({
      devices: names(0, 2).map((handle) => ({ handle, state: {} })),
      next: null,
    });
  });

  it.each([
    ["en", "handel", '?fields: there is no field "handel"; did you mean "handle"?'],
    ["zh", "handel", "?fields：没有“handel”这个字段，是不是想写“handle”？"],
    ["en", "wattage", '?fields: there is no field "wattage"; there are id, handle,'],
    ["zh", "wattage", "?fields：没有“wattage”这个字段，可用的有 id, handle,"],
  ])("are refused in %s when items have no %s", async (language, field, words) => {
    const { app } = await lamps(1);
    const answer = await app.inject({
      url: `/api/devices?fields=id,${field}`,
      headers: { "accept-language": language },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().detail).toContain(words);
  });
});

describe("every list of the home's plans", () => {
  it.each(["scenes", "automations", "timers", "runs", "planned"])(
    "%s ends with next: null, and takes fields",
    async (name) => {
      const { app, bench } = await planningApi();
      open.push(app, bench);
      expect((await app.inject(`/api/${name}`)).json()).toEqual({ [name]: [], next: null });
      expect((await app.inject(`/api/${name}?limit=1&fields=nothing-like-it`)).statusCode).toBe(400);
    },
  );

  it("shows runs of the same moment by pages, each once", async () => {
    const { app, bench } = await planningApi();
    open.push(app, bench);
    const automation = {
      name: "blink",
      triggers: [{ type: "cron", expression: "0 3 * * *" }],
      actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
    };
    const { definition } = (await app.inject({ method: "POST", url: "/api/automations", payload: automation })).json();
    for (let count = 0; count < 5; count += 1) {
      const ran = await app.inject({ method: "POST", url: `/api/automations/${definition.id}/run` });
      expect(ran.statusCode, ran.body).toBe(200);
    }
    const shown: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const got = await app.inject(`/api/runs?limit=2${cursor && `&cursor=${cursor}`}`);
      const { runs, next } = Runs.parse(got.json());
      shown.push(...runs.map(({ id }) => id));
      cursor = next;
    }
    expect(new Set(shown).size).toBe(5);
    expect(shown).toHaveLength(5);
  });
});
