import { afterEach, describe, expect, it } from "vitest";
import { NoticeBench, type NoticeBenchOptions } from "../../support/notice-bench.ts";
import { NtfyServer, TelegramServer } from "../../support/receivers/phone-servers.ts";
import type { Receiver } from "../../support/receivers/receiver.ts";

const BOT = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";
const FIRE = { level: "alarm", text: "Fire!" } as const;

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function started<Server extends Receiver>(server: Server): Promise<Server> {
  await server.start();
  ends.push(() => server.stop());
  return server;
}

/** A bench with one channel, and the server behind it. */
async function withNtfy(over: NoticeBenchOptions = {}, person: string | null = null) {
  const server = await started(new NtfyServer());
  const { receivers = [], ...options } = over;
  const made = await new NoticeBench({ receivers: [server, ...receivers], ...options }).start();
  ends.push(() => made.close());
  const values = { server: server.origin, topic: "family", token: "tk_secret" };
  await made.add({ way: "ntfy", values, ...(person !== null && { person }) });
  return { server, made };
}

describe("an alarm is not lost when", () => {
  it("the process ends between storing it and adding it to the outbox", async () => {
    const { server, made } = await withNtfy();
    server.fault = { status: 503 };
    await made.tell(FIRE);
    // As a kill leaves it: the notice is there, what was to be sent of it is not.
    await made.store.database.db.deleteFrom("outbox").execute();
    server.fault = null;
    await made.restart("1m");
    expect([...server.shown.values()].map(({ text }) => text)).toEqual(["Fire!"]);
    await made.restart("1m");
    await made.advance("10m");
    expect(server.shown.size).toBe(1);
  });

  it("a stop aborts its sending, although its receiver may show it twice", async () => {
    const server = await started(new TelegramServer(BOT));
    const made = await new NoticeBench({ receivers: [server] }).start();
    ends.push(() => made.close());
    await made.add({ way: "telegram", values: { server: server.origin, token: BOT, chat: "7" } });
    server.fault = "silent";
    const told = made.notices.tell({ ...FIRE, subject: "fire", source: "test" });
    await expect.poll(() => server.shown.length).toBe(1);
    await told;
    server.fault = null;
    await made.restart();
    expect(server.shown.map(({ text }) => text)).toEqual(["Fire!", "Fire!"]);
  });

  it("a server asks for days of silence", async () => {
    const { server, made } = await withNtfy();
    server.faults.push({ status: 503, headers: { "retry-after": "9999999" } });
    await made.tell(FIRE);
    expect(server.shown.size).toBe(0);
    await made.advance("16m");
    expect([...server.shown.values()].map(({ text }) => text)).toEqual(["Fire!"]);
  });
});

describe("a channel with a new receiver", () => {
  it("does not keep the secrets of the old receiver", async () => {
    const other = await started(new NtfyServer());
    const { made } = await withNtfy({ receivers: [other] });
    await expect(made.channels.change("ntfy", { values: { server: other.origin } })).rejects.toMatchObject({
      code: "invalid-request",
    });
    await made.channels.test("ntfy", "en");
    expect(other.requests).toEqual([]);
  });

  it("is saved when all secrets are given again or removed", async () => {
    const other = await started(new NtfyServer());
    const { made } = await withNtfy({ receivers: [other] });
    const values = { server: other.origin, topic: "other", token: null };
    await made.channels.change("ntfy", { values });
    await made.channels.test("ntfy", "en");
    expect(other.requests).toHaveLength(1);
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });
});

it("the channel of a former guest is not used, and is again when the guest comes back", async () => {
  const people: Record<string, string> = { mia: "en" };
  const { server, made } = await withNtfy({ people }, "mia");
  delete people["mia"];
  await made.tell({ text: "The door is open", level: "warning" });
  expect(server.requests).toEqual([]);
  people["mia"] = "en";
  await made.tell({ text: "The window is open", level: "warning" });
  expect(server.requests).toHaveLength(1);
});

it("the notice about a failing channel ends when the channel is removed", async () => {
  const { server, made } = await withNtfy();
  server.fault = { status: 401 };
  await made.tell(FIRE);
  const told = () => made.notices.list().filter(({ source }) => source === "channel/ntfy");
  expect(told().map(({ endedAt }) => endedAt)).toEqual([null]);
  await made.channels.remove("ntfy");
  expect(told().map(({ endedAt }) => endedAt)).toEqual([made.time.now()]);
});

it("the late result of a stopped instance does not undo what another has settled since", async () => {
  const { server, made } = await withNtfy();
  server.fault = { status: 503 };
  await made.tell(FIRE);
  const [entry] = await made.store.outbox.unsettled();
  if (!entry) throw new Error("nothing waits");
  const sending = { ...entry, state: "sending", message: "m" } as const;
  await made.store.outbox.save([{ ...sending, state: "unknown", settledAt: 1 }]);
  await made.store.outbox.saveCutOff([{ ...sending, state: "waiting" }]);
  expect(await made.store.outbox.unsettled()).toEqual([]);
  await made.store.outbox.save([sending]);
  await made.store.outbox.saveCutOff([{ ...sending, state: "waiting" }]);
  expect(await made.store.outbox.unsettled()).toMatchObject([{ id: entry.id, state: "waiting", message: null }]);
});
