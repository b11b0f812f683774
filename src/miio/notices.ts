import type { Localized } from "../language/index.ts";

/** What the gateway tells the person who runs it. */
export type Notice =
  | { readonly kind: "online" | "offline"; readonly did: string; readonly name: string }
  /** It has no address and did not answer a broadcast. */
  | { readonly kind: "not-found"; readonly did: string }
  /** `greeted`: it answers a hello and nothing else. */
  | { readonly kind: "silent"; readonly did: string; readonly address: string; readonly greeted: boolean }
  | { readonly kind: "no-spec"; readonly did: string; readonly model: string }
  | { readonly kind: "not-miot"; readonly did: string; readonly model: string; readonly detail: string };

/** One line for a notice: what is so, and what to do. */
export function noticeText(notice: Notice): Localized {
  const { did } = notice;
  switch (notice.kind) {
    case "online":
      return { en: `${notice.name || did} is online.`, zh: `${notice.name || did} 已上线。` };
    case "offline":
      return { en: `${notice.name || did} is offline.`, zh: `${notice.name || did} 已离线。` };
    case "not-found":
      return {
        en: `${did} has no address and did not answer a broadcast: write its "address" into the devices file, or look whether it is on this network.`,
        zh: `${did} 没有地址，也未响应广播：请在设备文件中填写 "address"，或确认它在此网络中。`,
      };
    case "silent":
      return notice.greeted
        ? {
            en: `${did} at ${notice.address} is there but does not answer: its token has most likely changed (adding it to Mi Home again makes a new one).`,
            zh: `${did}（${notice.address}）在线但不应答：令牌很可能已变（重新添加到米家会生成新令牌）。`,
          }
        : {
            en: `${did} at ${notice.address} does not answer: it is off, or has another address.`,
            zh: `${did}（${notice.address}）没有响应：设备已断电或地址已变。`,
          };
    case "no-spec":
      return {
        en: `There is no spec for ${notice.model} (${did}): put its instance JSON into the specs folder, or allow fetching with --fetch-specs.`,
        zh: `没有 ${notice.model}（${did}）的规格：请将其实例 JSON 放入规格文件夹，或用 --fetch-specs 允许下载。`,
      };
    case "not-miot":
      return {
        en: `${notice.model} (${did}) refuses MIoT's methods ("${notice.detail}"): it is too old for this gateway.`,
        zh: `${notice.model}（${did}）拒绝 MIoT 方法（“${notice.detail}”）：设备过旧，本网关不支持。`,
      };
    default:
      return notice satisfies never;
  }
}
