/** The home itself, its rooms, floors and groups, as people name and order them. */
export const layout = {
  /** `from`: the file, the variable or the option. */
  configured: ({ setting, from }: { setting: string; from: string }) =>
    `${from} sets ${setting}, and wins. Change it there, or with PATCH /api/settings.`,
  notUnderstood: ({ topic, detail, advice }: { topic: string; detail: string; advice: string | null }) =>
    `Jia does not understand a message on ${topic}${detail === "" ? "" : ` (${detail})`}.${advice === null ? "" : ` ${advice}`}`,
  heldBack: ({ what, why }: { what: string; why: string }) => `${what}: ${why}`,
};
