import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { textOf } from "../../src/language/index.ts";
import { SpecLibrary, SpecSite, UserSpecs } from "../../src/library/index.ts";
import { ManualClock } from "../support/clock.ts";

const library = new SpecLibrary("devices");
const URN = "urn:miot-spec-v2:device:fan:0000A005:acme-breeze:2:0000C802";
const INSTANCE = {
  type: URN,
  description: "Fan",
  services: [
    {
      iid: 2,
      type: "urn:miot-spec-v2:service:fan:00007808:acme-breeze:2",
      description: "Fan",
      properties: [
        {
          iid: 1,
          type: "urn:miot-spec-v2:property:on:00000006:acme-breeze:2",
          description: "Switch",
          format: "bool",
          access: ["read", "write", "notify"],
        },
      ],
    },
  ],
};

let folder: string;
let server: Server;
let site: SpecSite;
let asked: string[];
let problems: string[];
let clock: ManualClock;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "jia-specs-")), "specs");
  asked = [];
  problems = [];
  clock = new ManualClock();
  server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ""));
    const url = new URL(request.url ?? "", "http://localhost");
    if (url.pathname === "/instances") {
      const line = { model: "acme.fan.breeze", status: "released" };
      const old = { ...line, type: URN.replace(":2:", ":1:"), version: 1 };
      const draft = { ...line, type: URN.replace(":2:", ":3:"), version: 3, status: "debug" };
      response.end(JSON.stringify({ instances: [old, { ...line, type: URN, version: 2 }, draft] }));
    } else if (url.searchParams.get("type") === URN) response.end(JSON.stringify(INSTANCE));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  site = new SpecSite(fetch, `http://127.0.0.1:${address.port}`);
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(join(folder, ".."), { recursive: true });
});

function specs(from: SpecSite | null): UserSpecs {
  return new UserSpecs({
    library,
    folder,
    site: from,
    clock,
    onProblem: (message) => problems.push(textOf(message, "en")),
  });
}

test("an unknown spec is fetched once, checked, and kept on the disk for the next start", async () => {
  const fetching = specs(site);
  expect(fetching.byUrn(URN)).toBeUndefined();
  expect(fetching.byUrn(URN)).toBeUndefined();
  await fetching.settled();
  expect(fetching.byUrn(URN)?.kind).toBe("fan");
  expect(asked).toEqual([`/instance?type=${URN}`]);
  expect(specs(null).byUrn(URN)?.properties.has("fan.on")).toBe(true);
});

test("a model leads to its newest released spec", async () => {
  const fetching = specs(site);
  expect(fetching.byModel("acme.fan.breeze")).toBeUndefined();
  await fetching.settled();
  expect(fetching.byModel("acme.fan.breeze")?.urn).toBe(URN);
  expect(fetching.instance("acme.fan.breeze")).toEqual(INSTANCE);
  const later = specs(null);
  expect(later.byModel("acme.fan.breeze")?.urn).toBe(URN);
  expect(later.instance("acme.fan.breeze")).toEqual(INSTANCE);
});

test("nothing is fetched without permission, nor for models that come with Jia", async () => {
  const local = specs(null);
  expect(local.byUrn(URN)).toBeUndefined();
  const allowed = specs(site);
  expect(allowed.byModel("yeelink.light.color5")?.kind).toBe("light");
  await allowed.settled();
  expect(asked).toEqual([]);
});

test("a failed fetch is reported once an hour; a stop aborts a fetch in progress", async () => {
  const fetching = specs(site);
  const unknown = URN.replace("breeze", "storm");
  fetching.byUrn(unknown);
  fetching.byUrn("../../etc/passwd");
  await fetching.settled();
  fetching.byUrn(unknown);
  await fetching.settled();
  expect(problems).toEqual([expect.stringContaining("HTTP 404"), expect.stringContaining("is not a device URN")]);
  clock.advance(3_600_000);
  fetching.byUrn(unknown);
  await fetching.settled();
  expect(problems).toHaveLength(3);
  fetching.byModel("acme.fan.other");
  await fetching.stop();
});

test("the user's files are read, and invalid ones are reported by name", async () => {
  const fetching = specs(site);
  fetching.byUrn(URN);
  await fetching.settled();
  const [file = ""] = await readdir(folder);
  expect(JSON.parse(await readFile(join(folder, file), "utf8"))).toEqual(INSTANCE);
  await writeFile(join(folder, "breeze.json"), JSON.stringify({ model: "acme.fan.mine", spec: INSTANCE }));
  await writeFile(join(folder, "broken.json"), "{");
  const local = specs(null);
  expect(local.byModel("acme.fan.mine")?.urn).toBe(URN);
  expect(problems).toEqual([expect.stringContaining("broken.json")]);
});
