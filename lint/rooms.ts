/**
 * Prints for each room of `src/` its files, sizes and imports, all circles of imports, and all names that are exported by
 * several files. Ends with 1 where there is a circle, or such a name without a reason in `lint/shared-names.ts`.
 * `npm run rooms`; `npm run lint` runs it with `--quiet`, which prints only what is wrong.
 */
import { readFileSync } from "node:fs";
import { circlesOf, factsOf, namedTwice, roomsOf } from "./room-figures.ts";
import { isExpected, SHARED_NAMES } from "./shared-names.ts";
import { sourceFiles } from "./sources.ts";

const files = sourceFiles().map((path) => factsOf(path, readFileSync(path, "utf8")));
const rooms = roomsOf(files);
const circles = circlesOf(files);
const twice = namedTwice(files);
const wrong = twice.filter((each) => !isExpected(each));

const quiet = process.argv.includes("--quiet");
if (!quiet) {
  const rows = [
    ["room", "files", "median", "largest", "imported by", "imports", "names"],
    ...rooms.map((each) => [
      each.room,
      ...[each.files, each.median, each.largest, each.importedBy, each.imports, each.names].map(String),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const [room = "", ...cells] of rows) {
    print([room.padEnd(widths[0] ?? 0), ...cells.map((cell, at) => cell.padStart(widths[at + 1] ?? 0))].join("  "));
  }
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const names = files.reduce((sum, file) => sum + file.exports.length, 0);
  print("");
  print(`${files.length} files, ${lines} lines, ${names} exported names`);
  print(`${circles.length} circles of imports`);
  print(`${twice.length} names exported by several files, ${wrong.length} without a reason`);
  for (const reason of SHARED_NAMES) {
    print(`  ${twice.filter((each) => isExpected(each, [reason])).length}: ${reason.why}`);
  }
}
for (const members of circles) print(`a circle of imports: ${members.join(" · ")}`);
for (const { name, paths } of wrong) {
  print(
    `${name} is exported by several files: ${paths.join(", ")}. Rename one, or give the reason in lint/shared-names.ts.`,
  );
}
process.exitCode = circles.length + wrong.length > 0 ? 1 : 0;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
