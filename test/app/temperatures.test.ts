import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runningApp } from "../support/app.ts";
import { ownerFetch } from "../support/owner.ts";

const SCENE = {
  id: "cool",
  name: "Cool",
  steps: [{ target: "living-ac", set: { "air-conditioner.target-temperature": 26 } }],
};

it.each([
  ["fahrenheit", "79", "78.8 °F"],
  ["celsius", "26", "26 °C"],
])("a home with %s understands %s degrees so, and is told temperatures so: %s", async (unit, asked, told) => {
  const folder = mkdtempSync(join(tmpdir(), "jia-temperatures-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "jia.yaml"), `home:\n  temperature: ${unit}\n`);
  const app = await runningApp({ JIA_CONFIG: join(folder, "jia.yaml") });
  onTestFinished(() => app.stop());
  const answer = await ownerFetch(`${app.url}/api/scenes`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: JSON.stringify(SCENE),
  });
  expect(await answer.json()).toMatchObject({ description: expect.stringContaining(told) });

  const said = await ownerFetch(`${app.url}/api/assistant`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: `set the living room air conditioner to ${asked} degrees` }),
  });
  expect(await said.json()).toMatchObject({ reply: expect.stringContaining(told) });
});
