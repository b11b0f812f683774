import type { Messages } from "../pack.ts";

export const access: Messages["access"] = {
  needsScope: ({ scope, has }) =>
    `令牌的权限是 ${has ?? "无"}，而这需要 ${scope}。新建一个：jia token create 名称 --scope ${scope}`,
  onlySomeRooms: "这个令牌只能用于部分房间，而这涉及整个家",
  otherRoom: "这个令牌不能用于房间“{room}”",
  namesPeople: "只有 admin 权限的令牌才能代表其他成员",
  moreThanOwn: ({ scope, has }) => `${has} 权限的令牌不能新建 ${scope} 权限的令牌`,
  tooMany: "已经有 {most} 个了，请先撤销不用的",
  sameName: "已经有名为“{name}”的令牌",
  tokenNamed: "令牌或会话“{id}”",
  ownerFile: ({ path, problem }) => `主人的令牌无法保存到 ${path}（${problem}）`,
  tls: ({ path, problem }) => `${path} 不是可用的证书或密钥（${problem}）`,
};

export const signInPage: Messages["signInPage"] = {
  title: "家",
  ask: "要在这个浏览器上登录吗？",
  button: "登录",
  noCode: "请打开登录链接。在运行 Jia 的机器上输入：jia sign-in",
  tooLate: "这个链接已用过或已过期。要获取新链接，请在运行 Jia 的机器上输入：jia sign-in",
};

export const tokenCommand: Messages["tokenCommand"] = {
  summary: "新建、列出和撤销程序用的令牌。",
  details:
    "令牌只显示一次。权限：read（查看）、control（还可控制和对话）、configure（还可修改场景、自动化、房间和名称）、admin（全部）。",
  scope: "它能做什么：read、control、configure 或 admin。",
  rooms: "只能查看和控制的房间，用逗号分隔。",
  room: "程序所在的房间。",
  person: "它代表哪位成员。",
  days: "多少天后失效。",
  badDays: "--days 必须是 1 到 3650 的整数",
  created: ({ name }) => `令牌“${name}”，只在此显示一次：`,
  revoked: ({ name }) => `令牌“${name}”已撤销。`,
  none: "还没有令牌。新建一个：jia token create 名称 --scope control",
  columns: { id: "编号", name: "名称", scope: "权限", limits: "仅限", ends: "失效时间", used: "上次使用" },
  never: "从未",
};

export const signInCommand: Messages["signInCommand"] = {
  summary: "打印一个链接和二维码，用来在浏览器上登录。",
  details: "链接只能用一次，15 分钟内有效。加上 --person，浏览器就代表那位成员。",
  sessions: "列出已登录的浏览器。",
  end: "让这个编号的浏览器退出登录。",
  name: "浏览器的名称，显示在会话列表里。",
  open: ({ minutes }) => `请在 ${minutes} 分钟内用浏览器打开这个链接，只能用一次：`,
  onlyHere: "Jia 只在本机监听（server.host），手机访问不到。",
  ended: ({ name }) => `“${name}”已退出登录。`,
  none: "没有已登录的浏览器。",
  browser: "浏览器",
};
