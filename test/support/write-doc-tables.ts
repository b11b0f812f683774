/** `npm run docs`: writes what is made from the product in docs/: tables, a picture, dialects in the index. Tests compare it. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { apiTable } from "./api-table.ts";
import { runningApp } from "./app.ts";
import { configurationTable } from "./configuration-table.ts";
import { indexWith } from "./docs-index.ts";
import { ownerFetch } from "./owner.ts";
import { policyTable } from "./policy-table.ts";
import { sessionPicture } from "./session-picture.ts";

/** Puts `table` in place of the table of the page that has the same heading. */
function replaceTable(page: string, table: string): void {
  const text = readFileSync(page, "utf8");
  const heading = table.slice(0, table.indexOf("\n"));
  const start = text.indexOf(heading);
  if (start < 0) throw new Error(`${page} has no table with the heading ${heading}`);
  const end = text.indexOf("\n\n", start);
  writeFileSync(page, text.slice(0, start) + table + text.slice(end));
}

const app = await runningApp();
try {
  replaceTable("docs/http-api.md", apiTable(await (await ownerFetch(`${app.url}/openapi.json`)).json()));
  writeFileSync("docs/session.svg", await sessionPicture(app));
} finally {
  await app.stop();
}
replaceTable("docs/configuration.md", configurationTable());
replaceTable("docs/security.md", policyTable());

const dialects = readdirSync("docs").filter((name) => name.startsWith("mqtt-"));
const index = readFileSync("docs/README.md", "utf8");
writeFileSync(
  "docs/README.md",
  indexWith(index, dialects, (name) => readFileSync(`docs/${name}`, "utf8")),
);
