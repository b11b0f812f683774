import { posix } from "node:path";
import { type Node, nameOf, nodeIn, nodesIn, parse, textOf } from "./syntax.ts";

/** What a file has to do with others: paths are relative to the repository, with "/". */
export interface FileFacts {
  readonly path: string;
  readonly lines: number;
  /** Files of the repository that it imports or exports again, types included. */
  readonly imports: readonly string[];
  /** Names that it declares and exports; a type and a value of one name are one. */
  readonly exports: readonly string[];
}

/** One room: a folder right below `src/`, or the files that stand there. */
export interface RoomFigures {
  readonly room: string;
  readonly files: number;
  /** In lines. */
  readonly median: number;
  readonly largest: number;
  /** Files of other rooms that import from this one, and files of other rooms that this one imports. */
  readonly importedBy: number;
  readonly imports: number;
  readonly names: number;
}

/** Reads the imports and exports of a source file. */
export function factsOf(path: string, source: string): FileFacts {
  const imports = new Set<string>();
  const exports = new Set<string>();
  for (const node of nodesIn(parse(path, source), "body")) {
    const from = textOf(nodeIn(node, "source"));
    if (from?.startsWith(".")) imports.add(posix.join(posix.dirname(path), from));
    if (node.type === "ExportNamedDeclaration") for (const name of declaredIn(node)) exports.add(name);
  }
  return { path, lines: source.split("\n").length - 1, imports: [...imports], exports: [...exports] };
}

function declaredIn(node: Node): string[] {
  const declaration = nodeIn(node, "declaration");
  if (declaration === null) return [];
  const own = nameOf(nodeIn(declaration, "id"));
  const variables = nodesIn(declaration, "declarations").map((each) => nameOf(nodeIn(each, "id")));
  return [own, ...variables].filter((name) => name !== null);
}

/** The figures of all rooms, by name. */
export function roomsOf(files: readonly FileFacts[]): RoomFigures[] {
  return [...Map.groupBy(files, ({ path }) => roomOf(path))]
    .map(([room, own]) => {
      const lines = own.map((file) => file.lines).sort((a, b) => a - b);
      const others = files.filter((file) => roomOf(file.path) !== room);
      const outside = own.flatMap((file) => file.imports).filter((path) => roomOf(path) !== room);
      return {
        room,
        files: own.length,
        median: lines[Math.floor(lines.length / 2)] ?? 0,
        largest: lines.at(-1) ?? 0,
        importedBy: others.filter(({ imports }) => imports.some((path) => roomOf(path) === room)).length,
        imports: new Set(outside).size,
        names: own.reduce((sum, file) => sum + file.exports.length, 0),
      };
    })
    .sort((a, b) => a.room.localeCompare(b.room));
}

/** "src/home/policy.ts" is in the room "home"; "src/log.ts" in "src". */
export function roomOf(path: string): string {
  const [, room, ...rest] = path.split("/");
  return rest.length > 0 && room !== undefined ? room : "src";
}

/** Files that import each other, directly or by others: the members of each circle, in order of their paths. */
export function circlesOf(files: readonly FileFacts[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  // Tarjan's algorithm with a stack of its own: chains of imports are long.
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles: string[][] = [];
  for (const { path: root } of files) {
    if (index.has(root)) continue;
    const work: { readonly path: string; readonly left: string[] }[] = [];
    const enter = (path: string): void => {
      index.set(path, index.size);
      low.set(path, index.size - 1);
      open.push(path);
      isOpen.add(path);
      work.push({ path, left: [...(byPath.get(path)?.imports ?? [])] });
    };
    enter(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { path, left } = frame;
      const next = left.pop();
      if (next !== undefined) {
        if (!byPath.has(next)) continue;
        if (!index.has(next)) enter(next);
        else if (isOpen.has(next)) low.set(path, Math.min(low.get(path) ?? 0, index.get(next) ?? 0));
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) low.set(above.path, Math.min(low.get(above.path) ?? 0, low.get(path) ?? 0));
      if (low.get(path) !== index.get(path)) continue;
      const members = open.splice(open.lastIndexOf(path));
      for (const member of members) isOpen.delete(member);
      if (members.length > 1) circles.push(members.sort());
    }
  }
  return circles.sort((a, b) => (a[0] ?? "").localeCompare(b[0] ?? ""));
}

/** Names that several files export, with these files. */
export function namedTwice(files: readonly FileFacts[]): { readonly name: string; readonly paths: string[] }[] {
  const byName = new Map<string, string[]>();
  for (const { path, exports } of files) {
    for (const name of exports) byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return [...byName]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => ({ name, paths: paths.sort() }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
