import type { PastForm, SaidPast } from "../../past/forms.ts";

const whole = (body: string): RegExp => new RegExp(`^(?:(?:那么?|话说|欸|诶|哎|嗯|对了|请问)[,，、 ]*)*${body}$`, "u");
const THING = "(?<thing>[^,，把将]*?)";
const MUCH = "(?:多少|几)(?:度|千瓦时|千瓦|kwh)?(?:的)?";
const ASKS = "(?:吗|么|呢|啊|呀|了|来着)*";
/** All of the home. */
const US = /^(?:我们|咱们|咱|我|家里|家|全家|全屋|一共|总共|总的|整个家|家里面|你|大家|合计)*$/u;

/** Questions about now that find the thing, whether or not it can be on. */
function about(thing: string): readonly string[] {
  const what = thing.replace(/^(?:的|是)+|(?:的|是|一共|总共|大概|都|到底|还|又|一般)+$/gu, "");
  return US.test(what) ? [] : [`${what}开着吗？`, `${what}在哪？`];
}

const used =
  (of: "energy" | "cost", by: "device" | "room" | null = null) =>
  ({ thing = "", more, than }: Readonly<Record<string, string | undefined>>): SaidPast => ({
    what: { kind: "energy", of, by, more: than === undefined ? null : !/[少低]/u.test(more ?? "") },
    plain: about(thing),
  });

/** The present power of a thing, or of the whole home. */
function drawn({ thing = "" }: Readonly<Record<string, string | undefined>>): SaidPast {
  const what = thing.replace(/^(?:的|是)+|(?:的|是|一共|总共|大概|都|到底|还|又|总的?|在|正在)+$/gu, "");
  return { what: { kind: "now" }, plain: [`${US.test(what) ? "家里" : what}功率多少？`] };
}

/** Questions for the present power. */
const POWER_FORMS: readonly PastForm[] = [
  {
    said: whole(`${THING}(?:正在|在)?(?:用|耗|费)(?:着|了)?(?:多少|几)(?:瓦|w|度)?(?:的)?电(?:量)?${ASKS}`),
    needsNow: true,
    asks: drawn,
  },
  {
    said: whole(
      `${THING}(?:的)?(?:用电量?|耗电量?|能耗|(?:用电|耗电|总)?(?:负荷|负载))(?:一共|总共)?(?:是|有)?(?:多少|多大|几)(?:瓦|w|千瓦)?${ASKS}`,
    ),
    needsNow: true,
    asks: drawn,
  },
  { said: whole(`${THING}(?:正在|在)(?:用|耗|费)(?:着)?(?:多少|几)(?:瓦|w)?(?:的)?电${ASKS}`), asks: drawn },
  {
    said: whole(
      `${THING}(?:的)?(?:用电|耗电|用|总用电|总)(?:着|了)?(?:是|有)?(?:多少|几)(?:瓦|w|千瓦)(?:的)?(?:电)?${ASKS}`,
    ),
    asks: drawn,
  },
  {
    said: whole(
      `(?<thing>(?:我们|咱们|家里|家|全家|全屋|整个家|屋里)?)(?:的)?(?:总|用电|总的|实时)?功率(?:是|有)?(?:多少|多大|几)(?:瓦|w|千瓦)?${ASKS}`,
    ),
    asks: drawn,
  },
  {
    said: whole(`(?<thing>(?:我们|咱们|家里|家|全家|全屋|整个家|屋里)?)(?:是|有)?多大(?:的)?功率${ASKS}`),
    asks: drawn,
  },
];

/** Questions for past energy: amount, cost, largest consumer. */
export const CHINESE_ENERGY_FORMS: readonly PastForm[] = [
  // 现在什么最费电: what draws the most now.
  {
    said: whole(
      `(?:家里)?(?:哪个|哪台|哪样|哪件|哪些|什么|啥|谁)(?:设备|电器|家电|东西|机器)?(?:是|正?在)*(?:最(?:耗电|费电|用电|吃电)|(?:用电|耗电|用的电|耗的电|用电量|耗电量|功率)最(?:多|大|高)|用得最多)(?:的)?${ASKS}`,
    ),
    needsNow: true,
    asks: drawn,
  },
  {
    said: whole(
      `(?:家里)?(?:最(?:耗电|费电|用电)|(?:用电|耗电|用电量|耗电量|功率)最(?:多|大|高))的(?:设备|电器|家电|东西)?是(?:哪个|哪台|什么|啥|谁)${ASKS}`,
    ),
    needsNow: true,
    asks: drawn,
  },
  ...POWER_FORMS,
  // 哪个设备最耗电, 什么最费电, 用电最多的是什么
  {
    said: whole(
      `(?:家里)?(?:哪个|哪台|哪样|哪件|哪种|哪些|什么|啥|谁)(?:设备|电器|家电|东西|机器)?(?:是)?(?:最(?:耗电|费电|用电|吃电)|(?:用电|耗电|用的电|耗的电|用电量|耗电量)最(?:多|大|高)|用得最多)(?:的)?${ASKS}`,
    ),
    asks: used("energy", "device"),
  },
  {
    said: whole(
      `(?:家里)?(?:最(?:耗电|费电|用电)|(?:用电|耗电|用电量|耗电量)最(?:多|大|高))的(?:设备|电器|家电|东西)?是(?:哪个|哪台|什么|啥|谁)${ASKS}`,
    ),
    asks: used("energy", "device"),
  },
  {
    said: whole(
      `(?:哪个|哪间)(?:房间|屋|屋子)(?:的)?(?:最(?:耗电|费电)|(?:用电|耗电|用电量|耗电量|用的电)最(?:多|大|高))(?:的)?${ASKS}`,
    ),
    asks: used("energy", "room"),
  },
  { said: whole(`(?:各个?|每个)房间(?:分别|各|都)?(?:用|耗|费)(?:了)?${MUCH}电${ASKS}`), asks: used("energy", "room") },
  {
    said: whole(`(?:各个?|每个)(?:设备|电器|家电)(?:分别|各|都)?(?:用|耗|费)(?:了)?${MUCH}电${ASKS}`),
    asks: used("energy", "device"),
  },
  // 今天用电比昨天多吗
  {
    said: whole(
      `(?<thing>[^,，§比]*?)(?:§\\d)?(?:的)?(?:用电量?|耗电量?|用的电|电费)(?:§\\d)?(?:是不是|有没有)?比§(?<than>\\d)(?:的)?(?:要|还|更|用得|用的)*(?<more>多|少|高|低)(?:一点|一些|些|点)?(?:了)?(?:吗|么|没有|没|呢)?`,
    ),
    marked: true,
    asks: used("energy"),
  },
  {
    said: whole(
      `(?<thing>[^,，§比]*?)(?:§\\d)?比§(?<than>\\d)(?:的)?(?:用电量?|耗电量?|用的电|电费|用电用得|用得?)(?:要|还|更)*(?<more>多|少|高|低)(?:一点|一些|些|点)?(?:电)?(?:了)?(?:吗|么|没有|没|呢)?`,
    ),
    marked: true,
    asks: used("energy"),
  },
  // 电费多少, 花了多少电费
  {
    said: whole(`${THING}(?:的)?电费(?:一共|总共|大概)?(?:是|要|花了|交了|有|得)?(?:多少|几)(?:钱|块|块钱|元)?${ASKS}`),
    asks: used("cost"),
  },
  {
    said: whole(`${THING}(?:一共|总共)?(?:花|用|交|费|耗)(?:了)?(?:多少|几块)(?:钱)?(?:的)?(?:电费|电钱)${ASKS}`),
    asks: used("cost"),
  },
  { said: whole(`${THING}(?:用电|电费)(?:花|用)(?:了)?多少钱${ASKS}`), asks: used("cost") },
  { said: whole(`${THING}(?:花|费)(?:了)?多少钱(?:的)?电${ASKS}`), asks: used("cost") },
  // 用了多少电, 耗电多少
  {
    said: whole(`${THING}(?:一共|总共)?(?:用|耗|费|走|花|消耗|使用)(?:了|掉|掉了|过)?${MUCH}电(?:量)?${ASKS}`),
    needsSpan: true,
    asks: used("energy"),
  },
  { said: whole(`${THING}(?:一共|总共)?(?:用|耗|费|走)(?:了|掉了)${MUCH}电(?:量)?${ASKS}`), asks: used("energy") },
  {
    said: whole(`${THING}(?:的)?(?:用电量?|耗电量?|电量消耗|能耗|用电情况)(?:一共|总共)?(?:是|有)?${MUCH}${ASKS}`),
    needsSpan: true,
    asks: used("energy"),
  },
  {
    said: whole(`${THING}(?:的)?(?:用电量?|耗电量?|能耗|用电情况)(?:怎么样|怎样|如何|咋样)?${ASKS}`),
    needsSpan: true,
    asks: used("energy"),
  },
];
