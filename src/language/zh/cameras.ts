import type { Messages } from "../pack.ts";

export const cameras: Messages["cameras"] = {
  named: "摄像头“{id}”",
  noStill: "摄像头“{name}”的画面",
  noStream: "摄像头“{name}”的视频流",
  redirected: "它跳转到另一个地址，Jia 不会跟随",
  status: ({ status }) =>
    status === 401 || status === 403
      ? `用户名或密码不对（${status}）。Jia 只支持 Basic 认证，Digest 认证请用 go2rtc`
      : `它返回了 ${status}`,
  noPicture: ({ type }) => `它给的${type === "" ? "内容" : ` ${type} `}不是图片`,
  tooLarge: "它的图片超过 8 MB",
  tooLate: "等了太久",
  noAnswer: "它没有响应",
};
