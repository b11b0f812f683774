import type { Rewording } from "../../utterance/forms/rewording.ts";

const MESSAGE = "(?:个|条|一个|一条)?(?:通知|消息|推送|信息|短信|微信)";
const PHONE = "(?:我的?)?手机(?:上|里)?";
/** 给我手机发个通知, 发到我手机上, 在手机上告诉我. */
const TOLD = [
  `(?:给|往|向|在|用|通过)?${PHONE}(?:上)?(?:给我)?(?:发|推送|推)${MESSAGE}?(?:给我)?`,
  `(?:给我)?(?:发|推送|推)${MESSAGE}?(?:给我)?(?:到|给|在)?${PHONE}`,
  `(?:给我)(?:发|推送|推)${MESSAGE}`,
  `(?:发|推送|推)${MESSAGE}给我`,
].join("|");
/** The same with the word that tells. */
const SAID = `(?:给|往|向|在|用|通过|发|发到)?${PHONE}(?:上)?(?:给我)?(?:发${MESSAGE})?(?<verb>通知|提醒|告诉|告知)我(?:一声|一下|下)?`;

/** Drops the phone from a request for a notice, because notices go there anyway: 洗衣机洗完了发手机通知我. */
export const CHINESE_ON_THE_PHONE: readonly Rewording[] = [
  {
    said: new RegExp(
      `^(?:请|麻烦|帮我|等)?(?<when>(?:(?!手机).){2,40}?)[,， ]*(?<link>就|都)?(?:再|请)?(?:${SAID}|${TOLD})(?:吧|哦|啊)?$`,
      "u",
    ),
    plain: ({ when, link = "", verb }) => `${when}${link}${verb === "提醒" ? "提醒我" : "通知我"}`,
  },
];
