/** `npm run client`: writes `src/api/schema.ts` from the document of a Jia that is started for it. */
import { writeFileSync } from "node:fs";
import { runningApp } from "../../test/support/app.ts";
import { ownerFetch } from "../../test/support/owner.ts";
import { clientTypes } from "./generate.ts";

const app = await runningApp();
try {
  const document = await (await ownerFetch(`${app.url}/openapi.json`)).text();
  writeFileSync(new URL("../src/api/schema.ts", import.meta.url), await clientTypes(document));
} finally {
  await app.stop();
}
