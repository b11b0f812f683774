import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { PersonDefinition } from "../../src/people/index.ts";
import { Sign } from "../../src/people/presence/signs.ts";
import { runningApp } from "../support/app.ts";
import { ownerFetch } from "../support/owner.ts";

const page = readFileSync("docs/people.md", "utf8");
const file = z
  .object({ people: z.array(PersonDefinition) })
  .parse(parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ""));

describe("docs/people.md", () => {
  it("has an example with every kind of sign", () => {
    const kinds = file.people.flatMap(({ signs = [] }) => signs.map(({ type }) => type));
    expect(new Set(kinds)).toEqual(new Set(Sign.options.map(({ shape }) => shape.type.value)));
  });

  it("has a row for every kind of sign", () => {
    for (const { shape } of Sign.options) expect(page).toContain(`| \`${shape.type.value}\` |`);
  });

  it("has an example file that a Jia takes, and a request of a phone that it hears", async () => {
    const app = await runningApp();
    const post = (path: string, body: unknown): Promise<Response> =>
      ownerFetch(`${app.url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await post("/api/people/file", { ...file, apply: true })).status).toBe(200);
    const [, path = "", body = ""] = /```http\nPOST (\S+)\n[\s\S]*?\n\n([\s\S]*?)```/.exec(page) ?? [];
    expect((await post(path, JSON.parse(body))).status).toBe(202);
    const mia = await (await ownerFetch(`${app.url}/api/people/mia`)).json();
    expect(mia).toMatchObject({ presence: { home: true } });
    await app.stop();
  });
});
