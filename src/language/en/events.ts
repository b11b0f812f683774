/** The predicate of an event, keyed by the type of the event. */
const verbs = {
  click: "is pressed",
  "double-click": "is pressed twice",
  "triple-click": "is pressed three times",
  "long-press": "is held down",
  "motion-detected": "detects motion",
  motion: "detects motion",
  "new-motion": "detects motion",
  "wash-end": "has finished washing",
  "dry-end": "has finished drying",
  "cook-finished": "has finished cooking",
  "doorbell-ring": "is rung",
  ring: "is rung",
  "low-battery": "runs low on battery",
};

export const events = {
  verbs,
  /** The predicate after the device: "is held down"; an event without one is named by its description. */
  verb: ({ event }: { event: string }) => {
    const known: Readonly<Record<string, string>> = verbs;
    return known[event] ?? `reports "${event.replaceAll("-", " ")}"`;
  },
  /** For one of several events of a type. */
  called: 'reports "{event}"',
  happened: "{device} {event}",
};
