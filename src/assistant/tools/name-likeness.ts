/** A name as lower case letters and digits alone: "Living-room" and "living room" become equal. */
export function lettersAndDigits(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The similarity of two names, 0 to 1: Dice's coefficient over pairs of characters. */
export function likeness(a: string, b: string): number {
  const left = pairs(lettersAndDigits(a));
  const right = pairs(lettersAndDigits(b));
  if (left.length === 0 || right.length === 0) return 0;
  const remaining = [...right];
  let common = 0;
  for (const pair of left) {
    const at = remaining.indexOf(pair);
    if (at < 0) continue;
    remaining.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.length < 2 ? characters : characters.slice(1).map((next, index) => `${characters[index]}${next}`);
}
