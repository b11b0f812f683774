import { expect, it } from "vitest";
import { DiscoveryDialect } from "../../../src/bridge/discovery/index.ts";
import { knowledgeOf } from "../../../src/home/index.ts";
import { inbound, Observed } from "../../support/dialect.ts";
import { testHome } from "../../support/home.ts";

const dev = { ids: ["station"], name: "Weather station" };

it("an expired value of a device is overdue while its other values are fresh", () => {
  const dialect = new DiscoveryDialect();
  const seen = new Observed();
  const tell = (topic: string, body: unknown) => seen.take(dialect.receive(inbound(topic, body)));
  tell("homeassistant/sensor/a/config", { dev, stat_t: "a", uniq_id: "a", exp_aft: 60, dev_cla: "temperature" });
  tell("homeassistant/sensor/b/config", { dev, stat_t: "b", uniq_id: "b", dev_cla: "humidity" });
  seen.take(dialect.tick(1000));
  const [station] = [...seen.devices.values()];
  if (!station) return expect.fail(seen.problems.join("; "));
  const { home, clock } = testHome([station]);
  tell("a", "21");
  tell("b", "40");
  for (const address of ["environment.temperature", "environment.relative-humidity"]) {
    const value = seen.value(station.id, address) ?? expect.fail("no value");
    home.apply([{ kind: "values", id: station.id, values: [{ address, value }], cause: "report" }]);
  }
  const known = (name: string) =>
    knowledgeOf(home.device(station.id) ?? expect.fail("no device"), `environment.${name}`, clock.now());
  clock.advance(60_000);
  expect(known("temperature")).toMatchObject({ kind: "value", lapse: null });
  clock.advance(1);
  expect(known("temperature")).toMatchObject({ kind: "value", state: { value: 21 }, lapse: { reason: "overdue" } });
  expect(known("relative-humidity")).toMatchObject({ kind: "value", lapse: null });
});
