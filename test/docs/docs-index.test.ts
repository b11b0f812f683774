import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { indexWith } from "../support/docs-index.ts";

test("a new dialect's page gets its place in the index, by its heading", () => {
  const index =
    "1. [Start](start.md)\n2. [Zigbee](mqtt-zigbee.md)\n3. [Hub](hub.md)\n\n**Build**\n\n4. [API](api.md)\n";
  expect(indexWith(index, ["mqtt-plug.md", "mqtt-zigbee.md"], (name) => `# About ${name}\n\nText\n`)).toBe(
    "1. [Start](start.md)\n2. [Zigbee](mqtt-zigbee.md)\n3. [About mqtt-plug.md](mqtt-plug.md)\n4. [Hub](hub.md)\n\n**Build**\n\n5. [API](api.md)\n",
  );
});

test("the index of docs/ is complete and numbered without a gap (npm run docs)", () => {
  const index = readFileSync("docs/README.md", "utf8");
  const dialects = readdirSync("docs").filter((name) => name.startsWith("mqtt-"));
  expect(indexWith(index, dialects, (name) => readFileSync(`docs/${name}`, "utf8"))).toBe(index);
});
