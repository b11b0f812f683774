import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type DialectOutput, MiotDialect } from "../../../src/bridge/index.ts";
import { SpecLibrary } from "../../../src/library/index.ts";
import { emptyHome } from "../../support/home-on-bridge.ts";

const document = readFileSync("docs/mqtt-miot.md", "utf8");
const specs = new SpecLibrary("devices");

/** The JSON values of the first block below a heading. */
function block(heading: string): unknown[] {
  const section = document.split(`\n## ${heading}`)[1]?.split("\n## ")[0] ?? expect.fail(`no heading ${heading}`);
  const text = /```json\n(.*?)```/s.exec(section)?.[1] ?? expect.fail(`no JSON below ${heading}`);
  try {
    return [JSON.parse(text)];
  } catch {
    return text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  }
}

/** A dialect with the device of the document's announcement, its spec looked up by model. */
function announced() {
  const miot = new MiotDialect({ specs });
  const receive = (leaf: string, payload: unknown, did = "desk-lamp"): readonly DialectOutput[] => {
    const at = 1_767_225_600_000;
    return miot.receive({
      topic: `miot/${did}/${leaf}`,
      payload: Buffer.from(JSON.stringify(payload)),
      retained: false,
      at,
    });
  };
  const [announcement] = block("Announcement") as [Record<string, unknown>];
  const outputs = receive("device", { ...announcement, spec: undefined });
  const home = emptyHome({ transport: { deliver: () => Promise.resolve([]) } });
  for (const output of outputs) {
    if (output.kind === "room" || output.kind === "device" || output.kind === "availability") home.apply([output]);
  }
  return { miot, receive, home, device: home.device("miot:desk-lamp") ?? expect.fail("not announced") };
}

describe("docs/mqtt-miot.md", () => {
  it("announces a device with its room and floor", () => {
    const { device, home } = announced();
    expect(device).toMatchObject({ name: "Desk lamp", aliases: ["台灯", "reading light"], online: null });
    expect(device.room).toEqual({ id: "study", name: "Study", aliases: ["书房"], floor: "up" });
    expect(home.layout.floor("up")).toEqual({ id: "up", name: "Upstairs", aliases: ["楼上"] });
  });

  it("lets a group say what it switches: other devices, each once", () => {
    const { receive } = announced();
    const group = (members: unknown) => receive("device", { model: "yeelink.light.color5", members }, "hall");
    const members = (outputs: readonly DialectOutput[]) =>
      outputs.flatMap((output) => (output.kind === "device" ? (output.device.members ?? []) : []));
    expect(members(group(["desk-lamp", 42, "desk-lamp", "hall", "no did"]))).toEqual(["miot:desk-lamp", "miot:42"]);
    expect(members(group(undefined))).toEqual([]);
    expect(group("desk-lamp")).toMatchObject([{ kind: "problem", code: "wrong-shape" }]);
  });

  it("has an example of a state that the dialect understands", () => {
    const { receive } = announced();
    expect(receive("state", block("State")[0])).toMatchObject([
      {
        kind: "values",
        cause: "report",
        values: [
          { address: "light.on", value: true },
          { address: "light.brightness", value: 40 },
        ],
      },
    ]);
  });

  it("has examples of requests as the dialect sends them", () => {
    const { miot, device } = announced();
    const on = device.spec.properties.get("light.on") ?? expect.fail("no on");
    const toggle = device.spec.actions.get("light.toggle") ?? expect.fail("no toggle");
    const sent = [
      ...miot.encode(device, { kind: "set", writes: [{ property: on, value: true }] }, "1042").publications,
      ...miot.read(device, [on], "1043"),
      ...miot.encode(device, { kind: "invoke", action: toggle, in: [] }, "1044").publications,
    ];
    expect(sent.map(({ payload }) => JSON.parse(payload.toString()))).toEqual(block("Requests"));
    for (const { topic, qos, retain } of sent) {
      expect([topic, qos, retain]).toEqual(["miot/desk-lamp/down", 0, false]);
    }
  });

  it("has examples of answers that the dialect understands", () => {
    const { miot, receive, device } = announced();
    const on = device.spec.properties.get("light.on") ?? expect.fail("no on");
    const toggle = device.spec.actions.get("light.toggle") ?? expect.fail("no toggle");
    const [set, get, action, error] = block("Answers");
    const write = { kind: "set", writes: [{ property: on, value: true }] } as const;
    miot.encode(device, write, "1042");
    miot.encode(device, { kind: "invoke", action: toggle, in: [] }, "1044");
    expect(receive("up", set)).toEqual([{ kind: "reply", request: "1042", items: [{ status: "ok" }] }]);
    expect(receive("up", get)).toMatchObject([{ kind: "values", cause: "reply" }]);
    expect(receive("up", action)).toEqual([{ kind: "reply", request: "1044", items: [{ status: "ok", out: [] }] }]);
    miot.encode(device, write, "1042");
    expect(receive("up", error)).toEqual([{ kind: "reply", request: "1042", items: [{ status: "offline" }] }]);
  });

  it("has examples of a report and an event that the dialect understands", () => {
    const { receive } = announced();
    const [report, event] = block("Reports and events");
    expect(receive("up", report)).toMatchObject([{ kind: "values", cause: "report" }]);
    receive("device", { model: "jia.button.generic" }, "button");
    expect(receive("up", event, "button")).toMatchObject([{ kind: "event", id: "miot:button" }]);
  });

  it("names every problem that the dialect reports", () => {
    const source = ["dialect.ts", "reports.ts", "../message-json.ts", "../connection.ts"]
      .map((file) => readFileSync(`src/bridge/miot/${file}`, "utf8"))
      .join("\n");
    const codes = [...source.matchAll(/(?:[pP]roblem\(|code: )"([a-z-]+)"/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) expect(document, code).toContain(`\`${code}\``);
  });
});
