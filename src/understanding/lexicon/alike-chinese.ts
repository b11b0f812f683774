import type { Alike } from "./types.ts";

const VALVES = "阀门, 阀, 阀子, 总阀";

/** What people call the same thing in Chinese. */
export const CHINESE_ALIKE: readonly Alike[] = [
  {
    kind: "light",
    said: "吸顶灯, 顶灯, 大灯, 主灯, 吊灯, 天花灯, 天花板灯, 屋顶灯, 房顶灯, 吊顶灯, 头顶灯, 主照明, 顶上的灯, 头顶的灯, 天花板上的灯, 顶上那个灯, 头顶那盏灯",
    named: "水晶灯, 风扇灯, 吊扇灯, 枝形灯, 顶棚灯, 平板灯, 面板灯",
    plain: true,
  },
  { kind: "light", said: "筒灯, 小筒灯, 孔灯" },
  { kind: "light", said: "射灯, 小射灯, 牛眼灯" },
  { kind: "light", said: "灯带, 灯条, 背景灯, 背景灯带, 氛围灯带, 氛围灯条, 线条灯, 线性灯" },
  {
    kind: "light",
    said: "床头灯, 床边灯, 床头柜灯, 床头台灯, 床头小灯, 床灯, 床头的灯, 床头那盏灯, 床头那个灯, 床边的灯, 床头上的灯, 床头上的那盏灯, 床头柜上的灯, 床边那盏灯",
  },
  {
    kind: "light",
    said: "台灯, 书桌灯, 桌灯, 写字台灯, 写字灯, 学习灯, 书桌台灯, 护眼灯, 护眼台灯, 桌上的灯, 桌子上的灯, 书桌上的灯, 书桌的灯, 书桌上那个灯, 书桌上那盏灯, 桌上那盏灯, 桌上那个灯, 书桌那盏灯, 写字台上的灯",
    unlike:
      "阳台灯, 露台灯, 天台灯, 吧台灯, 灶台灯, 梳妆台灯, 洗手台灯, 工作台灯, 操作台灯, 柜台灯, 舞台灯, 平台灯, 餐桌灯, 茶桌灯, 饭桌灯, 牌桌灯",
  },
  { kind: "light", said: "落地灯, 立灯, 立式灯, 站灯, 立式落地灯, 落地台灯", named: "钓鱼灯" },
  { kind: "light", said: "夜灯, 小夜灯, 起夜灯, 睡眠灯, 夜间灯" },
  {
    kind: "light",
    said: "镜前灯, 镜子灯, 镜灯, 镜柜灯, 梳妆灯, 化妆灯, 镜子上的灯, 镜子前的灯, 镜子前面的灯, 镜子那个灯, 镜子那盏灯, 镜子的灯, 镜子旁边的灯",
  },
  { kind: "light", said: "玄关灯, 门口灯, 门厅灯, 进门灯, 入户灯, 门灯" },
  { kind: "light", said: "走廊灯, 过道灯, 走道灯, 廊灯" },
  {
    kind: "curtain",
    said: "纱帘, 窗纱, 纱窗帘, 薄帘, 薄窗帘, 薄纱, 薄纱帘, 白纱, 白纱帘, 透光帘, 透光窗帘, 纱的窗帘, 薄的窗帘",
  },
  {
    kind: "curtain",
    said: "布帘, 布窗帘, 布艺帘, 布艺窗帘, 厚帘, 厚窗帘, 遮光帘, 遮光窗帘, 遮光布, 厚的窗帘, 遮光的窗帘",
  },
  { kind: "valve", said: VALVES },
  { kind: "gas-valve", said: VALVES },
  { kind: "fan", said: "落地扇, 立扇, 立式风扇, 落地风扇, 立式电扇, 落地电扇" },
  { kind: "air-conditioner", said: "柜机, 立柜机, 立式空调, 立柜空调, 落地空调", named: "柜机空调, 柜式空调" },
  { kind: "air-conditioner", said: "挂机, 壁挂机, 挂式空调, 壁挂空调, 挂壁空调", named: "挂机空调" },
];
