import { describe, expect, it } from "vitest";
import { AVAILABILITY, isKept } from "../../src/history/index.ts";
import type { Device } from "../../src/home/index.ts";
import { described, testHome } from "../support/home.ts";
import { library } from "../support/simulated.ts";

const NOTHING = { include: [], exclude: [] };

function device(model: string): Device {
  const spec = library.byModel(model);
  if (!spec) throw new Error(`no model ${model}`);
  const { home } = testHome([described("it", { spec, name: "Hall Plug", room: "Hall" })]);
  const [found] = home.devices;
  if (!found) throw new Error("no device");
  return found;
}

/** The types that are kept of a model when nobody says anything. */
function keptOf(model: string): string[] {
  const found = device(model);
  return [...found.spec.properties.keys()].filter((address) => isKept(found, address, NOTHING)).sort();
}

describe("without settings", () => {
  it("a sensor's measurements are kept, and not what is set on it", () => {
    const kept = keptOf("cgllc.airm.cgs2");
    for (const type of ["co2-density", "pm2.5-density", "relative-humidity", "temperature", "battery-level"]) {
      expect(kept.filter((address) => address.endsWith(type))).toHaveLength(1);
    }
    expect(kept.filter((address) => /monitoring-frequency|screen|unit|sn$|mac$|clock/.test(address))).toEqual([]);
  });

  it("an outlet's power and energy are kept, and whether it is on; not its voltage nor its light", () => {
    const kept = keptOf("cuco.plug.cp5pro");
    expect(kept).toContain("power-consumption.power-consumption");
    expect(kept).toContain("power-consumption.electric-power");
    expect(kept).toContain("switch.on");
    expect(kept.filter((address) => /voltage|indicator|-alert|temperature-high/.test(address))).toEqual([]);
  });

  it("the availability of a device is always kept", () => {
    expect(isKept(device("cuco.plug.cp5pro"), AVAILABILITY, NOTHING)).toBe(true);
  });
});

describe("with settings", () => {
  const plug = device("cuco.plug.cp5pro");
  const voltage = "power-consumption.voltage";
  const power = "power-consumption.electric-power";

  it.each([plug.id, plug.handle, "Hall Plug", "outlet", "Hall", `${plug.id}:${voltage}`, `${plug.handle}:${voltage}`])(
    "the entry %s adds its properties",
    (entry) => {
      expect(isKept(plug, voltage, NOTHING)).toBe(false);
      expect(isKept(plug, voltage, { include: [entry], exclude: [] })).toBe(true);
    },
  );

  it.each(["test:it", "outlet", `test:it:${power}`])(
    "the entry %s excludes its properties, also included ones",
    (entry) => {
      expect(isKept(plug, power, { include: ["Hall"], exclude: [entry] })).toBe(false);
    },
  );

  it("naming one property leaves the others as they are", () => {
    const exclude = [`test:it:${power}`];
    expect(isKept(plug, "switch.on", { include: [], exclude })).toBe(true);
    expect(isKept(plug, AVAILABILITY, { include: [], exclude: ["test:it"] })).toBe(false);
  });
});
