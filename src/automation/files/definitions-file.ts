/** The file form of scenes and automations, for people who keep them in git: YAML or JSON with the same content. */
import { stringify } from "yaml";
import { z } from "zod";
import { homeMessage, type JiaError, type Message } from "../../home/index.ts";
import { definitionError, invalidDefinition, ProblemList } from "../check/problems.ts";
import { Automation, Scene } from "../definition/index.ts";
import type { Difference } from "../port.ts";
import { inTurns } from "../turns.ts";
import { readYaml } from "./read-yaml.ts";

/** The contents of a file before its definitions are checked. */
export interface DefinitionsFile {
  readonly scenes: readonly unknown[];
  readonly automations: readonly unknown[];
}

const File = z.strictObject({
  scenes: z.array(z.unknown()).max(2_000).optional(),
  automations: z.array(z.unknown()).max(20_000).optional(),
});

/**
 * Reads YAML or JSON.
 * @param file how it is called in the error message
 * @throws JiaError `invalid-definition` with the line of what is wrong
 */
export async function readDefinitions(text: string, file: string, signal: AbortSignal): Promise<DefinitionsFile> {
  const read = await readYaml(text, signal);
  if (!read.ok) throw fileError(file, read.problem);
  const { data } = read;
  const parsed = File.safeParse(data);
  if (!parsed.success) {
    const problems = new ProblemList();
    problems.addIssues(parsed.error, data);
    throw definitionError("file", file, problems.list);
  }
  return { scenes: parsed.data.scenes ?? [], automations: parsed.data.automations ?? [] };
}

/** Writes definitions so that reading them gives the same; fields are in the order of the schema. */
export async function writeDefinitions(
  definitions: { readonly scenes: readonly Scene[]; readonly automations: readonly Automation[] },
  form: "yaml" | "json",
  signal: AbortSignal,
): Promise<string> {
  const list = form === "json" ? jsonList : yamlList;
  const scenes = await inTurns(definitions.scenes, signal, (scene) => list.item("scenes", Scene.parse(scene)));
  const automations = await inTurns(definitions.automations, signal, (automation) =>
    list.item("automations", Automation.parse(automation)),
  );
  return list.whole([list.all("scenes", scenes), list.all("automations", automations)]);
}

/** How one item and the whole list are written; a file is written item by item. */
interface ListForm {
  readonly item: (name: string, item: object) => string;
  readonly all: (name: string, items: readonly string[]) => string;
  readonly whole: (lists: readonly string[]) => string;
}

const jsonList: ListForm = {
  item: (_name, item) => JSON.stringify(item, null, 2).replaceAll("\n", "\n    "),
  all: (name, items) => (items.length === 0 ? `  "${name}": []` : `  "${name}": [\n    ${items.join(",\n    ")}\n  ]`),
  whole: (lists) => `{\n${lists.join(",\n")}\n}\n`,
};

const yamlList: ListForm = {
  item: (name, item) => stringify({ [name]: [item] }, { lineWidth: 120 }).slice(`${name}:\n`.length),
  all: (name, items) => (items.length === 0 ? `${name}: []\n` : `${name}:\n${items.join("")}`),
  whole: (lists) => lists.join(""),
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Compares definitions by id. */
export async function differences<Definition extends Named>(
  kind: Difference["kind"],
  wanted: readonly Definition[],
  present: readonly Definition[],
  signal: AbortSignal,
): Promise<Difference[]> {
  /** Keyed by id. */
  const known = new Map(present.map((each) => [each.id, each]));
  const result = await inTurns(wanted, signal, (definition): Difference => {
    const { id, name } = definition;
    const before = known.get(id);
    known.delete(id);
    if (!before) return { kind, id, name, change: "add", fields: [], proposal: null };
    const fields = changedFields(before, definition);
    return { kind, id, name, change: fields.length > 0 ? "change" : "same", fields, proposal: null };
  });
  const extra = [...known.values()].map(
    ({ id, name }): Difference => ({ kind, id, name, change: "extra", fields: [], proposal: null }),
  );
  return [...result, ...extra];
}

function changedFields(before: Named, after: Named): string[] {
  const [a, b] = [before, after] as unknown as Record<string, unknown>[];
  const keys = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...keys].filter((key) => canonicalJson(a?.[key]) !== canonicalJson(b?.[key]));
}

/** JSON with sorted keys, so that the order of fields makes no difference. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function fileError(file: string, problem: Message): JiaError {
  return invalidDefinition("file", file, homeMessage("lines", { lines: [problem] }));
}
