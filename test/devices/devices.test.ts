import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseHomeFile, parseSpec, parseUrn, SpecOverride, tryCoerce } from "../../src/home/index.ts";
import { allPacks } from "../../src/language/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { createDirectHome } from "../../src/simulator/index.ts";
import { ManualClock } from "../support/clock.ts";
import { oneOfEach } from "../support/one-of-each.ts";

const FOLDER = "devices";
const library = new SpecLibrary(FOLDER);

/** Kinds of devices that have a model here. */
const classes = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "overrides" && entry.name !== "homes")
  .map((entry) => entry.name);

const modelFiles = classes.flatMap((folder) =>
  readdirSync(`${FOLDER}/${folder}`).map((file) => ({ folder, file, path: `${FOLDER}/${folder}/${file}` })),
);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function readModel(path: string): { model: string; class: string; name: string; source: string; spec: unknown } {
  return readJson(path) as ReturnType<typeof readModel>;
}

describe("models", () => {
  it.each(modelFiles)("$path is what its name says", ({ folder, file, path }) => {
    const found = readModel(path);
    expect(Object.keys(found)).toEqual(["model", "class", "name", "source", "spec"]);
    expect(`${found.model}.json`).toBe(file);
    expect(found.class).toBe(folder);
    expect(parseSpec(found.spec).kind).toBe(folder);
    expect(found.name).not.toBe("");
    expect(found.source).not.toBe("");
  });

  it.each(library.models)("%s makes sense, corrected", (model) => {
    const spec = library.byModel(model);
    expect(spec?.services.length).toBeGreaterThan(0);
    for (const service of spec?.services ?? []) {
      // Private services may be without words; those of the standard may not.
      if (parseUrn(service.urn)?.namespace === "miot-spec-v2") expect(service.description, service.key).not.toBe("");
    }
    for (const property of spec?.properties.values() ?? []) {
      const names = property.values.map((listed) => listed.description);
      if (property.access.write) expect(names, `${property.address} has a nameless value`).not.toContain("");
      if (property.range) expect(property.range.min, property.address).toBeLessThan(property.range.max);
    }
  });

  it("keeps the numbers of the published specifications", () => {
    const numbers = (model: string, address: string) => {
      const property = library.byModel(model)?.properties.get(address);
      return property ? [property.siid, property.piid] : null;
    };
    expect(numbers("zhimi.heater.za2", "heater.on")).toEqual([2, 2]);
    expect(numbers("dreame.washer.r1111", "washer.on")).toEqual([2, 17]);
    const modes = (model: string) => library.byModel(model)?.properties.get("air-conditioner.mode")?.values;
    expect(modes("xiaomi.airc.r24r00")?.find((mode) => mode.description === "Cool")?.value).toBe(2);
    expect(modes("lumi.acpartner.mcn02")?.find((mode) => mode.description === "Cool")?.value).toBe(1);
    expect(modes("lumi.acpartner.mcn04")?.find((mode) => mode.description === "Cool")?.value).toBe(0);
  });
});

/** Said as an air conditioner, which it is for people: no words of its own. */
const SAID_AS_ANOTHER: ReadonlySet<string> = new Set(["air-condition-outlet"]);

describe("kinds", () => {
  it.each(classes.filter((kind) => !SAID_AS_ANOTHER.has(kind)))("%s has a name in each language", (kind) => {
    for (const { code, vocabulary } of allPacks()) expect(vocabulary.kinds, code).toHaveProperty([kind]);
  });

  it("work together in one simulated home, and keep to their specs for an hour", () => {
    const clock = new ManualClock();
    const models = modelFiles.map(({ path }) => readModel(path));
    const { devices, world } = createDirectHome(oneOfEach(models), { clock, behaviours: "physics", policy: "off" });
    for (const device of devices.values()) {
      for (const action of device.spec.actions.values()) if (action.in.length === 0) device.invoke(action, []);
    }
    for (let minute = 0; minute < 60; minute += 1) {
      clock.advance(60_000);
      world.tick(60);
      for (const device of devices.values()) device.tick(60);
    }
    for (const device of devices.values()) {
      for (const [address, value] of device.state) {
        const property = device.spec.properties.get(address);
        expect(property && tryCoerce(property, value), `${device.id} ${address} ${value}`).toBe(value);
      }
    }
  });
});

describe("overrides", () => {
  const files = readdirSync(`${FOLDER}/overrides`);

  it.each(files)("%s says what it corrects and why", (file) => {
    const override = SpecOverride.parse(readJson(`${FOLDER}/overrides/${file}`));
    expect(`${override.model}.json`).toBe(file);
    expect(override.why).not.toBe("");
    const { properties = {}, services = {}, actions = {} } = override;
    expect([properties, services, actions].flatMap((part) => Object.keys(part)).length).toBeGreaterThan(0);
  });

  it.each(files.filter((file) => library.models.includes(file.slice(0, -5))))("%s corrects what is there", (file) => {
    const override = SpecOverride.parse(readJson(`${FOLDER}/overrides/${file}`));
    const path = modelFiles.find((model) => model.file === file)?.path ?? "";
    const spec = parseSpec(readModel(path).spec);
    const siids = new Set(spec.services.map((service) => String(service.siid)));
    const piids = new Set([...spec.properties.values()].map(({ siid, piid }) => `${siid}.${piid}`));
    const aiids = new Set([...spec.actions.values()].map(({ siid, aiid }) => `${siid}.${aiid}`));
    expect(Object.keys(override.services ?? {}).filter((siid) => !siids.has(siid))).toEqual([]);
    expect(Object.keys(override.properties ?? {}).filter((key) => !piids.has(key))).toEqual([]);
    expect(Object.keys(override.actions ?? {}).filter((key) => !aiids.has(key))).toEqual([]);
  });

  it("hides what must not be said by accident", () => {
    const camera = library.byModel("isa.camera.hlc7");
    expect([...(camera?.actions.keys() ?? [])]).not.toContain("memory-card-management.format");
  });
});

describe("example homes", () => {
  it.each(["flat", "house"])("%s resolves", (name) => {
    const home = parseHomeFile(readJson(`${FOLDER}/homes/${name}.json`), `${name}.json`, library);
    expect(home.location).not.toBeNull();
    for (const part of [...home.floors, ...home.rooms, ...home.devices]) {
      const chinese = [part.name, ...part.aliases].filter((text) => /\p{Script=Han}/u.test(text));
      const latin = [part.name, ...part.aliases].filter((text) => /[A-Za-z]/.test(text));
      expect(chinese.length, `${part.id} has no Chinese name`).toBeGreaterThan(0);
      expect(latin.length, `${part.id} has no English name`).toBeGreaterThan(0);
    }
    const inRoom = home.devices.map((device) => `${device.room}/${device.name.toLowerCase()}`);
    expect(new Set(inRoom).size, "two devices of one room with one name").toBe(inRoom.length);
  });

  it("show no kind without a model here", () => {
    const home = parseHomeFile(readJson(`${FOLDER}/homes/house.json`), "house.json", library);
    expect(classes).toEqual(expect.arrayContaining([...new Set(home.devices.map(({ spec }) => spec.kind))]));
  });
});
