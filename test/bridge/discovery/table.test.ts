import { expect, test } from "vitest";
import { DiscoveryDialect } from "../../../src/bridge/discovery/index.ts";
import type { DialectOutput, Publication } from "../../../src/bridge/index.ts";
import { type Device, type Property, readingOf, type Value } from "../../../src/home/index.ts";
import { inbound } from "../../support/dialect.ts";
import { testHome } from "../../support/home.ts";
import { climates, waterHeaters } from "./table/climate.ts";
import { covers, valves } from "./table/cover.ts";
import { alarms, locks, vacuums } from "./table/guarded.ts";
import { lights } from "./table/light.ts";
import { binarySensors, events, sensors, trackers, updates } from "./table/sensors.ts";
import { buttons, numbers, selects, switches, texts } from "./table/settings.ts";
import { fans, humidifiers, sirens } from "./table/sound-and-air.ts";
import { checksOf, type Expected, type Row, type Sent, type Step } from "./table/step.ts";

const ROWS: readonly Row[] = [
  ...[lights, switches, covers, valves, climates, waterHeaters, fans, humidifiers, sirens, locks, alarms, vacuums],
  ...[sensors, binarySensors, trackers, events, updates, numbers, selects, texts, buttons],
].flat();

/** A component that was announced to a home, and what can be seen of it. */
class Played {
  readonly problems: string[] = [];
  readonly #dialect = new DiscoveryDialect();
  readonly #home = testHome().home;
  readonly #events: string[] = [];
  #now = 1000;

  constructor({ platform, config }: Row) {
    this.#home.subscribe((event) => {
      if (event.type === "event-occurred") this.#events.push(event.event);
    });
    const body = { unique_id: "one", ...config };
    this.#take(this.#dialect.receive(inbound(`homeassistant/${platform}/one/config`, body, { retained: true })));
    this.#take(this.#dialect.tick(this.#now));
  }

  get device(): Device {
    return this.#home.devices[0] ?? expect.fail(`no device: ${this.problems.join(", ")}`);
  }

  run(step: Step): void {
    switch (step[0]) {
      case "hear":
        this.#hear(step[1], step[2]);
        this.#expect(step[3]);
        break;
      case "wait":
        this.#now += step[1] * 1000;
        this.#take(this.#dialect.tick(this.#now));
        this.#expect(step[2]);
        break;
      case "write":
        expect(this.#written(step[1])).toEqual(step.slice(2).map((sent) => shape(sent as Sent)));
        break;
      case "invoke": {
        const action = this.device.spec.actions.get(step[1]) ?? expect.fail(`no action ${step[1]}`);
        const { publications } = this.#dialect.encode(this.device, { kind: "invoke", action, in: [] });
        expect(publications.map(published)).toEqual(step.slice(2).map((sent) => shape(sent as Sent)));
        break;
      }
      case "events":
        this.#events.length = 0;
        this.#hear(step[1], step[2]);
        expect(this.#events).toEqual(step[3]);
        break;
      case "online":
        this.#hear(step[1], step[2]);
        expect(this.device.online).toBe(step[3]);
        break;
      case "has":
        for (const address of step.slice(1)) this.#has(String(address));
        break;
      default:
        step satisfies never;
    }
  }

  #hear(topic: string, payload: string): void {
    this.#now += 1000;
    this.#take(this.#dialect.receive(inbound(topic, payload, { at: this.#now })));
  }

  #take(outputs: readonly DialectOutput[]): void {
    for (const output of outputs) {
      switch (output.kind) {
        case "problem":
          this.problems.push(output.code);
          break;
        case "more":
          this.#take(output.go());
          break;
        case "joining":
        case "reply":
        case "publish":
        case "subscribe":
        case "unsubscribe":
          break;
        default:
          this.#home.apply([output]);
          if (output.kind !== "values") break;
          for (const { address, value } of output.values) {
            if (readingOf(this.#property(address), value).kind === "wrong") this.problems.push("wrong-value");
          }
      }
    }
  }

  #expect(expected: Expected): void {
    const known = Object.keys(expected).map((address) => {
      const property = this.#property(address);
      const value = this.device.state.get(address)?.value ?? null;
      return [address, property.values.find((listed) => listed.value === value)?.description ?? value];
    });
    expect(Object.fromEntries(known)).toEqual(expected);
  }

  #written(values: Readonly<Record<string, Value>>): ReturnType<typeof published>[] {
    const writes = Object.entries(values).map(([address, given]) => {
      const property = this.#property(address);
      const value = property.values.find(({ description }) => description === given)?.value ?? given;
      expect(property.access.write, `${address} can be written`).toBe(true);
      return { property, value };
    });
    return this.#dialect.encode(this.device, { kind: "set", writes }).publications.map(published);
  }

  #property(address: string): Property {
    const { properties } = this.device.spec;
    return properties.get(address) ?? expect.fail(`no ${address}: ${[...properties.keys()].join(", ")}`);
  }

  #has(address: string): void {
    // A component of which nothing can be used may make no device at all.
    const spec = this.#home.devices[0]?.spec;
    const all = spec ? [...spec.properties.keys(), ...spec.actions.keys(), ...spec.events.keys()] : [];
    if (address.startsWith("!")) expect(all).not.toContain(address.slice(1));
    else expect(all).toContain(address);
  }
}

const published = ({ topic, payload, qos, retain }: Publication) => ({ topic, payload: String(payload), qos, retain });
const shape = ([topic, payload, qos = 0, retain]: Sent) => ({ topic, payload, qos, retain: retain !== undefined });

test.each(ROWS.map((row) => [`${row.platform}: ${row.title}`, row] as const))("%s", (_, row) => {
  const played = new Played(row);
  for (const step of row.steps) played.run(step);
  expect(played.problems).toEqual(row.problems ?? []);
});

test("the discovery table has at least 400 checks", () => {
  expect(ROWS.flatMap(({ steps }) => steps.map(checksOf)).reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(
    400,
  );
});
