/** The memory: entries that people ask their home to remember. */
export { speakerOf } from "./access.ts";
export { containsSecret as isSecret, LONGEST_NAME, LONGEST_TEXT, MOST_ENTRIES } from "./bounds.ts";
export { memoryKey as keyOf } from "./conflicts.ts";
export {
  clockText,
  daysText,
  describeEntry,
  entryLabel as labelOf,
  eventOf,
  type MemoryEvent,
  type ThingNames,
  timeName,
} from "./describe.ts";
export { HomeMemory, type HomeMemoryOptions } from "./home-memory.ts";
export { homeThingNames as homeThings } from "./home-things.ts";
export * from "./port.ts";
export type { MemoryStorage, MemoryWrite } from "./storage.ts";
