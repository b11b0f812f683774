import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AssistantReplyBody, OutcomeBody } from "../../src/api/schemas.ts";
import { apiTable } from "../support/api-table.ts";
import { runningApp } from "../support/app.ts";

const page = readFileSync("docs/http-api.md", "utf8");

describe("docs/http-api.md", () => {
  it("lists every route as the API describes itself (npm run docs writes it)", async () => {
    const app = await runningApp();
    const document: unknown = await (await fetch(`${app.url}/openapi.json`)).json();
    await app.stop();
    expect(page).toContain(apiTable(document));
  });

  it("shows answers of the form that the API gives", () => {
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => JSON.parse(text) as unknown);
    expect(OutcomeBody.strict().parse(examples[0])).toEqual(examples[0]);
    expect(AssistantReplyBody.strict().parse(examples[1])).toEqual(examples[1]);
  });
});
