/** Writes what is said now into the situations. Read every changed sentence before you keep it. */
import { writeFileSync } from "node:fs";
import { readSituations, replyIn, SITUATIONS_FILE, type Situation } from "./situations.ts";

const situations: Situation[] = [];
for (const situation of readSituations()) {
  const reply = { en: await replyIn(situation, "en"), zh: await replyIn(situation, "zh") };
  situations.push({ ...situation, reply });
}
writeFileSync(SITUATIONS_FILE, `${JSON.stringify(situations, null, 2)}\n`);
