/** A number from 0 (inclusive) to 1 (exclusive), the next of its sequence. */
export type Random = () => number;

/**
 * A sequence of random numbers that a seed repeats exactly (mulberry32). `name` makes an independent sequence of the same
 * seed: one per device, so that adding a device changes no other.
 */
export function seededRandom(seed: number, name = ""): Random {
  let state = (seed ^ hash(name)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
