/** The folder of specs of a data folder: one file of the user's own, one that was fetched, and the list of models. */
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Clock, Message } from "../../../src/home/index.ts";
import { textOf } from "../../../src/language/index.ts";
import { SpecLibrary, SpecSite, UserSpecs } from "../../../src/library/index.ts";

const OWN = "urn:miot-spec-v2:device:light:0000A001:fixture-own:1:0000C801";
const FETCHED = "urn:miot-spec-v2:device:fan:0000A005:fixture-breeze:2:0000C802";

/** URN of each model. */
export const SPECS: Readonly<Record<string, string>> = { "fixture.light.own": OWN, "fixture.fan.breeze": FETCHED };

function instance(type: string, service: string) {
  const urn = (kind: string, name: string) => `urn:miot-spec-v2:${kind}:${name}:00000001:fixture:1`;
  const on = {
    iid: 1,
    type: urn("property", "on"),
    description: "Switch",
    format: "bool",
    access: ["read", "write", "notify"],
  };
  return {
    type,
    description: service,
    services: [{ iid: 2, type: urn("service", service), description: service, properties: [on] }],
  };
}

/** Fills the folder as a user and the fetching of specs do. */
export async function fillSpecs(folder: string, clock: Clock): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const own = { model: "fixture.light.own", spec: instance(OWN, "light") };
  writeFileSync(join(folder, "own-light.json"), `${JSON.stringify(own, null, 1)}\n`);
  const line = { model: "fixture.fan.breeze", type: FETCHED, version: 2, status: "released" };
  const server = createServer((request, response) => {
    const list = request.url?.startsWith("/instances");
    response.end(JSON.stringify(list ? { instances: [line] } : instance(FETCHED, "fan")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  try {
    const specs = openSpecs(folder, clock, new SpecSite(fetch, `http://127.0.0.1:${port}`));
    specs.byModel("fixture.fan.breeze");
    await specs.settled();
    await specs.stop();
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** @throws for a file that cannot be read */
export function openSpecs(folder: string, clock: Clock, site: SpecSite | null = null): UserSpecs {
  const onProblem = (problem: Message) => {
    throw new Error(textOf(problem, "en"));
  };
  return new UserSpecs({ library: new SpecLibrary("devices"), folder, site, clock, onProblem });
}
