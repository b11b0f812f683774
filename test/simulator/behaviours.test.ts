import { describe, expect, it } from "vitest";
import { type HomeFile, parseHomeFile, tryCoerce, type Value } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { createDirectHome, type SimulatedDevice } from "../../src/simulator/index.ts";
import { ManualClock } from "../support/clock.ts";
import { oneOfEach } from "../support/one-of-each.ts";

const library = new SpecLibrary("devices");
const HOUR = 3600;

/** A home of the given models in one room, at noon on a winter day, whose time the test moves. */
function homeOf(devices: Readonly<Record<string, { model: string; state?: Record<string, Value> }>>, seed = 1) {
  const file: HomeFile = parseHomeFile(
    {
      name: "Test",
      rooms: [{ id: "room", name: "Room" }],
      devices: Object.entries(devices).map(([id, given]) => ({ id, name: id, room: "room", ...given })),
    },
    "test",
    library,
  );
  return running(file, seed);
}

function running(file: HomeFile, seed: number) {
  const clock = new ManualClock();
  const made = createDirectHome(file, { clock, behaviours: "physics", policy: "off", seed });
  const pass = (seconds: number, step = 1) => {
    for (let left = seconds; left > 0; left -= step) {
      clock.advance(step * 1000);
      made.world.tick(step);
      for (const device of made.devices.values()) device.tick(step);
    }
  };
  const write = (id: string, address: string, value: Value) => {
    const found = made.devices.get(id);
    const property = found?.spec.properties.get(address);
    expect(found && property && found.write(property, value), `${id} ${address}`).toBe(0);
  };
  const invoke = (id: string, address: string) => {
    const found = made.devices.get(id);
    const action = found?.spec.actions.get(address);
    expect(found && action && found.invoke(action, []).code, `${id} ${address}`).toBe(0);
  };
  const value = (id: string, address: string) => made.devices.get(id)?.value(address);
  /** The description of a list value. */
  const named = (id: string, address: string) =>
    made.devices
      .get(id)
      ?.spec.properties.get(address)
      ?.values.find((listed) => listed.value === value(id, address))?.description;
  return { ...made, pass, write, invoke, value, named };
}

describe("lights", () => {
  it("glide to a new brightness, and are there after the transition", () => {
    const world = homeOf({ lamp: { model: "jia.light.white", state: { "light.on": true, "light.brightness": 10 } } });
    world.write("lamp", "light.brightness", 90);
    expect(world.value("lamp", "light.brightness")).toBe(10);
    world.pass(0.2, 0.2);
    expect(world.value("lamp", "light.brightness")).toBe(50);
    world.pass(0.2, 0.2);
    expect(world.value("lamp", "light.brightness")).toBe(90);
  });

  it("that are off take the brightness that they will have", () => {
    const world = homeOf({ lamp: { model: "jia.light.white", state: { "light.on": false } } });
    world.write("lamp", "light.brightness", 70);
    expect(world.value("lamp", "light.brightness")).toBe(70);
  });
});

describe("what is switched off or told to stop", () => {
  it("is not working any more", () => {
    const world = homeOf({
      mist: { model: "deerma.humidifier.jsq2g", state: { "humidifier.on": true, "humidifier.status": 2 } },
      bath: { model: "yeelink.bhf_light.v5", state: { "ptc-bath-heater.mode": 4 } },
    });
    expect(world.named("mist", "humidifier.status")).toBe("Busy");
    world.write("mist", "humidifier.on", false);
    expect(world.named("mist", "humidifier.status")).toBe("Idle");
    world.write("bath", "ptc-bath-heater.heating", true);
    world.invoke("bath", "ptc-bath-heater.stop-working");
    expect(world.value("bath", "ptc-bath-heater.heating")).toBe(false);
    expect(world.named("bath", "ptc-bath-heater.mode")).toBe("Idle");
  });

  it("includes the colour of a lamp that is given a white", () => {
    const world = homeOf({ lamp: { model: "yeelink.light.bslamp2", state: { "light.on": true } } });
    world.write("lamp", "light.color", 0xff0000);
    expect(world.named("lamp", "light.mode")).toBe("Color");
    world.write("lamp", "light.color-temperature", 2700);
    expect(world.named("lamp", "light.mode")).toBe("Day");
  });
});

describe("what moves", () => {
  it("takes its time, says so, and stops where it is told to", () => {
    const world = homeOf({ curtain: { model: "lumi.curtain.hagl08" } });
    world.write("curtain", "curtain.motor-control", 1);
    expect(world.named("curtain", "curtain.status")).toBe("Opening");
    world.pass(5);
    expect(world.value("curtain", "curtain.current-position")).toBe(50);
    world.write("curtain", "curtain.motor-control", 0);
    world.pass(5);
    expect(world.value("curtain", "curtain.current-position")).toBe(50);
    expect(world.value("curtain", "curtain.target-position")).toBe(50);
    expect(world.named("curtain", "curtain.status")).toBe("Stopped");
    world.write("curtain", "curtain.target-position", 20);
    expect(world.named("curtain", "curtain.status")).toBe("Closing");
    world.pass(3);
    expect(world.value("curtain", "curtain.current-position")).toBe(20);
  });
});

describe("the air of a room", () => {
  const sensor = { model: "jia.temphum.generic" };

  it("gets warm by a heater up to its target, and cold again without it", () => {
    const state = {
      "temperature-humidity-sensor.temperature": 18,
      "temperature-humidity-sensor.relative-humidity": 50,
    };
    const world = homeOf({ sensor: { ...sensor, state }, heater: { model: "zhimi.heater.za2" } });
    const degrees = () => Number(world.value("sensor", "temperature-humidity-sensor.temperature"));
    world.write("heater", "heater.target-temperature", 22);
    world.write("heater", "heater.on", true);
    world.pass(HOUR, 10);
    expect(degrees()).toBeGreaterThan(21.5);
    expect(degrees()).toBeLessThan(22.5);
    world.write("heater", "heater.on", false);
    world.pass(6 * HOUR, 60);
    expect(degrees()).toBeLessThan(20);
  });

  it("is cooled, dried and moistened", () => {
    const state = {
      "temperature-humidity-sensor.temperature": 31,
      "temperature-humidity-sensor.relative-humidity": 40,
    };
    const world = homeOf({
      sensor: { ...sensor, state },
      ac: {
        model: "lumi.acpartner.mcn02",
        state: { "air-conditioner.mode": 1, "air-conditioner.target-temperature": 25 },
      },
      humidifier: { model: "deerma.humidifier.jsq2g", state: { "humidifier.target-humidity": 60 } },
    });
    world.write("ac", "air-conditioner.on", true);
    world.write("humidifier", "humidifier.on", true);
    world.pass(HOUR, 10);
    expect(Number(world.value("sensor", "temperature-humidity-sensor.temperature"))).toBeLessThan(26);
    expect(Number(world.value("sensor", "temperature-humidity-sensor.relative-humidity"))).toBeGreaterThan(55);
  });

  it("is cleaned by a purifier", () => {
    const world = homeOf({ purifier: { model: "zhimi.airp.mb5", state: { "environment.pm2.5-density": 120 } } });
    world.write("purifier", "air-purifier.on", true);
    world.pass(2 * HOUR, 30);
    expect(Number(world.value("purifier", "environment.pm2.5-density"))).toBeLessThan(15);
  });
});

describe("a vacuum", () => {
  it("sweeps, is sent home, charges, and goes home by itself when it is nearly empty", () => {
    const world = homeOf({
      vacuum: { model: "dreame.vacuum.p2028", state: { "vacuum.status": 6, "battery.battery-level": 100 } },
    });
    world.invoke("vacuum", "vacuum.start-sweep");
    expect(world.named("vacuum", "vacuum.status")).toBe("Sweeping");
    world.pass(HOUR, 10);
    expect(world.value("vacuum", "battery.battery-level")).toBe(50);
    world.invoke("vacuum", "battery.start-charge");
    expect(world.named("vacuum", "vacuum.status")).toBe("Go Charging");
    world.pass(60, 10);
    expect(world.named("vacuum", "vacuum.status")).toBe("Charging");
    expect(world.named("vacuum", "battery.charging-state")).toBe("Charging");
    world.invoke("vacuum", "vacuum.start-sweep");
    world.pass(2 * HOUR, 10);
    expect(world.named("vacuum", "vacuum.status")).toBe("Charging");
  });
});

describe("a program", () => {
  it("runs down, can be paused, and ends", () => {
    const world = homeOf({ washer: { model: "dreame.washer.r1111" } });
    world.invoke("washer", "washer.start-wash");
    world.pass(10 * 60, 10);
    expect(world.value("washer", "washer.left-time")).toBe(30);
    world.invoke("washer", "washer.pause");
    world.pass(10 * 60, 10);
    expect(world.value("washer", "washer.left-time")).toBe(30);
    expect(world.named("washer", "washer.run-status")).toBe("Paused");
    world.invoke("washer", "washer.start-wash");
    world.pass(31 * 60, 10);
    expect(world.named("washer", "washer.run-status")).toBe("Completed");
    expect(world.value("washer", "washer.left-time")).toBe(0);
  });
});

describe("a car", () => {
  it("charges to its limit when it is plugged in", () => {
    const state = {
      "battery.battery-level": 70,
      "battery.charge-limit": 80,
      "battery.plugged-in": true,
      "battery.charging-state": 2,
    };
    const world = homeOf({ car: { model: "jia.car.generic", state } });
    world.invoke("car", "battery.start-charge");
    world.pass(2 * HOUR, 60);
    expect(world.value("car", "battery.battery-level")).toBe(80);
    expect(world.named("car", "battery.charging-state")).toBe("Completed");
  });
});

describe("a kettle and an outlet", () => {
  it("boil and measure", () => {
    const world = homeOf({
      kettle: { model: "yunmi.kettle.r3", state: { "kettle.target-temperature": 90, "kettle.mode": 1 } },
      plug: { model: "cuco.plug.cp2" },
    });
    world.write("plug", "switch.on", true);
    world.pass(HOUR);
    expect(world.value("kettle", "kettle.temperature")).toBe(90);
    expect(Number(world.value("plug", "indicator-light.power"))).toBeGreaterThan(5);
  });
});

describe("people", () => {
  it("are seen by day, and hardly by night", () => {
    const world = homeOf({ motion: { model: "lumi.sensor_motion.v2" } });
    let seen = 0;
    world.home.subscribe((event) => {
      if (event.type === "event-occurred") seen += 1;
    });
    world.pass(10 * HOUR, 10);
    const evening = seen;
    seen = 0;
    world.pass(6 * HOUR, 10);
    expect(evening).toBeGreaterThan(10);
    expect(seen).toBeLessThan(evening / 3);
  });
});

describe("every published model", () => {
  it("stays within its spec for a whole day", () => {
    const world = running(oneOfEach(), 7);
    const each = (run: (device: SimulatedDevice) => void) => world.devices.forEach(run);
    each((device) => {
      for (const action of device.spec.actions.values()) {
        if (action.in.length === 0) device.invoke(action, []);
      }
    });
    world.pass(24 * HOUR, 300);
    each((device) => {
      for (const [address, value] of device.state) {
        const property = device.spec.properties.get(address);
        expect(property && tryCoerce(property, value), `${device.id} ${address} ${value}`).toBe(value);
      }
    });
  });
});

describe("a seed", () => {
  const day = (seed: number) => {
    const world = homeOf(
      {
        motion: { model: "lumi.sensor_motion.v2" },
        plug: { model: "cuco.plug.cp2" },
        air: { model: "cgllc.airm.cgdn1", state: { "battery.battery-level": 50 } },
      },
      seed,
    );
    const log: string[] = [];
    for (const device of world.devices.values()) {
      device.subscribe((happening) => {
        if (happening.kind === "event") log.push(`${device.id} ${happening.event.address}`);
        if (happening.kind === "values") {
          log.push(...happening.values.map(({ property, value }) => `${device.id} ${property.address} ${value}`));
        }
      });
    }
    world.write("plug", "switch.on", true);
    world.pass(12 * HOUR, 20);
    return log;
  };

  it("repeats a run exactly; another seed does not", () => {
    const first = day(5);
    expect(first.length).toBeGreaterThan(100);
    expect(day(5)).toEqual(first);
    expect(day(6)).not.toEqual(first);
  });
});
