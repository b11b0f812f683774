import { describe, expect, it } from "vitest";
import { Feed, KEEP, KEEP_MS } from "../../../src/people/notices/feed.ts";
import type { NewNotice } from "../../../src/people/notices/index.ts";

const MINUTE = 60_000;
const START = Date.parse("2026-11-30T12:00:00Z");
const water: NewNotice = { level: "alarm", subject: "leak/a", text: "water", source: "watch/leak", lasting: true };
const post: NewNotice = { level: "info", subject: "post", text: "the post is there", source: "automation/post" };

/** A feed whose notices are numbered. */
function feed() {
  const made = new Feed();
  let ids = 0;
  return { feed: made, tell: (given: NewNotice, at: number) => made.tell(given, at, `n${++ids}`) };
}

describe("a repeated notice", () => {
  it("is counted for a while, and new after it", () => {
    const { tell } = feed();
    expect(tell(post, START).what).toBe("told");
    const again = tell(post, START + 59 * MINUTE);
    expect([again.what, again.notice.count, again.notice.id]).toEqual(["counted", 2, "n1"]);
    expect(tell(post, START + 60 * MINUTE).notice.id).toBe("n3");
  });

  it("is counted for as long as its source says", () => {
    const { tell } = feed();
    const bell = { ...post, countedMs: MINUTE };
    tell(bell, START);
    expect([tell(bell, START + 30_000).what, tell(bell, START + 61_000).what]).toEqual(["counted", "told"]);
  });

  it("is counted however long its cause lasts, and is new after its end", () => {
    const { feed: all, tell } = feed();
    tell(water, START);
    expect(tell(water, START + 600 * MINUTE).what).toBe("counted");
    expect(all.end("leak/a", START + 601 * MINUTE)?.endedAt).toBe(START + 601 * MINUTE);
    expect(all.open("leak/a")).toBeUndefined();
    expect(tell(water, START + 602 * MINUTE).what).toBe("told");
  });

  it("continues when its cause was over only for a moment: a flapping cause is one notice", () => {
    const { feed: all, tell } = feed();
    tell(water, START);
    all.end("leak/a", START + MINUTE);
    const again = tell(water, START + 2 * MINUTE);
    expect([again.what, again.notice.endedAt, again.notice.count]).toEqual(["counted", null, 2]);
  });

  it("is unread again when its level is raised, and its level is never lowered", () => {
    const { feed: all, tell } = feed();
    const { notice } = tell({ ...post, level: "warning" }, START);
    all.markRead([notice.id], "emma");
    const raised = tell({ ...post, level: "alarm" }, START + MINUTE);
    expect([raised.what, raised.notice.level, all.isRead(raised.notice, "emma")]).toEqual(["raised", "alarm", false]);
    expect(tell(post, START + 2 * MINUTE).notice.level).toBe("alarm");
  });

  it("is not new when the clock was set back", () => {
    const { tell } = feed();
    tell(post, START);
    expect(tell(post, START - 600 * MINUTE).what).toBe("counted");
  });
});

describe("an ended notice", () => {
  it("is always a lasting one", () => {
    const { feed: all, tell } = feed();
    tell(post, START);
    expect([all.end("post", START), all.open("post")]).toEqual([null, undefined]);
  });
});

describe("reading a notice", () => {
  it("marks it for one person, or for everybody", () => {
    const { feed: all, tell } = feed();
    const first = tell(post, START).notice;
    const second = tell({ ...water, to: ["li"] }, START).notice;
    expect([all.unread("emma"), all.unread("li"), all.unread(null)]).toEqual([
      { count: 1, alarms: 0 },
      { count: 2, alarms: 1 },
      { count: 2, alarms: 1 },
    ]);
    expect(all.markRead("all", "emma")).toEqual([first.id]);
    expect([all.isRead(first, "emma"), all.isRead(first, "li")]).toEqual([true, false]);
    expect(all.markRead([first.id, second.id, "nothing"], null)).toEqual([first.id, second.id]);
    expect(all.unread("li")).toEqual({ count: 0, alarms: 0 });
    expect(all.markRead("all", null)).toEqual([]);
  });
});

describe("the list", () => {
  it("is sorted by the time of the last telling, and filtered", () => {
    const { feed: all, tell } = feed();
    tell({ ...post, subject: "a", device: "test:a", room: "hall" }, START);
    tell({ ...post, subject: "b", level: "warning" }, START + 1);
    tell({ ...water, to: ["li"] }, START + 2);
    tell({ ...post, subject: "a", device: "test:a", room: "hall" }, START + 3);
    const subjects = (filter: Parameters<Feed["list"]>[0]) => all.list(filter).map(({ subject }) => subject);
    expect(subjects({})).toEqual(["a", "leak/a", "b"]);
    expect(subjects({ reader: "emma" })).toEqual(["a", "b"]);
    expect(subjects({ level: "warning" })).toEqual(["leak/a", "b"]);
    expect(subjects({ device: "test:a" })).toEqual(["a"]);
    expect(subjects({ room: "hall" })).toEqual(["a"]);
    expect(subjects({ limit: 2 })).toEqual(["a", "leak/a"]);
    expect(subjects({ from: START + 2, to: START + 2 })).toEqual(["leak/a"]);
    all.end("leak/a", START + 4);
    expect([subjects({ ended: true }), subjects({ ended: false })]).toEqual([["leak/a"], ["a", "b"]]);
    all.markRead("all", "emma");
    expect([subjects({ reader: "emma", unread: true }), subjects({ reader: "li", unread: true })]).toEqual([
      [],
      ["a", "leak/a", "b"],
    ]);
  });
});

describe("what is kept", () => {
  it("are the newest, and all that last", () => {
    const { feed: all, tell } = feed();
    tell(water, START);
    for (let count = 0; count < KEEP + 3; count += 1) tell({ ...post, subject: `post/${count}` }, START + count);
    expect(all.prune(START + MINUTE)).toEqual(["n2", "n3", "n4"]);
    expect([all.size, all.open("leak/a")?.id]).toEqual([KEEP + 1, "n1"]);
    expect(all.prune(START + KEEP_MS + MINUTE)).toHaveLength(KEEP);
    expect(all.list().map(({ id }) => id)).toEqual(["n1"]);
  });
});
