/**
 * Prints the texts of a language pack that are those of the English one: what is still to be translated, and names that are
 * the same in both. `npm run untranslated -- CODE`
 */
import { languages, packOf } from "../src/language/index.ts";
import { untranslatedTexts } from "./untranslated-texts.ts";

const [first, ...others] = languages();
const [code = ""] = process.argv.slice(2);
if (first === undefined || !others.includes(code)) {
  process.stderr.write(`Give the code of a language beside ${first ?? "none"}: ${others.join(", ")}.\n`);
  process.exitCode = 2;
} else {
  const same = untranslatedTexts(packOf(code), packOf(first));
  const lines = same.map(({ path, text }) => `${path}: ${text.slice(0, 100)}`);
  // A reader such as head may close the pipe early.
  process.stdout.on("error", () => undefined);
  process.stdout.write([...lines, `${same.length} texts of ${code} are those of ${first}.`, ""].join("\n"));
}
