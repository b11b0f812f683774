/** The memory: entries that people ask their home to remember. */
export { speakerOf } from "./access.ts";
export { isSecret, LONGEST_NAME, LONGEST_TEXT, MOST_ENTRIES } from "./bounds.ts";
export {
  clockText,
  daysText,
  describeEntry,
  eventOf,
  labelOf,
  type MemoryEvent,
  type ThingNames,
  timeName,
} from "./describe.ts";
export { HomeMemory, type HomeMemoryOptions } from "./home-memory.ts";
export { homeThings } from "./home-things.ts";
export * from "./port.ts";
export { keyOf } from "./same.ts";
export type { MemoryStorage, MemoryWrite } from "./storage.ts";
