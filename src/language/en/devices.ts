/** jia devices: the list of devices with their state. */
export const devices = {
  summary: "List the devices with their state.",
  room: "Only this room.",
  kind: "Only this kind: light.",
  none: "There are no devices.",
  heading: ["Room", "Name", "Handle", "Kind", "State"] as const,
  offline: "offline",
  noSuchKind: ({ kind, near, kinds }: { kind: string; near: string | null; kinds: readonly string[] }) =>
    `There is no device of the kind "${kind}"${near === null ? "." : `, did you mean "${near}"?`} There are: ${kinds.join(", ")}`,
};
