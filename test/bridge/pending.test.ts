import { describe, expect, it } from "vitest";
import { PendingCommand } from "../../src/bridge/pending-command.ts";
import { type Property, parseSpec, type Value, type WireCommand } from "../../src/home/index.ts";

/** One property of each kind of access. */
const spec = parseSpec({
  type: "urn:miot-spec-v2:device:light:0000A001:test-pending:1",
  services: [
    {
      iid: 2,
      type: "urn:miot-spec-v2:service:light:00007802:test-pending:1",
      properties: [
        ["on", ["read", "write", "notify"]],
        ["quiet", ["read", "write"]],
        ["secret", ["write"]],
      ].map(([name, access], index) => ({
        iid: index + 1,
        type: `urn:test-spec:property:${name}:0000000${index + 1}:test-pending:1`,
        format: "uint8",
        access,
      })),
      actions: [{ iid: 1, type: "urn:test-spec:action:go:00002801:test-pending:1", in: [], out: [] }],
    },
  ],
});

const property = (name: string): Property => spec.properties.get(`light.${name}`) ?? expect.fail(name);
const set = (...names: readonly string[]): WireCommand => ({
  kind: "set",
  writes: names.map((name) => ({ property: property(name), value: 5 })),
});
const invoke: WireCommand = {
  kind: "invoke",
  action: spec.actions.get("light.go") ?? expect.fail("no action"),
  in: [],
};
const report = (name: string, value: Value) => [{ address: `light.${name}`, value }];

function pending(command: WireCommand, known: Readonly<Record<string, Value>> = {}): PendingCommand {
  return new PendingCommand(command, (address) => known[address]);
}

const statuses = (command: PendingCommand) => command.deliveries().map(({ status }) => status);

describe("a write", () => {
  it("is confirmed by a report of the wanted value only", () => {
    const command = pending(set("on"));
    command.report(report("on", 4));
    command.report(report("quiet", 5));
    expect(command.done).toBe(false);
    command.report(report("on", 5));
    expect(statuses(command)).toEqual(["confirmed"]);
  });

  it("is confirmed by another spelling of the value", () => {
    const command = pending(set("on", "quiet"));
    command.report(report("on", "5"));
    command.reply([{ status: "pending" }, { status: "ok", value: "5" }]);
    expect(statuses(command)).toEqual(["confirmed", "confirmed"]);
  });

  it('is not confirmed by "done" alone, unless the known state shows the value', () => {
    const unknown = pending(set("on"));
    unknown.reply([{ status: "ok" }]);
    expect(unknown.done).toBe(false);
    expect(unknown.unshown).toEqual([property("on")]);
    const known = pending(set("on"), { "light.on": 5 });
    known.reply([{ status: "ok" }]);
    expect(statuses(known)).toEqual(["confirmed"]);
  });

  it("is confirmed by an answer that shows the value", () => {
    const command = pending(set("on", "quiet"));
    command.reply([
      { status: "ok", value: 5 },
      { status: "ok", value: 4 },
    ]);
    command.close("timeout");
    expect(statuses(command)).toEqual(["confirmed", "timeout"]);
  });

  it('is confirmed by "done" if the property can be neither read nor reported', () => {
    const command = pending(set("secret"));
    command.reply([{ status: "ok" }]);
    expect(statuses(command)).toEqual(["confirmed"]);
  });

  it('waits for a report after "accepted", and ends as accepted if none can come', () => {
    const command = pending(set("on", "secret"));
    command.reply([{ status: "pending" }, { status: "pending" }]);
    command.close("timeout");
    expect(statuses(command)).toEqual(["timeout", "accepted"]);
  });

  it("keeps its first answer", () => {
    const command = pending(set("on", "quiet"));
    command.reply([{ status: "error", code: -1 }, { status: "offline" }]);
    command.reply([{ status: "ok", value: 5 }]);
    command.report([...report("on", 5), ...report("quiet", 5)]);
    expect(command.deliveries()).toEqual([{ status: "rejected", code: -1 }, { status: "offline" }]);
  });

  it("decides each write separately, and ignores surplus answers", () => {
    const command = pending(set("on", "quiet"));
    command.report(report("quiet", 5));
    command.reply([{ status: "error", code: -2 }, { status: "ok" }, { status: "offline" }]);
    expect(statuses(command)).toEqual(["rejected", "confirmed"]);
  });
});

describe("an action", () => {
  it("is confirmed with its results, accepted while under way, and not affected by reports", () => {
    const done = pending(invoke);
    done.report(report("on", 5));
    expect(done.done).toBe(false);
    done.reply([{ status: "ok", out: [7] }]);
    expect(done.deliveries()).toEqual([{ status: "confirmed", out: [7] }]);
    const taken = pending(invoke);
    taken.reply([{ status: "pending" }]);
    expect(statuses(taken)).toEqual(["accepted"]);
  });
});

describe("a device that answers nothing", () => {
  it("has accepted writes that it never reports, and confirms the others by reports", () => {
    const command = pending(set("on", "secret"));
    command.expectNoReply();
    expect(command.done).toBe(false);
    command.report(report("on", 5));
    expect(statuses(command)).toEqual(["confirmed", "accepted"]);
  });
});
