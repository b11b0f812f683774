import type { Messages } from "../pack.ts";

export const evaluation: Messages["evaluation"] = {
  summary: "用句子集评测助手。",
  details:
    "每个句子集是一个目录，含 set.json、homes/*.json 与 cases.jsonl。每个用例都在全新的模拟家庭中运行，时间从周三 10:00 开始，" +
    "不会触及真实设备。每个用例按以下顺序归入第一个符合的类别：误操作（做了或安排了未要求的事）、正确、反问、转交（未听懂）、拒绝、" +
    "其他（只做了一部分，或回答不符）。区间为 95% 威尔逊区间。",
  engine: "local（默认）、model，或 auto：先本地，再模型。",
  json: "以 JSON 输出得分。",
  failures: "列出失败的用例。",
  half: "tune 或 report：只评测每个句子集的这一半（按用例 id 的哈希划分）。",
  unknownHalf: "--half：“{given}”无效，请用 tune 或 report。",
  reportUnread: "--half report 不能与 --failures 同用：没有人读过它的失败用例，得分才可信；请用 --half tune。",
  unknownEngine: "--engine：“{given}”无效，请用 local、model 或 auto。",
  noFile: "{path} 不存在",
  noCase: "{place} 不是用例：{why}",
  noModel: "未配置模型（OPENROUTER_API_KEY，或 JIA_MODEL_URL 与 JIA_MODEL）",
  right: "正确",
  wrong: "误操作",
  asked: "反问",
  handedOn: "转交",
  refused: "拒绝",
  other: "其他",
  set: "句子集",
  cases: "用例",
  interval: "  95% 区间（%）",
  confidence: "置信度≥",
  covered: "覆盖",
  latency: ({ score, times }) => `  得分 ${score}，延迟（毫秒）：${times.join("，")}`,
  model: ({ model, turns, modelTurns, rounds, tokens, refusedCalls, cost }) =>
    `  ${model}：${turns}句中答了${modelTurns}句，每句${rounds}轮、${tokens}个token，拒绝的调用${refusedCalls}个${cost === null ? "" : `，$${cost}`}`,
  unknownParallel: "--parallel：“{given}”不是用例数。可用1到{most}。",
  parallel: "同时跑几个用例（1）。模型答得慢，或由人扮演时用。",
  missing: "缺少",
  wrongly: "误操作",
  expected: "期望",
  got: "实际",
};
