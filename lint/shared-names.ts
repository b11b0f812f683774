/** Names that several files may export, and why. */
export interface SharedName {
  readonly why: string;
  /** Whether a name in these files is one of them. */
  readonly names: (name: string, paths: readonly string[]) => boolean;
}

export const SHARED_NAMES: readonly SharedName[] = [
  {
    why: "each language pack exports the same sections",
    names: (_name, paths) => paths.filter((path) => !/^src\/language\/[a-z]{2}\//.test(path)).length <= 1,
  },
  {
    why: "each migration exports up()",
    names: (name, paths) => name === "up" && paths.every((path) => path.startsWith("src/store/migrations/")),
  },
];

/** Whether a name that several files export has a reason. */
export function isExpected(
  { name, paths }: { readonly name: string; readonly paths: readonly string[] },
  shared: readonly SharedName[] = SHARED_NAMES,
): boolean {
  return shared.some(({ names }) => names(name, paths));
}
