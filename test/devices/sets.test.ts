import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type HomeFile, type HomeFileDevice, tryCoerce, type Value } from "../../src/home/index.ts";
import { readHomeFile, SpecLibrary } from "../../src/library/index.ts";

const library = new SpecLibrary("devices");

interface Case {
  readonly id: string;
  readonly home: string;
  readonly room?: string;
  readonly say: string | readonly string[];
  readonly setup?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  readonly expect: {
    readonly changes: Readonly<Record<string, Readonly<Record<string, Value>>>>;
    readonly ignore?: Readonly<Record<string, readonly string[]>>;
    readonly plans?: "any" | readonly { readonly does?: Readonly<Record<string, Readonly<Record<string, Value>>>> }[];
    readonly calls?: readonly { readonly device: string; readonly action: string; readonly in: readonly Value[] }[];
  };
}

const sets = readdirSync("test/sets", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`test/sets/${entry.name}/cases.jsonl`))
  .map((entry) => entry.name);

/** What a case names that its home does not have, and values that the spec does not allow. */
function problems(one: Case, home: HomeFile | undefined): string[] {
  if (!home) return [`no home ${one.home}`];
  const devices = new Map(home.devices.map((device) => [device.id, device]));
  const wrong: string[] = [];
  if (one.room && !home.rooms.some((room) => room.id === one.room)) wrong.push(`no room ${one.room}`);
  const check = (id: string, address: string, value?: Value) => {
    const device: HomeFileDevice | undefined = devices.get(id);
    const property = device?.spec.properties.get(address);
    if (!property) wrong.push(`no ${id} ${address}`);
    else if (value !== undefined && tryCoerce(property, value) !== value)
      wrong.push(`${id} ${address} is never ${value}`);
  };
  const { plans = [] } = one.expect;
  const does = plans === "any" ? [] : plans.map((plan) => plan.does ?? {});
  for (const part of [one.setup ?? {}, one.expect.changes, ...does]) {
    for (const [id, properties] of Object.entries(part)) {
      for (const [address, value] of Object.entries(properties)) check(id, address, value);
    }
  }
  for (const [id, addresses] of Object.entries(one.expect.ignore ?? {})) {
    for (const address of addresses) check(id, address);
  }
  for (const call of one.expect.calls ?? []) {
    const action = devices.get(call.device)?.spec.actions.get(call.action);
    if (action?.in.length !== call.in.length) wrong.push(`${call.device} cannot ${call.action}(${call.in.join(", ")})`);
  }
  return wrong;
}

describe.each(sets)("evaluation set %s", (set) => {
  const folder = `test/sets/${set}`;
  const homes = new Map(
    readdirSync(`${folder}/homes`).map((file) => [file.slice(0, -5), readHomeFile(`${folder}/homes/${file}`, library)]),
  );
  const cases = readFileSync(`${folder}/cases.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Case => JSON.parse(line));

  it("counts its cases and homes", () => {
    const about = JSON.parse(readFileSync(`${folder}/set.json`, "utf8"));
    expect(about).toMatchObject({ name: set, cases: cases.length, homes: homes.size });
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
  });

  it("names only what its homes have", () => {
    expect(cases.flatMap((one) => problems(one, homes.get(one.home)).map((wrong) => `${one.id}: ${wrong}`))).toEqual(
      [],
    );
  });
});
