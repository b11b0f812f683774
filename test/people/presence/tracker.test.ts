import { describe, expect, it, onTestFinished } from "vitest";
import { topicFits } from "../../../src/home/index.ts";
import type { PeopleEvent, PersonDraft, PresenceTopics } from "../../../src/people/index.ts";
import { openStore, type Store } from "../../../src/store/index.ts";
import { described, testHome, testSpec } from "../../support/home.ts";
import { testPeople } from "../../support/people.ts";
import { SimulatedTime } from "../../support/simulated-time.ts";

const PHONE = testSpec("device-tracker", "device-tracker", [["place", { format: "string" }]]);
const LOCK = testSpec("lock", "lock", [
  ["operator", { format: "uint8" }],
  ["last-user", { format: "string" }],
]);
const ROUTER = testSpec("router", "clients", [
  [
    "emma-phone",
    {
      list: [
        [0, "Offline"],
        [1, "Online"],
      ],
    },
  ],
]);
const START = "2026-03-02T12:00:00Z";

/** Messages that a test sends; what is retained is given to whoever subscribes later. */
class TestTopics implements PresenceTopics {
  readonly #listeners = new Map<string, (topic: string, payload: string, retained: boolean) => void>();
  readonly kept = new Map<string, string>();

  get filters(): readonly string[] {
    return [...this.#listeners.keys()];
  }

  subscribe(filter: string, listener: (topic: string, payload: string, retained: boolean) => void): () => void {
    this.#listeners.set(filter, listener);
    for (const [topic, payload] of this.kept) if (topicFits(filter, topic)) listener(topic, payload, true);
    return () => this.#listeners.delete(filter);
  }

  send(topic: string, payload: string): void {
    for (const [filter, listener] of this.#listeners) if (topicFits(filter, topic)) listener(topic, payload, false);
  }
}

/** A home with a phone, a lock and a router, and its people; a second call with the same store is the next process. */
async function homeOf(
  people: readonly PersonDraft[],
  given: { store?: Store; at?: number; kept?: Record<string, string> } = {},
) {
  const time = new SimulatedTime(given.at ?? Date.parse(START));
  const store = given.store ?? (await openStore({ path: ":memory:" }));
  const made = await testPeople(store, time);
  for (const person of people) if (!made.registry.kept(person.id ?? "")) await made.registry.add(person);
  const { home } = testHome(
    [described("phone", { spec: PHONE }), described("door", { spec: LOCK }), described("router", { spec: ROUTER })],
    { clock: time },
  );
  const topics = new TestTopics();
  for (const [topic, payload] of Object.entries(given.kept ?? {})) topics.kept.set(topic, payload);
  const events: string[] = [];
  made.people.subscribe((event: PeopleEvent) => {
    if (event.type === "arrived") events.push(`${event.person} arrived${event.first ? " first" : ""}`);
    if (event.type === "found") events.push(`${event.person} found${event.first ? " first" : ""}`);
    if (event.type === "left") events.push(`${event.person} left${event.last ? " last" : ""}`);
  });
  made.people.watch({
    home,
    topics,
    wakes: time,
    room: (name) => (name === "living room" ? "living" : name === "study" ? "study" : null),
  });
  const report = (device: string, address: string, value: string | number, cause: "report" | "retained" = "report") =>
    home.apply([{ kind: "values", id: `test:${device}`, values: [{ address, value }], cause }]);
  const pass = (minutes: number) => time.advanceTo(time.now() + minutes * 60_000, () => Promise.resolve());
  const end = async () => {
    await made.people.presences.settled();
    made.people.stop();
  };
  onTestFinished(() => made.people.stop());
  const at = () => made.people.presence().map(({ person, home: is, room }) => [person, is, room]);
  return { ...made, home, topics, time, events, report, pass, end, at, store };
}

const emma = (signs: PersonDraft["signs"]): PersonDraft => ({ id: "emma", name: "Emma", signs });
const PLACE = "device-tracker.place";

describe("presence", () => {
  it("follows the tracker of a phone, with events only for changes", async () => {
    const { report, pass, events, at, people } = await homeOf([emma([{ type: "device", device: "test:phone" }])]);
    report("phone", PLACE, "home", "retained");
    expect([at(), events]).toEqual([[["emma", true, null]], []]);
    report("phone", PLACE, "Office");
    await pass(10);
    report("phone", PLACE, "home");
    expect(events).toEqual(["emma left last", "emma arrived first"]);
    expect(people.presence()[0]?.since).toBe(Date.parse(START) + 10 * 60_000);
  });

  it("follows list values by description, and is unknown while the device is offline", async () => {
    const sign = { type: "device", device: "router", property: "clients.emma-phone", home: "online" } as const;
    const { home, report, pass, at, events } = await homeOf([emma([sign])]);
    report("router", "clients.emma-phone", 1);
    expect(at()).toEqual([["emma", true, null]]);
    home.apply([{ kind: "availability", id: "test:router", online: false }]);
    await pass(10);
    expect([at(), events]).toEqual([[["emma", null, null]], []]);
  });

  it("follows receivers in rooms: the nearest one, and away when none hears the phone any more", async () => {
    const sign = { type: "rooms", topic: "espresense/devices/emma/+" } as const;
    const { topics, pass, at, events } = await homeOf([emma([sign])]);
    topics.send("espresense/devices/emma/living_room", '{"distance":2}');
    topics.send("espresense/devices/emma/study", '{"distance":5}');
    topics.send("espresense/devices/emma/garage", '{"distance":9}');
    expect(at()).toEqual([["emma", true, "living"]]);
    await pass(1);
    topics.send("espresense/devices/emma/study", '{"distance":0.8}');
    expect(at()).toEqual([["emma", true, "study"]]);
    await pass(4.9);
    expect(at()).toEqual([["emma", true, null]]);
    await pass(0.2);
    expect([at(), events]).toEqual([[["emma", false, null]], ["emma left last"]]);
    topics.send("espresense/devices/emma/study", '{"distance":1}');
    expect(events.at(-1)).toBe("emma arrived first");
  });

  it("takes a retained message of a router as state, without an event", async () => {
    const sign = { type: "mqtt", topic: "router/+/emma", field: "state" } as const;
    const { topics, at, events, registry } = await homeOf([emma([sign])], {
      kept: { "router/a/emma": '{"state":"home"}' },
    });
    expect([at(), events]).toEqual([[["emma", true, null]], []]);
    expect(topics.filters).toEqual(["router/+/emma"]);
    await registry.change("emma", { signs: null });
    expect(topics.filters).toEqual([]);
  });

  it("follows a person's code at the door, by an event of the lock or by a property", async () => {
    const { home, report, events, at, pass } = await homeOf([
      emma([{ type: "door", device: "door", event: "lock.happened", arguments: { "lock.operator": 3 } }]),
      { id: "leo", name: "Leo", signs: [{ type: "door", device: "door", property: "lock.last-user", is: "leo" }] },
    ]);
    const opens = (operator: number) =>
      home.apply([
        {
          kind: "event",
          id: "test:door",
          event: "lock.happened",
          arguments: [{ address: "lock.operator", value: operator }],
        },
      ]);
    opens(2);
    report("door", "lock.last-user", "leo", "retained");
    expect(events).toEqual([]);
    opens(3);
    report("door", "lock.last-user", "mia");
    report("door", "lock.last-user", "leo");
    expect(events).toEqual(["emma arrived first", "leo arrived"]);
    // Nothing tells that they are still there.
    await pass(20);
    expect(at()).toEqual([
      ["emma", null, null],
      ["leo", null, null],
    ]);
  });

  it("follows the webhook of a phone's automation, by its key alone", async () => {
    const key = "0123456789abcdef-Emma";
    const { people, events } = await homeOf([emma([{ type: "webhook", key }])]);
    expect(people.presences.webhook("0123456789abcdef-Leo", true)).toBe(false);
    expect(people.presences.webhook(key, true)).toBe(true);
    expect(people.presences.webhook(key, true)).toBe(true);
    expect(events).toEqual(["emma arrived first"]);
  });

  it("says who comes first and who leaves last, and drops people who no longer belong to the home", async () => {
    const { people, events, registry, at } = await homeOf([
      emma([]),
      { id: "leo", name: "Leo" },
      { id: "zoe", name: "Zoe" },
    ]);
    for (const [person, home] of [
      ["emma", true],
      ["leo", true],
      ["emma", false],
      ["leo", false],
    ] as const) {
      people.presences.say(person, home);
    }
    expect(events).toEqual(["emma arrived first", "leo arrived", "emma left", "leo left last"]);
    people.presences.say("emma", true);
    await registry.remove("emma");
    people.presences.say("leo", true);
    expect(events.at(-1)).toBe("leo arrived first");
    expect(at()).toEqual([
      ["leo", true, null],
      ["zoe", null, null],
    ]);
  });

  it("survives a restart: nobody arrives again, and a pending departure completes", async () => {
    const people = [emma([{ type: "device", device: "test:phone" }])];
    const before = await homeOf(people);
    before.report("phone", PLACE, "away");
    before.report("phone", PLACE, "home");
    await before.end();
    const again = await homeOf(people, { store: before.store, at: before.time.now() + 3_600_000 });
    expect(again.at()).toEqual([["emma", true, null]]);
    again.report("phone", PLACE, "home", "retained");
    expect(again.events).toEqual([]);
    again.report("phone", PLACE, "away");
    await again.pass(1);
    await again.end();
    const last = await homeOf(people, { store: before.store, at: again.time.now() + 60_000 });
    last.report("phone", PLACE, "away", "retained");
    await last.pass(2);
    expect(last.events).toEqual(["emma left last"]);
    await last.end();
    await before.store.close();
  });

  it("finds a person who came during a downtime, once, and not as an arrival", async () => {
    const people = [emma([{ type: "device", device: "test:phone" }])];
    const before = await homeOf(people);
    before.report("phone", PLACE, "home");
    before.report("phone", PLACE, "away");
    await before.pass(4);
    expect(before.at()).toEqual([["emma", false, null]]);
    await before.end();
    const again = await homeOf(people, { store: before.store, at: before.time.now() + 3_600_000 });
    again.report("phone", PLACE, "home", "retained");
    again.report("phone", PLACE, "home", "retained");
    expect([again.at(), again.events]).toEqual([[["emma", true, null]], ["emma found first"]]);
    await again.end();
    const last = await homeOf(people, { store: before.store, at: again.time.now() + 3_600_000 });
    last.report("phone", PLACE, "home", "retained");
    expect(last.events).toEqual([]);
    await last.end();
    await before.store.close();
  });

  it("survives a restart of receivers: a person who is heard again in time never left", async () => {
    const people = [emma([{ type: "rooms", topic: "espresense/devices/emma/+" }])];
    const before = await homeOf(people);
    before.topics.send("espresense/devices/emma/study", '{"distance":1}');
    await before.end();
    const again = await homeOf(people, { store: before.store, at: before.time.now() + 600_000 });
    await again.pass(1);
    again.topics.send("espresense/devices/emma/study", '{"distance":1}');
    await again.pass(1.5);
    expect([again.at(), again.events]).toEqual([[["emma", true, "study"]], []]);
    await again.end();
    await before.store.close();
  });

  it("keeps arrivals and departures, and lists them within a span", async () => {
    const { people, pass, store, time } = await homeOf([emma([])]);
    people.presences.say("emma", true);
    await pass(30);
    people.presences.say("emma", false);
    await people.presences.settled();
    const start = Date.parse(START);
    expect(await people.changes("emma", { from: start, to: time.now() + 1 })).toEqual([
      { person: "emma", home: true, at: start },
      { person: "emma", home: false, at: start + 30 * 60_000 },
    ]);
    expect(await people.changes("emma", { from: start + 1, to: time.now() })).toEqual([]);
    expect(await people.changes("emma", { from: 0, to: time.now() + 1 }, 1)).toMatchObject([{ home: false }]);
    expect(await store.presence.changeBefore("emma", time.now())).toMatchObject({ home: true });
    await store.close();
  });
});
