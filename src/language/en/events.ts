/** What a device does when it tells of an event, keyed by the type of the event. */
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
  /** After the device: "is held down"; for an event without a verb what the device calls it. */
  verb: ({ event }: { event: string }) => {
    const known: Readonly<Record<string, string>> = verbs;
    return known[event] ?? `reports "${event.replaceAll("-", " ")}"`;
  },
  /** For an event that is not the only one of its type. */
  called: 'reports "{event}"',
  happened: "{device} {event}",
};
