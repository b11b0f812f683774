import type { Messages } from "../pack.ts";

export const config: Messages["config"] = {
  baseTopic: "{dialect} 在该服务器上的基础主题。",
  unreadable: "无法读取 {path}。请确认文件存在，且 Jia 有读取权限。",
  notYaml: "{path}: {detail}",
  noKeys: "{path} 的内容应为“键: 值”形式的设置。",
  unknownSetting: ({ file, place, near }) =>
    `${file}：没有“${place}”这个设置项。${near === null ? "全部设置可用 jia config 查看。" : `是不是想写 ${near}？`}`,
  unknownVariable: ({ name, near }) =>
    `Jia 没有 ${name} 这个环境变量。${near === null ? "全部变量见 docs/configuration.md。" : `是不是想写 ${near}？`}`,
  foreignVariables: ({ names }) =>
    `以下环境变量不作为设置使用：${names.join("、")}。它们是 Kubernetes 或 Docker 为同名服务设置的；设置 enableServiceLinks: false 或给服务改名即可避免。`,
  noSuchSetting: ({ place, near }) =>
    `没有“${place}”这个设置项。${near === null ? "全部设置可用 jia config 查看。" : `是不是想写 ${near}？`}`,
  atTheMachine: "{name} 决定谁能进来、什么会离开这台机器，或使用哪个文件或程序。请在这台机器上的 jia.yaml 里修改",
  passwordHidden: "{name} 里的 *** 不是密码。请填写真正的密码，或不要改动 {name}",
  secretMoves: "{secret} 会发往 {name} 的新地址。请同时重新填写 {secret}，或清除它",
  overruled: "{name} 由 {from} 设定，优先于 jia.yaml。请去掉 {from}，或在那里修改",
  notWritten: "Jia 写不了 {path}（{why}）。请让 Jia 有权写这个文件和所在的文件夹，或手动修改",
  cannotChange: "这个 Jia 启动时没有自己的配置。请在启动它的地方修改设置",
  cannotRestart: "这个 Jia 不能自己重启。请先停止它，再启动",
  misfit: ({ label, value, expected }) => `${label}：${value === null ? "" : `“${value}”`}无效，应为：${expected}。`,
  misfitInside: "{place}：{problem}；应为：{expected}。",
  tlsWithoutKey: "server.cert 与 server.key 必须同时设置。",
  certWithoutKey: "mqtt.cert 与 mqtt.key 必须同时设置。",
  passwordWithoutName: "设置了 mqtt.password，还需设置 mqtt.username（MQTT_USERNAME）。",
  nameWithoutPassword: "设置了 mqtt.username，自带的 MQTT 服务器还需要 mqtt.password（MQTT_PASSWORD）。",
  repeatedRule: "policy.rules 中有两条规则的 id 都是“{id}”，请改掉其中一个。",
  goesWith: "设置了 {given}，还需设置 {wanted}。",
  unreadableFile: "{setting}：{path}：{why}",
};
