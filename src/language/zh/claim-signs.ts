import { type ClaimSign, claimSignsBy } from "../claim-signs.ts";

/** A number after 已经 is a statement of a value, which is checked as a value: 已经21度了. */
const NUMBER =
  "(?!(?:有|到|是|达到|升到|降到|剩)?[0-9零一二两三四五六七八九十百]+(?:\\.[0-9]+)?(?:度|%|％|℃|°|点|ppm|公里|分钟|小时))";
/** Characters within a clause. */
const WITHIN = "[^，。！？；,.!?;：:]";
/** Signs of completion: 了, 过 and resultative complements. */
const COMPLETE = "(?:了|啦|咯|过|好|完|掉|起来)";
/** Verbs of thinking and speaking, which change nothing in the home. */
const MIND =
  "(?!也?(?:都|就|很|真|还|又)?(?:知道|明白|懂|听|看|想|觉得|理解|高兴|开心|喜欢|笑|怕|以为|猜|记错|说错|弄错|搞错|能|会|可以|没|不))";
const FEELING = `(?!${WITHIN}{0,3}(?:高兴|开心|骄傲|担心|难过|着急|祝福|加油))`;

const SIGNS = {
  deed: new RegExp(`(?:我|咱)${MIND}${WITHIN}{0,20}?${COMPLETE}(?!的)`, "u"),
  favour: new RegExp(`[替帮给为][您你]们?${FEELING}${WITHIN}{0,15}?${COMPLETE}(?!的)`, "u"),
  yours: new RegExp(
    `(?:[您你咱]们?家|[您你]那)${WITHIN}{0,15}?(?:已|刚|正|还在|早|了(?!解)|啦|着)|[您你]的${WITHIN}{1,10}?(?:已经?|刚|正在|早)`,
    "u",
  ),
  changed: new RegExp(
    `(?:已经${NUMBER}|刚刚|早就|早已|刚(?!${WITHIN}*就)|早|已(?!经)${NUMBER})${WITHIN}{1,15}?(?:了|啦|咯|过)|刚(?!${WITHIN}*就)${WITHIN}{1,6}(?=$|[，。！])`,
    "u",
  ),
  perfect: new RegExp(
    `[替帮给为][他她它](?:们)?${FEELING}${WITHIN}{0,15}?${COMPLETE}(?!的)|都${WITHIN}{1,8}好(?:了|啦)`,
    "u",
  ),
  result: new RegExp(`(?:可以|能)(?:安心|放心)(?!吃|喝|食用|使用)${WITHIN}{0,6}(?:了|啦)(?=$|[，。！])`, "u"),
  aside: /顺便(?:一提|说|提|告诉)|顺带(?:一提|说|提)|^\W*(?:对了|另外|话说|忘了说)|[，。！]对了/u,
  asked: /(?:是不是|有没有).*了|了(?:吗|么|没|没有|吧)\W*$/u,
} as const satisfies Partial<Record<ClaimSign, RegExp>>;

/** General or hypothetical statements. */
const GENERAL = /如果|要是|假如|的话|可以|一般|通常|往往|大多|每当|一旦|的时候|时[，,]|应该|最好|只要/u;

/** Finds the signs of a sentence. @param sentence without quotations */
export function claimSigns(sentence: string): ReadonlySet<ClaimSign> {
  const signs = claimSignsBy(SIGNS, sentence.trim());
  if (GENERAL.test(sentence)) for (const sign of ["yours", "changed", "perfect"] as const) signs.delete(sign);
  return signs;
}
