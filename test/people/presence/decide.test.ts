import { describe, expect, it } from "vitest";
import {
  decidePresence,
  GRACE_MS,
  mergeSigns,
  type PresenceState,
  type StatementSource,
  UNKNOWN_PRESENCE,
  withStatement,
} from "../../../src/people/presence/decide.ts";
import { nearestReceiverRoom } from "../../../src/people/presence/nearest-room.ts";
import { presenceFromPayload, roomSightingIn } from "../../../src/people/presence/payloads.ts";
import { MANUAL_SIGN } from "../../../src/people/presence/signs.ts";

const MINUTE = 60_000;

/** One person, whose signs a test plays; what was told is noted with its minute. */
class Played {
  state: PresenceState = UNKNOWN_PRESENCE;
  now = 0;
  readonly told: string[] = [];

  hear(sign: string, says: boolean | null, how: StatementSource = "told", until?: number): this {
    const end = until === undefined ? {} : { until: this.now + until, after: false };
    this.state = withStatement(this.state, sign, { says, ...end }, this.now);
    return this.settle(how);
  }

  /** Lets time pass, waking up whenever something may change. */
  pass(minutes: number): this {
    const end = this.now + minutes * MINUTE;
    for (;;) {
      const { next } = decidePresence(this.state, this.now, "told");
      if (next === null || next > end) break;
      this.now = next;
      this.settle("told");
    }
    this.now = end;
    return this.settle("told");
  }

  settle(how: StatementSource): this {
    const { state, change } = decidePresence(this.state, this.now, how);
    this.state = state;
    const word = change?.home === true ? "home" : change?.home === false ? "away" : "unknown";
    if (change) this.told.push(`${word}${change.announced ? "" : " (quiet)"} ${this.now / MINUTE}`);
    return this;
  }
}

describe("presence", () => {
  it("is unknown while no sign knows, and a sign that knows nothing changes nothing", () => {
    const played = new Played().hear("phone", null).pass(60);
    expect([played.state.home, played.told]).toEqual([null, []]);
  });

  it("is home as soon as one sign states it, and away when all have stated it for a while", () => {
    const played = new Played().hear("phone", false).hear("wifi", false);
    played.pass(10).hear("phone", true).pass(10).hear("wifi", true).hear("phone", false);
    played.pass(10).hear("wifi", false).pass(10);
    expect(played.told).toEqual(["away (quiet) 0", "home 10", "away 33"]);
    expect(GRACE_MS).toBe(3 * MINUTE);
  });

  it("does not become away for a phone that loses the network for a moment, however often", () => {
    const played = new Played().hear("wifi", true, "kept").pass(1);
    for (let n = 0; n < 20; n += 1) played.hear("wifi", false).pass(2).hear("wifi", true).pass(1);
    expect(played.told).toEqual(["home (quiet) 0"]);
  });

  it("becomes known without an arrival or departure after a start, or for the first time", () => {
    const played = new Played()
      .hear("phone", true)
      .pass(5)
      .hear("phone", false, "kept")
      .pass(5)
      .hear("phone", true, "kept");
    expect(played.told).toEqual(["home (quiet) 0", "away (quiet) 8", "home (quiet) 10"]);
  });

  it("changes at once, with an arrival, by a code at the door or a sentence, also from unknown", () => {
    expect(new Played().hear("door", true, "deed").told).toEqual(["home 0"]);
    expect(new Played().hear(MANUAL_SIGN, true, "deed").told).toEqual(["home 0"]);
    expect(new Played().hear(MANUAL_SIGN, false, "deed").told).toEqual(["away 0"]);
  });

  it("is away two minutes after the last reading of a receiver, plus the grace", () => {
    const played = new Played();
    for (let n = 0; n < 10; n += 1) played.hear("rooms", true, "told", 2 * MINUTE).pass(1);
    played.pass(30);
    expect(played.told).toEqual(["home (quiet) 0", "away 14"]);
  });

  it("is unknown, and not away, when the only sign knows nothing any more", () => {
    const played = new Played().hear("phone", true, "kept").pass(5).hear("phone", null, "kept").pass(10);
    expect(played.told).toEqual(["home (quiet) 0", "unknown (quiet) 8"]);
    const other = new Played().hear("phone", true).hear("wifi", false).pass(5).hear("phone", null, "kept").pass(10);
    expect(other.state.home).toBe(false);
  });

  it("follows a person who says they are out while the phone stays at home, until it comes home", () => {
    const played = new Played()
      .hear("phone", true)
      .pass(5)
      .hear(MANUAL_SIGN, false, "deed")
      .pass(120)
      .hear("phone", true);
    expect(played.told).toEqual(["home (quiet) 0", "away 5"]);
    played.hear("phone", false).pass(60).hear("phone", true);
    expect(played.told.at(-1)).toBe("home 185");
  });

  it("follows a person who says they are in while the phone is away, until it leaves again", () => {
    const played = new Played().hear("phone", false).pass(5).hear(MANUAL_SIGN, true, "deed").pass(120);
    expect(played.told).toEqual(["away (quiet) 0", "home 5"]);
    played.hear("phone", true).pass(10).hear("phone", false).pass(10);
    expect(played.told.at(-1)).toBe("away 138");
  });

  it("follows a person's own word for a day against signs, and without end when there are none", () => {
    const alone = new Played().hear(MANUAL_SIGN, true, "deed").pass(10 * 24 * 60);
    expect(alone.state.home).toBe(true);
    const against = new Played()
      .hear("phone", false)
      .pass(1)
      .hear(MANUAL_SIGN, true, "deed")
      .pass(25 * 60);
    expect(against.state.home).toBe(false);
  });
});

describe("the nearest room", () => {
  const heardAt = (all: Record<string, [distance: number, at: number]>) =>
    new Map(Object.entries(all).map(([room, [distance, at]]) => [room, { distance, at }]));

  it("is the one with the nearest reading, and stays until another is clearly nearer", () => {
    expect(nearestReceiverRoom(heardAt({ kitchen: [3, 0], study: [1, 0] }), null, 0)).toBe("study");
    expect(nearestReceiverRoom(heardAt({ kitchen: [1.5, 0], study: [2, 0] }), "study", 0)).toBe("study");
    expect(nearestReceiverRoom(heardAt({ kitchen: [1.2, 0], study: [2, 0] }), "study", 0)).toBe("kitchen");
  });

  it("gives way when its receiver falls silent, and is none when all are", () => {
    expect(nearestReceiverRoom(heardAt({ kitchen: [2.5, 40_000], study: [2, 0] }), "study", 40_000)).toBe("kitchen");
    expect(nearestReceiverRoom(heardAt({ study: [2, 0] }), "study", 119_000)).toBe("study");
    expect(nearestReceiverRoom(heardAt({ study: [2, 0] }), "study", 120_000)).toBeNull();
  });
});

describe("a message", () => {
  const rooms = { type: "rooms", topic: "espresense/devices/emma/+" } as const;

  it("of a receiver gives the room, by its topic, and the distance", () => {
    expect(roomSightingIn(rooms, "espresense/devices/emma/living_room", '{"id":"emma","distance":2.31}')).toEqual({
      level: "living_room",
      distance: 2.31,
    });
    expect(roomSightingIn({ ...rooms, topic: "room_presence/+/state" }, "room_presence/study/state", "{}")?.level).toBe(
      "study",
    );
    expect(roomSightingIn({ ...rooms, topic: "rooms/kitchen" }, "rooms/kitchen", '{"distance":"0.5"}')).toEqual({
      level: "kitchen",
      distance: 0.5,
    });
  });

  it("is ignored when it is of another phone, from too far, or nonsense", () => {
    const topic = "espresense/devices/emma/study";
    expect(roomSightingIn({ ...rooms, id: "emma" }, topic, '{"id":"leo","distance":1}')).toBeNull();
    expect(roomSightingIn({ ...rooms, within: 5 }, topic, '{"distance":6}')).toBeNull();
    expect(roomSightingIn(rooms, topic, '{"distance":"far"}')).toBeNull();
    expect(roomSightingIn(rooms, topic, '{"distance":-1}')).toBeNull();
    expect(roomSightingIn(rooms, topic, `${"[".repeat(5_000)}`)).toEqual({ level: "study", distance: 1 });
  });

  it.each([
    [{}, "home", true],
    [{}, " NOT_HOME\n", false],
    [{}, "1", true],
    [{}, "somewhere", undefined],
    [{ home: "wlan0" }, "wlan0", true],
    [{ home: "wlan0" }, "", false],
    [{ away: ["-", "none"] }, "ap-2", true],
    [{ field: "wifi.status" }, '{"wifi":{"status":"connected"}}', true],
    [{ field: "wifi.status" }, '{"wifi":"connected"}', undefined],
    [{ field: "toString" }, "{}", undefined],
    [{ field: "on" }, '{"on":false}', false],
    [{ field: "on" }, "no json", undefined],
  ])("of a router with %j: %j is %j", (sign, payload, says) => {
    expect(presenceFromPayload({ type: "mqtt", topic: "t", ...sign }, payload)).toBe(says);
  });
});

describe("a statement that was heard while another instance kept the state", () => {
  const kept = new Played().hear("phone", false).hear("watch", true);
  const later = (says: boolean, at: number): PresenceState => withStatement(kept.state, "phone", { says }, at);

  it("counts when it is newer, so that somebody who came meanwhile is at home", () => {
    const state = mergeSigns({ ...kept.state, home: false }, later(true, MINUTE));
    expect(decidePresence(state, 2 * MINUTE, "kept")).toMatchObject({ change: { home: true, announced: false } });
  });

  it("does not count when the stored one is newer", () => {
    const newer = later(true, 5 * MINUTE);
    expect(mergeSigns(newer, later(false, MINUTE))).toEqual(newer);
  });

  it("extends a stored statement when it holds longer", () => {
    const until = withStatement(UNKNOWN_PRESENCE, "rooms", { says: true, until: 9 * MINUTE }, 0);
    const shorter = withStatement(UNKNOWN_PRESENCE, "rooms", { says: true, until: MINUTE }, 0);
    expect(mergeSigns(shorter, until).signs["rooms"]?.until).toBe(9 * MINUTE);
    expect(mergeSigns(until, shorter).signs["rooms"]?.until).toBe(9 * MINUTE);
  });
});
