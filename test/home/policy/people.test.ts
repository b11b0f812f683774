import { describe, expect, it } from "vitest";
import {
  type Command,
  DEFAULT_PEOPLE_RULES,
  DEFAULT_POLICY,
  type HomeOptions,
  JiaError,
  limitRules,
  type Origin,
  type PinCheck,
  type PolicyRule,
  type Role,
  type Standing,
} from "../../../src/home/index.ts";
import { errorText, languages, textOf } from "../../../src/language/index.ts";
import { described, LIGHT, testHome, testSpec } from "../../support/home.ts";

const bool = { format: "bool" };
const LOCK = testSpec("lock", "lock", [["locked", bool]], { unlock: [] });
const OVEN = testSpec("oven", "oven", [["on", bool]]);
const ROOMS = [
  { id: "living", name: "Living room", aliases: ["客厅"], floor: null },
  { id: "study", name: "Study", aliases: [], floor: null },
];
const DEVICES = [
  described("door", { spec: LOCK }),
  described("oven", { spec: OVEN }),
  described("lamp", { spec: LIGHT, room: "living" }),
  described("desk", { spec: LIGHT, room: "study" }),
  described("loose", { spec: LIGHT }),
];

const write = (device: string, address: string, value: boolean): Command => {
  return { kind: "set", device: `test:${device}`, properties: [{ address, value }] };
};
const UNLOCK = write("door", "lock.locked", false);
const LOCKS = write("door", "lock.locked", true);
const BAKE = write("oven", "oven.on", true);
const lamp = (device: string): Command => write(device, "light.on", true);

/** The PIN of one person, which counts for whoever asks. */
function pinOf(owner: string, pin = "4711"): PinCheck {
  return {
    hasPin: () => true,
    check: (given) => (given === pin ? Promise.resolve(owner) : Promise.reject(new JiaError("wrong-pin"))),
  };
}

/** A home with Ann (adult), Leo (child) and Mia (guest). */
function peopled(over: Partial<HomeOptions> = {}, limits: readonly PolicyRule[] = []) {
  const roles: Readonly<Record<string, Role>> = { ann: "adult", leo: "child", mia: "guest" };
  const standing = (person: string): Standing | null => {
    const role = roles[person];
    return role ? { role, limits: limits.filter(({ persons }) => persons?.includes(person)) } : null;
  };
  return testHome(DEVICES, { rooms: ROOMS, people: { standing, nameOf: (person) => person }, ...over });
}

const say = (person?: string): Origin => {
  return { kind: "conversation", conversation: "c", ...(person !== undefined && { person }) };
};
const STRANGER: Origin = { kind: "conversation", conversation: "c", stranger: true };

/** What becomes of one command: its status, and why it is refused. */
async function fate(home: ReturnType<typeof peopled>["home"], command: Command, origin: Origin): Promise<string> {
  const { outcomes, confirmation } = await home.execute([command], origin);
  const [outcome] = outcomes;
  if (outcome?.status === "needs-confirmation") return confirmation?.pin ? "pin" : "confirm";
  return outcome?.status === "denied" ? "deny" : "done";
}

describe("the policy for people", () => {
  it("changes nothing for a home without people: a door is unlocked after a yes, from every origin", async () => {
    const { home } = testHome(DEVICES, { rooms: ROOMS });
    for (const origin of [say(), { kind: "api" }, { kind: "person" }] as const) {
      expect(await fate(home, UNLOCK, origin), origin.kind).toBe("confirm");
      expect(await fate(home, lamp("lamp"), origin)).toBe("done");
    }
  });

  it.each([
    ["ann", UNLOCK, "pin"],
    [undefined, UNLOCK, "pin"],
    ["leo", UNLOCK, "pin"],
    ["mia", UNLOCK, "pin"],
    ["ann", BAKE, "confirm"],
    ["leo", BAKE, "deny"],
    ["mia", BAKE, "confirm"],
    ["leo", LOCKS, "done"],
    ["mia", lamp("lamp"), "done"],
    ["gone", UNLOCK, "deny"],
    ["gone", lamp("lamp"), "done"],
  ] as const)("says to %s, where there is a PIN: %j → %s", async (person, command, expected) => {
    const { home } = peopled({ pins: pinOf("ann") });
    expect(await fate(home, command, say(person))).toBe(expected);
  });

  it("lets no child and no guest open the door where there is no PIN", async () => {
    const { home } = peopled();
    expect(await fate(home, UNLOCK, say("ann"))).toBe("confirm");
    expect(await fate(home, UNLOCK, say("leo"))).toBe("deny");
    expect(await fate(home, UNLOCK, say("mia"))).toBe("deny");
  });

  it("lets a stranger's voice switch a lamp and lock the door, and not unlock it, also with a PIN", async () => {
    const { home } = peopled({ pins: pinOf("ann") });
    expect(await fate(home, lamp("lamp"), STRANGER)).toBe("done");
    expect(await fate(home, LOCKS, STRANGER)).toBe("done");
    expect(await fate(home, UNLOCK, STRANGER)).toBe("deny");
    expect(await fate(home, UNLOCK, { ...STRANGER, pin: true })).toBe("deny");
  });

  it("lets a schedule that was approved unlock without anybody, and never for a child who set it", async () => {
    const { home } = peopled({ pins: pinOf("ann") });
    const schedule: Origin = { kind: "schedule", id: "s", approved: true };
    expect(await fate(home, UNLOCK, schedule)).toBe("done");
    expect(await fate(home, LOCKS, { ...schedule, approved: false })).toBe("done");
    expect(await fate(home, BAKE, { ...schedule, person: "leo" })).toBe("deny");
    expect(await fate(home, BAKE, { kind: "scene", id: "s", approved: true, person: "leo" })).toBe("deny");
    expect(await fate(home, BAKE, { ...schedule, person: "ann" })).toBe("done");
  });

  it("says in both languages who may", async () => {
    const { home } = peopled();
    const told = async (origin: Origin) => {
      const { outcomes } = await home.execute([BAKE], origin);
      const error = outcomes[0]?.error;
      return ["en", "zh"].map((language) => (error ? errorText(error, language) : ""));
    };
    expect(await told(say("leo"))).toEqual([
      "The policy does not allow this: it starts cooking. Ask an adult.",
      "安全策略不允许此操作：这会启动烹饪设备，请找大人帮忙。",
    ]);
    expect(await told(STRANGER)).toEqual([
      "The policy does not allow this: it starts cooking. Only people of this home may do that.",
      "安全策略不允许此操作：这会启动烹饪设备，只有家里人可以这样做。",
    ]);
  });

  it("has a reason in both languages in every default rule for people, and each of them once", () => {
    const ids = DEFAULT_POLICY.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { decision, why } of DEFAULT_PEOPLE_RULES) {
      const told = languages().map((language) => textOf(why ?? "", language));
      if (decision !== "allow")
        expect(told.every((text) => text.length > 5 && !/\?|home\.|policy\./.test(text))).toBe(true);
    }
  });
});

describe("rules that name people", () => {
  const rule = (over: Partial<PolicyRule>): PolicyRule => ({ id: "r", decision: "deny", why: null, ...over });

  it("hold beside those for everybody, and the stricter of both decides", async () => {
    const { home } = peopled({
      policy: [
        rule({ id: "lights", decision: "allow", kinds: ["light"] }),
        rule({ id: "mia", persons: ["mia"], kinds: ["light"], exceptRooms: ["客厅"] }),
        rule({ id: "ann", decision: "allow", persons: ["ann"], kinds: ["lock"] }),
        ...DEFAULT_POLICY,
      ],
    });
    expect(await fate(home, lamp("lamp"), say("mia"))).toBe("done");
    expect(await fate(home, lamp("desk"), say("mia"))).toBe("deny");
    expect(await fate(home, lamp("loose"), say("mia"))).toBe("deny");
    expect(await fate(home, lamp("desk"), say("ann"))).toBe("done");
    // Only she is let off by her rule, and everybody is asked by the other.
    expect(await fate(home, UNLOCK, say("ann"))).toBe("confirm");
  });

  it("match people by name or role, and strangers", async () => {
    const { home } = peopled({ policy: [rule({ roles: ["child"], persons: ["ann"], stranger: true })] });
    for (const origin of [say("leo"), say("ann"), STRANGER, say("gone")]) {
      expect(await fate(home, lamp("lamp"), origin)).toBe("deny");
    }
    for (const origin of [say("mia"), say()]) expect(await fate(home, lamp("lamp"), origin)).toBe("done");
  });

  it("hold within hours of the home's day, also across midnight", async () => {
    const night = { from: "21:00", to: "06:30" };
    const { home, clock } = peopled({ timezone: "Asia/Shanghai", policy: [rule({ roles: ["child"], hours: night })] });
    const at = async (time: string) => {
      clock.advance(Date.parse(`2026-03-01T${time}:00+08:00`) - clock.now());
      return await fate(home, lamp("lamp"), say("leo"));
    };
    expect(await at("20:59")).toBe("done");
    expect(await at("21:00")).toBe("deny");
    expect(await at("00:00")).toBe("deny");
    expect(await at("06:29")).toBe("deny");
    expect(await at("06:30")).toBe("done");
  });

  it("hold while the home is in one of their modes, and never without a mode", async () => {
    let mode: string | null = "home";
    const policy = [rule({ modes: ["away", "holiday"] })];
    const { home } = peopled({ policy, mode: () => mode });
    expect(await fate(home, lamp("lamp"), say())).toBe("done");
    mode = "holiday";
    expect(await fate(home, lamp("lamp"), say())).toBe("deny");
    mode = null;
    expect(await fate(home, lamp("lamp"), say())).toBe("done");
    expect(await fate(peopled({ policy }).home, lamp("lamp"), say())).toBe("done");
  });

  it("are made of a person's limits: rooms, kinds, hours and devices", async () => {
    const limits = limitRules("mia", "guest", {
      rooms: ["Living room"],
      kinds: ["light"],
      hours: { from: "08:00", to: "22:00" },
      denied: ["test:desk"],
    });
    const { home, clock } = peopled({ timezone: "UTC", policy: [] }, limits);
    clock.advance(Date.parse("2026-03-01T12:00:00Z") - clock.now());
    const why = async (command: Command) => {
      const { outcomes } = await home.execute([command], say("mia"));
      const detail = outcomes[0]?.error?.details?.["detail"];
      return typeof detail === "object" && detail !== null && "key" in detail ? textOf(detail, "en") : detail;
    };
    expect(await why(lamp("lamp"))).toBeUndefined();
    expect(await why(lamp("desk"))).toBe("this device is not for you. Ask somebody who lives here");
    expect(await why(lamp("loose"))).toBe("this room is not for you. Ask somebody who lives here");
    expect(await why(write("oven", "oven.on", false))).toMatch(/^this room|^devices of this kind/);
    clock.advance(10 * 3_600_000);
    expect(await why(lamp("lamp"))).toBe("you may do this only from 08:00 to 22:00. Ask somebody who lives here");
    expect(await fate(home, lamp("desk"), say("ann"))).toBe("done");
  });
});

describe("a confirmation with a PIN", () => {
  const waiting = async (origin: Origin = say("ann")) => {
    const made = peopled({ pins: pinOf("ann") });
    const { confirmation } = await made.home.execute([UNLOCK], origin);
    return { ...made, id: confirmation?.id ?? "" };
  };
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error: JiaError) => error.code,
    );

  it("is not confirmed by a yes or a wrong PIN, and keeps waiting for the right one", async () => {
    const { home, id, transport } = await waiting();
    expect(await refused(home.confirm(id, say("ann")))).toBe("pin-needed");
    expect(await refused(home.confirm(id, say("ann"), { pin: "1111" }))).toBe("wrong-pin");
    expect(await refused(home.confirm(id, say("ann"), { pin: "12x4" }))).toBe("wrong-pin");
    expect(transport.sent).toEqual([]);
    const { outcomes } = await home.confirm(id, say("ann"), { pin: "4711" });
    expect(outcomes.map(({ status }) => status)).toEqual(["confirmed"]);
    expect(await refused(home.confirm(id, say("ann"), { pin: "4711" }))).toBe("unknown-confirmation");
  });

  it("audits whose PIN it was when the person was unknown", async () => {
    const { home, id, audited } = await waiting(say());
    await home.confirm(id, say(), { pin: "4711" });
    expect(audited.at(-1)?.origin).toEqual({ ...say("ann"), pin: true });
    expect(JSON.stringify(audited)).not.toContain("4711");
  });

  it("is not confirmed for a person who may not, whoever asked", async () => {
    const { home, transport } = await waiting();
    const { confirmation } = await home.execute([BAKE], say("ann"));
    const { outcomes } = await home.confirm(confirmation?.id ?? "", say("leo"));
    expect(outcomes.map(({ status }) => status)).toEqual(["denied"]);
    expect(transport.sent).toEqual([]);
  });

  it("is not required from an origin that proved the PIN before", async () => {
    const { home } = await waiting();
    const proven = await home.provePin("4711", say("ann"), ["test:door"]);
    expect(await fate(home, UNLOCK, proven)).toBe("confirm");
  });
});
