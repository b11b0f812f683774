/** What the schemas of definitions say about a field: what stands before it is the field and its value. */
export const definition = {
  id: 'is not an id. Use only lower-case letters, digits and "-"',
  address: "is not a property address. Use service.property, such as light.on",
  timeOfDay: "is not a time of day. Use 07:00 or 23:30:15",
  zone: "is not a time zone. Use an IANA name such as Asia/Shanghai",
  target: "needs a room, a floor or a kind",
  dayPoint: "is not a time. Use 22:00 or sunset-30m",
  bound: 'needs "above" or "below"',
  window: 'needs "after" or "before"',
  duration: "is not a duration. Use 90s, 20m, 1h30m or 2d (at most a year)",
  offset: "is not an offset. Use -30m or 1h",
  once: 'needs either "at" or "in"',
  key: "is not a key. Use 8 to 100 letters, digits, - or _",
  empty: "is empty",
  repeat: 'needs exactly one of "times", "while" and "until"',
  url: "is not a web address. Use https://example.org/hook or the like",
  /** For a type that there is none of. */
  types: ({ types }: { types: readonly string[] }) => `must be one of: ${types.join(", ")}`,
};
