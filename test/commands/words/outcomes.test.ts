import { expect, it } from "vitest";
import { Client } from "../../../src/commands/client/client.ts";
import { knownDevices } from "../../../src/commands/words/outcomes.ts";
import { webServer } from "../../support/web-server.ts";

const server = webServer();
const ONE = ["hall-lamp"];
const MANY = ["hall-lamp", "desk-lamp", "bed-lamp", "shelf-lamp", "porch-lamp"];

it.each([
  ["one", ONE],
  ["many", MANY],
])("outcomes of %s are told by their addresses when their devices cannot be read", async (_, called) => {
  server.answer = (_, response) => response.writeHead(503).end("busy");
  const client = new Client({ url: server.origin, token: null, language: "en" });
  expect(await knownDevices(called, client, AbortSignal.timeout(5_000))).toEqual(new Map());
});

it.each([
  ["one", ONE],
  ["many", MANY],
])("reading the devices of %s ends when it is cancelled", async (_, called) => {
  server.answer = () => {};
  const cancel = new AbortController();
  const client = new Client({ url: server.origin, token: null, language: "en" });
  const asked = knownDevices(called, client, cancel.signal);
  cancel.abort(new Error("cancelled by hand"));
  await expect(asked).rejects.toThrow("cancelled by hand");
});
