/**
 * Turns the speaker's words into words to the speaker: 给我爸打电话 → 给你爸打电话. 你妈 and 你妹 alone sound like swearing, so
 * these two become 你妈妈 and 你妹妹.
 */
export function toYou(text: string): string {
  return text
    .replace(/我们|咱们/g, "你们")
    .replace(/[我咱俺](?:妈(?!妈|咪)|娘(?!家))/g, "你妈妈")
    .replace(/[我咱俺]妹(?!妹|夫)/g, "你妹妹")
    .replace(/[我咱俺](?!国)/g, "你");
}
