import { expect, test } from "vitest";
import { MiotDialect } from "../../../src/bridge/index.ts";
import type { Spec } from "../../../src/home/index.ts";
import { library } from "../../support/simulated.ts";

const message = (topic: string, body: unknown) => ({
  topic,
  payload: Buffer.from(JSON.stringify(body)),
  retained: true,
  at: 0,
});

test("a device whose spec is found later comes in then, with the state that it had", () => {
  const found = new Map<string, Spec>();
  const dialect = new MiotDialect({ specs: { byModel: (model) => found.get(model), byUrn: () => undefined } });
  const announced = dialect.receive(message("miot/1/device", { model: "yeelink.light.color5" }));
  expect(announced).toMatchObject([{ kind: "problem", code: "unknown-spec" }]);
  dialect.receive(message("miot/1/state", { params: [{ siid: 2, piid: 1, value: true }] }));
  expect(dialect.tick()).toEqual([]);
  const spec = library.byModel("yeelink.light.color5");
  if (!spec) throw new Error("no spec");
  found.set("yeelink.light.color5", spec);
  expect(dialect.tick()).toMatchObject([
    { kind: "device", device: { id: "miot:1" } },
    { kind: "availability" },
    { kind: "values", values: [{ address: "light.on", value: true }], cause: "retained" },
  ]);
  expect(dialect.tick()).toEqual([]);
});

test("a device that left before its spec was found does not come in", () => {
  const found = new Map<string, Spec>();
  const dialect = new MiotDialect({ specs: { byModel: (model) => found.get(model), byUrn: () => undefined } });
  dialect.receive(message("miot/1/device", { model: "yeelink.light.color5" }));
  dialect.receive({ ...message("miot/1/device", ""), payload: new Uint8Array() });
  const spec = library.byModel("yeelink.light.color5");
  if (!spec) throw new Error("no spec");
  found.set("yeelink.light.color5", spec);
  expect(dialect.tick()).toEqual([]);
});
