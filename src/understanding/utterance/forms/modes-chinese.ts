import type { ModeForms } from "./modes.ts";

const PLEASE = "(?:请|麻烦|帮我|给我)?";
const HOME = "(?:家里|家|房子|屋里|全屋)";
const TO = "(?:切换到|切换成|切换为|切到|换到|换成|改成|改为|进入|调到|调成|设为|设成|设置为)";
const NAME = "(?<name>[^，,。；]+?)";

/** 把家里切换到度假模式, 访客模式, 现在是什么模式. */
export const CHINESE_MODES: ModeForms = {
  home: [
    new RegExp(`^${PLEASE}(?:把|将)${HOME}${TO}${NAME}(?:模式)?$`),
    new RegExp(`^${HOME}${TO}${NAME}模式$`),
    new RegExp(`^${HOME}(?:开启|打开|启动|启用)${NAME}模式$`),
  ],
  named: [
    new RegExp(`^${PLEASE}(?:${TO}|开启|打开|启动|启用|开)${NAME}模式(?:吧|了)?$`),
    new RegExp(`^${NAME}模式(?:打开|开启|启动)?(?:吧)?$`),
  ],
  ended: [
    new RegExp(`^${PLEASE}(?:关闭|关掉|关了|退出|结束|取消|解除)${NAME}模式(?:吧)?$`),
    new RegExp(`^${NAME}模式(?:关闭|关掉|关了|结束)(?:吧)?$`),
  ],
  asked: [
    new RegExp(`^(?:${HOME})?(?:现在|目前|当前)?(?:${HOME})?(?:是|处于|在)?(?:什么|哪个|哪种|啥)模式(?:呢|啊)?$`),
    new RegExp(`^${HOME}(?:现在)?是(?<name>[^，,。；]+?)模式吗$`),
  ],
  listed: [new RegExp(`^(?:${HOME})?(?:都)?有(?:哪些|什么|几个|几种)模式$`)],
  told: {
    holiday: [/^我们(?:要|准备|就要)?(?:出门|出去|去)(?:度假|旅游|旅行)(?:了|去了)?$/, /^我们(?:度假|旅游|旅行)去了$/],
  },
};
