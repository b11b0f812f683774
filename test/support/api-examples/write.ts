/** `npm run examples`: records the examples of the API in `src/api/examples.json`, from a Jia that is started for it. */
import { writeFileSync } from "node:fs";
import { examplesOnHome } from "./home.ts";
import { recordedExamples } from "./recorded.ts";

const { run } = await examplesOnHome();
const failed = run.filter(({ status }) => status >= 300);
for (const { operation, status, text } of failed) process.stderr.write(`${operation.name}: ${status} ${text}\n`);
if (failed.length === 0) writeFileSync("src/api/examples.json", `${JSON.stringify(recordedExamples(run), null, 1)}\n`);
process.exitCode = failed.length;
