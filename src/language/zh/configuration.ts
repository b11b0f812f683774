import type { Messages } from "../pack.ts";

export const config: Messages["config"] = {
  unreadable: "无法读取 {path}。请确认文件存在，且 Jia 有读取权限。",
  notYaml: "{path}: {detail}",
  noKeys: "{path} 的每一行应为“键: 值”。",
  unknownSetting: ({ file, place, near }) =>
    `${file} 中的“${place}”不是设置项。${near === null ? "可用 jia config 查看全部设置。" : `是否要写 ${near}？`}`,
  unknownVariable: ({ name, near }) =>
    `Jia 没有环境变量 ${name}。${near === null ? "全部变量见 docs/configuration.md。" : `是否要写 ${near}？`}`,
  foreignVariables: ({ names }) =>
    `以下环境变量不作为设置使用：${names.join("、")}。它们是 Kubernetes 或 Docker 为同名服务设置的；设置 enableServiceLinks: false 或给服务改名即可避免。`,
  misfit: ({ label, value, expected }) => `${label}：${value === null ? "" : `“${value}”`}无效，应为：${expected}。`,
  misfitInside: "{place}：{problem}；应为：{expected}。",
  openAddress:
    "server.host 为 {host}，其他机器可以访问，但没有令牌：请设置 JIA_TOKEN（可用 openssl rand -hex 32 生成），或改为监听 127.0.0.1。",
  certWithoutKey: "mqtt.cert 与 mqtt.key 必须同时设置。",
  passwordWithoutName: "设置 mqtt.password 时还需设置 mqtt.username（MQTT_USERNAME）。",
  nameWithoutPassword: "已设置 mqtt.username，但自带的 MQTT 服务器还需要 mqtt.password（MQTT_PASSWORD）。",
  repeatedRule: "policy.rules 中有两条规则的 id 都是“{id}”，请改掉其中一个。",
  goesWith: "{given}：还需设置 {wanted}",
  unreadableFile: "{setting}：{path}：{why}",
};
