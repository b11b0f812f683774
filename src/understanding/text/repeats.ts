/** Most repetitions that are kept. */
const MOST = 8;
/** A unit of up to eight characters, repeated more often. No digits, because repeated digits are a number. */
const REPEATED = /((?:(?!\d)[\s\S]){1,8}?)\1{8,}/gu;

/**
 * Cuts repetitions to eight in a row: 哈哈哈…, "no no no …". Patterns would try every way to split such a row, and each repetition
 * doubles their number.
 */
export function withoutRepeats(text: string): string {
  return text.replace(REPEATED, (_, unit: string) => unit.repeat(MOST));
}
