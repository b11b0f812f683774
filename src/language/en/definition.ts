/** What the schemas of definitions say about a field: what stands before it is the field and its value. */
export const definition = {
  id: 'may hold lower-case letters, digits and "-" only',
  address: "is not an address such as light.on",
  timeOfDay: "is not a time of day such as 07:00 or 23:30:15",
  zone: "is not an IANA time zone such as Asia/Shanghai",
  target: "needs a room, a floor or a kind",
  dayPoint: "is not a time such as 22:00 or sunset-30m",
  bound: 'needs "above" or "below"',
  window: 'needs "after" or "before"',
  duration: "is not a duration such as 90s, 20m, 1h30m or 2d (at most a year)",
  offset: "is not an offset such as -30m or 1h",
  once: 'needs either "at" or "in"',
  key: "needs 8 to 100 letters, digits, - or _",
  empty: "is empty",
  repeat: 'needs exactly one of "times", "while" and "until"',
  url: "is not an address such as https://example.org/hook",
  /** For a type that there is none of. */
  types: ({ types }: { types: readonly string[] }) => `must be one of: ${types.join(", ")}`,
};
