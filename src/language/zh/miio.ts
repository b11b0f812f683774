import type { Messages } from "../pack.ts";

export const miio: Messages["miio"] = {
  online: "{device} 已上线。",
  offline: "{device} 已离线。",
  notFound: '{did} 没有地址，也未响应广播：请在设备文件中填写 "address"，或确认它在此网络中。',
  doesNotAnswer: "{did}（{address}）在线但不应答：令牌很可能已变（重新添加到米家会生成新令牌）。",
  silent: "{did}（{address}）没有响应：设备已断电或地址已变。",
  noSpec: "没有 {model}（{did}）的规格：请将其实例 JSON 放入规格文件夹，或用 --fetch-specs 允许下载。",
  notMiot: "{model}（{did}）拒绝 MIoT 方法（“{detail}”）：设备过旧，本网关不支持。",
};
