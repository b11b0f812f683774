import { expect, it } from "vitest";
import type { Exchange } from "../../../src/assistant/contract.ts";
import { exchangesFor, historyMessages } from "../../../src/assistant/model/history.ts";
import type { Asker, Origin, Standing } from "../../../src/home/index.ts";
import { testHome } from "../../support/home.ts";

const PEOPLE: Readonly<Record<string, Standing>> = {
  ann: { role: "adult", limits: [] },
  leo: { role: "child", limits: [] },
  mia: { role: "guest", limits: [] },
};
const { home } = testHome([], {
  people: { standing: (person) => PEOPLE[person] ?? null, nameOf: (person) => person },
});

const said = (by: string, asker: Pick<Exchange, "person" | "stranger">): Exchange => ({
  at: 0,
  ...asker,
  text: `asked by ${by}`,
  reply: "ok",
  path: "model",
  outcomes: [],
  messages: [{ role: "tool", tool_call_id: "1", content: `found for ${by}` }],
});
const EXCHANGES = [
  said("ann", { person: "ann" }),
  said("leo", { person: "leo" }),
  said("nobody known", {}),
  said("a stranger", { stranger: true }),
];
const origin = (asker: Asker): Origin => ({ kind: "conversation", conversation: "c", ...asker });

it.each([
  [{ person: "leo" }, ["leo"]],
  [{ person: "mia" }, []],
  [{ person: "gone" }, []],
  [{ stranger: true }, ["a stranger"]],
  [{ person: "ann" }, ["ann", "leo", "nobody known", "a stranger"]],
  [{}, ["ann", "leo", "nobody known", "a stranger"]],
] as const)("whoever speaks as %j is answered from what was said with %j", (asker, known) => {
  const shown = JSON.stringify(historyMessages(exchangesFor(EXCHANGES, origin(asker), home)));
  for (const by of ["ann", "leo", "nobody known", "a stranger"]) {
    const heard = (known as readonly string[]).includes(by);
    expect([shown.includes(`asked by ${by}`), shown.includes(`found for ${by}`)], by).toEqual([heard, heard]);
  }
});
