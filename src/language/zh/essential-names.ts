/** Names of the home's main valve. */
export const mainValves = "总水阀, 总阀, 水总阀, 主水阀, 总闸, 燃气总阀, 入户水阀, 进户水阀";

/** Parts of names of devices that must keep running. */
export const essentialNames =
  "鱼缸, 水族, 鱼池, 增氧, 爬宠, 冰箱, 冰柜, 冷柜, 冷藏, 冷冻, 酒柜, 路由, 光猫, 猫棒, 调制解调, 无线网, 网络设备, 交换机, 服务器, 存储, 网关, 泵, 报警, 警报, 安防, 监控, 摄像, 门铃, 医疗, 制氧, 氧气, 呼吸机, 雾化, 血氧, 透析, 胰岛素, 婴儿监护, 不间断电源, 孵化, 植物灯, 补光";
