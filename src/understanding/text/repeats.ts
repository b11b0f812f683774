/** What is said more often than this one behind the other says no more. */
const MOST = 8;
/** A unit of up to eight characters without digits, which count as they stand. */
const REPEATED = /((?:(?!\d)[\s\S]){1,8}?)\1{8,}/gu;

/**
 * A text in which nothing is repeated more than eight times in a row: 哈哈哈…, "no no no …". The patterns that are held against
 * it try every way to part such a row, and there are twice as many with each repetition.
 */
export function withoutRepeats(text: string): string {
  return text.replace(REPEATED, (_, unit: string) => unit.repeat(MOST));
}
