import type { Messages } from "../pack.ts";

export const policy: Messages["policy"] = {
  unlocksDoor: "这会打开门锁",
  opensGarage: "这会打开车库门或大门",
  disarmsAlarm: "这会解除警报布防",
  opensNetwork: "这会允许新设备加入网络",
  opensGas: "这会打开燃气阀",
  startsCooking: "这会启动烹饪设备",
  heatsAbove28: "加热温度超过 28 °C",
  waterAbove60: "水温超过 60 °C",
  changesCamera: "这会改变摄像头的监控状态",
  opensCamera: "这会对外打开摄像头画面",
  changesAlarm: "这会改变安防状态",
  resetsDevice: "这会重置设备或清除其数据",
  relaysWords: "这会让另一个语音助手照这句话去做",
  outsideText: "这可能是外部文字要求的，而不是您的意思",
  otherRoom: "这个令牌只能用于其他房间",
  changesCar: "这会改变车辆状态",
};
