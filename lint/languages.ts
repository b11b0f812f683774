/**
 * Keeps languages out of every room but `src/language`, and words out of the stages of the understanding: prints what is there of them, and ends with 1 when there is any.
 * `npm run lint`, or `node launch.cjs --node lint/languages.ts FILE…`
 */
import { readFileSync } from "node:fs";
import { languages } from "../src/language/index.ts";
import { EXEMPTIONS, type Exemption, exemptionFor } from "./exemptions.ts";
import { findLanguages, KINDS } from "./language-rule.ts";
import { sourceFiles } from "./sources.ts";
import { findInStage, isStage, STAGE_KINDS } from "./stage-rule.ts";

const used = new Set<Exemption>();
let count = 0;
const named = process.argv.slice(2);
for (const file of named.length > 0 ? named : sourceFiles().filter((path) => !path.startsWith("src/language/"))) {
  const source = readFileSync(file, "utf8");
  for (const { line, column, kind, shown } of isStage(file) ? findInStage(file, source) : []) {
    count += 1;
    process.stdout.write(`${file}:${line}:${column}  ${kind}: ${shown}\n    ${STAGE_KINDS[kind]}\n`);
  }
  for (const finding of findLanguages(file, source, languages())) {
    const exemption = exemptionFor(file, finding.kind);
    if (exemption) {
      used.add(exemption);
      continue;
    }
    count += 1;
    const { line, column, kind, shown } = finding;
    process.stdout.write(`${file}:${line}:${column}  ${kind}: ${shown}\n    ${KINDS[kind]}\n`);
  }
}
for (const { path, why } of named.length > 0 ? [] : EXEMPTIONS.filter((exemption) => !used.has(exemption))) {
  count += 1;
  process.stdout.write(`lint/exemptions.ts  ${path} needs no exemption any more (${why})\n`);
}
if (count > 0) process.stdout.write(`${count} places with a language outside src/language.\n`);
process.exitCode = count > 0 ? 1 : 0;
