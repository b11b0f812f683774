/** The home itself, its rooms, floors and groups, as people name and order them. */
export const layout = {
  /** `from`: the file, the variable or the option. */
  configured: ({ setting, from }: { setting: string; from: string }) =>
    `${from} sets ${setting}, and wins. Change it there, or with PATCH /api/settings.`,
  notUnderstood: ({ topic, detail, advice }: { topic: string; detail: string; advice: string | null }) =>
    `Jia does not understand a message on ${topic}${detail === "" ? "" : ` (${detail})`}.${advice === null ? "" : ` ${advice}`}`,
  heldBack: ({ what, why }: { what: string; why: string }) => `${what}: ${why}`,
  full: ({ most }: { most: number }) => `there are ${most} already, and no more are possible. Delete one first.`,
  groupNamed: 'group "{name}"',
  needsName: "it needs a name, because a person made it.",
  nameTaken: ({ kind, name, other }: { kind: "room" | "floor" | "group" | "device"; name: string; other: string }) =>
    `"${name}" is already a name of the ${kind} ${other}. Choose another name, or rename that one first.`,
  /** What stands in a room, or on a floor: up to ten names of all. */
  inUse: ({ kind, names, count }: { kind: "room" | "floor"; names: readonly string[]; count: number }) =>
    `${names.join(", ")}${count > names.length ? ` and ${count - names.length} more` : ""} ${count === 1 ? "is" : "are"} ${kind === "room" ? "in this room" : "on this floor"}. Move ${count === 1 ? "it" : "them"} first.`,
  comesBack: ({ source }: { source: "file" | "gateway" }): string =>
    source === "file"
      ? "the home file describes it, so it would come back. Delete it there."
      : "a gateway describes it, so it would come back. Delete it in the gateway.",
};
