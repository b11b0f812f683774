import { describe, expect, it } from "vitest";
import { Subscriptions } from "../../src/bridge/subscriptions.ts";
import { seeded } from "../support/random.ts";

const LARGE = 1_000_000;

/** A broker that ends the connection at some packets: what is granted in the end, and how many connections that took. */
function settle(subscriptions: Subscriptions, ends: (batch: readonly string[]) => boolean, bytes = LARGE) {
  for (let connections = 1; connections < 500; connections += 1) {
    const granted: string[] = [];
    subscriptions.began();
    let ended = false;
    for (let batch = subscriptions.next(bytes); batch.length > 0; batch = subscriptions.next(bytes)) {
      if (ends(batch)) {
        subscriptions.ended();
        ended = true;
        break;
      }
      granted.push(...batch);
      subscriptions.answered(batch.map(() => 1));
    }
    if (!ended) return { granted, connections };
  }
  throw new Error("the connection never stays");
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `a/${index}`);

describe("filters that end a connection", () => {
  it("are found within a dozen connections each, at any place in the list; all others are granted", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seeded(seed);
      const filters = names(1 + Math.floor(random() * 1500));
      const bad = new Set(filters.filter(() => random() < 2 / filters.length));
      const { granted, connections } = settle(new Subscriptions(filters), (batch) =>
        batch.some((each) => bad.has(each)),
      );
      expect(granted.toSorted()).toEqual(filters.filter((each) => !bad.has(each)).toSorted());
      expect(connections).toBeLessThanOrEqual(1 + 12 * bad.size);
    }
  });

  it("are listed as missing if the connection was made for them", () => {
    const subscriptions = new Subscriptions(["a", "b"]);
    settle(subscriptions, (batch) => batch.includes("b"));
    expect(subscriptions.missing).toEqual([{ filter: "b", reason: "ends-connection" }]);
  });

  it("are tried again when they are added again", () => {
    const subscriptions = new Subscriptions(["a"]);
    subscriptions.add(["b"]);
    expect(settle(subscriptions, (batch) => batch.includes("b")).granted).toEqual(["a"]);
    expect(subscriptions.remove(["b"])).toEqual([]);
    subscriptions.add(["b"]);
    expect(settle(subscriptions, () => false).granted.toSorted()).toEqual(["a", "b"]);
  });
});

it("a broker that takes few filters in one packet gets few, and none of them is left out", () => {
  const filters = names(300);
  const { granted, connections } = settle(new Subscriptions(filters), (batch) => batch.length > 8);
  expect(granted.toSorted()).toEqual(filters.toSorted());
  expect(connections).toBeLessThan(10);
});

it("a SUBSCRIBE packet has no more bytes than the broker takes; a single longer filter is reported", () => {
  const subscriptions = new Subscriptions([...names(100), "x".repeat(300)]);
  const missing: string[] = [];
  subscriptions.began();
  for (let batch = subscriptions.next(200); batch.length > 0; batch = subscriptions.next(200)) {
    if (subscriptions.isTooLarge(200)) {
      missing.push(...subscriptions.unsendable().map(({ filter }) => filter));
      continue;
    }
    expect(batch.join("").length + 3 * batch.length).toBeLessThan(200);
    subscriptions.answered(batch.map(() => 1));
  }
  expect(missing).toEqual(["x".repeat(300)]);
  expect(subscriptions.complete).toBe(true);
});

it("a filter stays while it has an owner, and is unsubscribed once", () => {
  const subscriptions = new Subscriptions(["own"]);
  const [one, two] = [{}, {}];
  subscriptions.add(["own", "both"], one);
  subscriptions.add(["both"], two);
  settle(subscriptions, () => false);
  expect(subscriptions.remove(["own", "both"], one)).toEqual([]);
  expect(subscriptions.remove(["own", "both"], one)).toEqual([]);
  expect(subscriptions.remove(["both"], two)).toEqual(["both"]);
});

it("filters that keep being added do not keep a connection from being complete", () => {
  const subscriptions = new Subscriptions(["a", "b"]);
  subscriptions.began();
  subscriptions.next(LARGE);
  subscriptions.add(["c"]);
  subscriptions.answered([1, 1]);
  expect(subscriptions.complete).toBe(true);
  expect(subscriptions.next(LARGE)).toEqual(["c"]);
});
