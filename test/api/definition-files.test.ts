import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planningApi } from "../support/api.ts";

let test: Awaited<ReturnType<typeof planningApi>>;
beforeAll(async () => {
  test = await planningApi();
});
afterAll(async () => {
  await test.app.close();
  await test.bench.close();
});

describe("a file of definitions that is no plain data", () => {
  const circle = "scenes:\n  - &a\n    id: a\n    name: A\n    steps: [*a]\n";
  const bomb = ["x: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"];
  for (let n = 1; n < 9; n += 1)
    bomb.push(
      `x${n}: &x${n} [${Array(10)
        .fill(`*x${n - 1}`)
        .join(", ")}]`,
    );

  it.each([
    ["an alias in a circle", circle, "line 5: the alias *a", "第 5 行：别名 *a"],
    ["aliases that unfold without end", bomb.join("\n"), "line 6: the aliases expand", "第 6 行：别名"],
    ["lists in lists", `scenes: ${"[".repeat(30_000)}`, "line 1 is nested", "第 1 行：嵌套"],
    ["an alias without an anchor", "scenes:\n  - *none\n", "line 2: no anchor", "第 2 行：别名 *none"],
  ])("is refused with its line: %s", async (_, text, en, zh) => {
    for (const url of ["/api/definitions/diff", "/api/definitions/import"]) {
      for (const [language, said] of Object.entries({ en, zh })) {
        const headers = { "accept-language": language };
        const answer = await test.app.inject({ method: "POST", url, headers, payload: { text, file: "home.yaml" } });
        expect([answer.statusCode, answer.json().code]).toEqual([400, "invalid-definition"]);
        expect(answer.json().detail).toContain(said);
      }
    }
  });
});
