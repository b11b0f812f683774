import type { Rewording } from "../../utterance/forms/rewording.ts";

const IF = "(?:如果|要是|万一|假如|若是|一旦|当|只要)?";
const WHO = "(?:我们?|有人|谁|孩子|家里人)?";
const THING = "(?<what>[^,，。、\\d]{1,12}?)";
const FORGOT = "(?:又|还|要是|如果)?(?:忘关|忘了关|忘记关|没记得关|一直开着|一直没关|开着没关|开着忘了关|开着忘关)";
const THEN = "(?:了|上|好|掉)*(?:的话|的时候|时)?[,， ]*(?:就|请|记得|要|马上|及时)*";
const TELL = "(?<tell>(?:提醒|告诉|通知|警告|叫|喊)(?:一下|一声)?(?:我们?|咱们?)(?:一下|一声)?)";

/** A notice about something left open waits for a while: 车库门忘关了提醒我. */
export const CHINESE_LEFT_OPEN: readonly Rewording[] = [
  { said: new RegExp(`^${IF}${WHO}${THING}${FORGOT}${THEN}${TELL}(?:吧|哈|啊|哦)?$`, "u"), plain: asFor },
  {
    said: new RegExp(
      `^${IF}${WHO}(?:忘关|忘了关|忘记关|没记得关)(?:上|掉)?${THING}(?:了)?(?:的话|的时候|时)?[,， ]*(?:就|请|记得|要|马上|及时)*${TELL}(?:吧|哈|啊|哦)?$`,
      "u",
    ),
    plain: asFor,
  },
];

/** With a time of day it is checked at that time. */
const TIMED = /[点时分]|每天|晚上|早上|睡前|出门|下班/u;
const LEAF = /(?:门|窗|窗户|窗子|帘|闸)$/u;

function asFor({ what, tell }: Readonly<Record<string, string | undefined>>): string | null {
  if (!what || !tell || TIMED.test(what)) return null;
  return LEAF.test(what) ? `${what}打开超过10分钟就${tell}` : `${what}开着超过1小时就${tell}`;
}
