import { z } from "zod";
import { number, port, setting, text, yesNo } from "./setting.ts";

const file = { en: "the path of a file", zh: "文件路径" };
const digits = z.string().regex(/^\d{1,20}$/);
/** Ids are beyond what a number holds exactly, so that YAML's numbers are refused. */
const quoted = { en: 'digits in quotes, such as "1234567890"', zh: '带引号的数字，如 "1234567890"' };

/** Settings for the central hub of Mi Home, its cloud and specs beyond those that come with Jia (docs/mi-home-hub.md). */
export const MI_HOME_SETTINGS = {
  "specs.folder": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_SPECS",
    path: true,
    expected: { en: "the path of a folder", zh: "文件夹路径" },
    about: {
      en: "A folder of MIoT-Spec-V2 instances beyond those of devices/; specs below the data folder when not given.",
      zh: "devices/ 之外的 MIoT-Spec-V2 实例文件夹；不设置时为数据文件夹下的 specs。",
    },
  }),
  "specs.fetch": setting({
    schema: z.boolean(),
    default: false,
    env: "JIA_FETCH_SPECS",
    fromText: yesNo,
    expected: { en: "true or false", zh: "true 或 false" },
    about: {
      en: "Fetch unknown specs from the public spec site, once each. It learns which models you have.",
      zh: "从公共规格网站下载未知规格（每个一次）。该网站会得知您有哪些型号。",
    },
  }),
  "hub.client": setting({
    schema: digits.nullable(),
    default: null,
    env: "JIA_HUB_CLIENT",
    expected: quoted,
    about: {
      en: "The virtual device id that your client certificate was made out to. With it Jia speaks to the central hub.",
      zh: "客户端证书对应的虚拟设备 ID。设置后 Jia 会连接中枢网关。",
    },
  }),
  "hub.host": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_HOST",
    expected: { en: "an address such as 192.168.1.20", zh: "地址，如 192.168.1.20" },
    about: { en: "The hub's address; found by mDNS when not given.", zh: "中枢网关地址；不设置时通过 mDNS 查找。" },
  }),
  "hub.port": setting({
    schema: port,
    default: 8883,
    env: "JIA_HUB_PORT",
    fromText: number,
    expected: { en: "a whole number from 0 to 65535", zh: "0 到 65535 的整数" },
    about: {
      en: "The hub's port, with hub.host: 8883 on hubs, 18883 on routers.",
      zh: "中枢网关端口（配合 hub.host）：网关为 8883，路由器为 18883。",
    },
  }),
  "hub.ca": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_CA",
    path: true,
    expected: file,
    about: { en: "The authorities that sign hubs' certificates (PEM).", zh: "签发中枢证书的 CA（PEM）。" },
  }),
  "hub.cert": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_CERT",
    path: true,
    expected: file,
    about: { en: "Your client certificate (PEM).", zh: "您的客户端证书（PEM）。" },
  }),
  "hub.key": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_KEY",
    path: true,
    expected: file,
    about: { en: "Its private key (PEM), mode 0600.", zh: "证书私钥（PEM），权限 0600。" },
  }),
  "hub.names": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_HUB_NAMES",
    path: true,
    expected: file,
    about: {
      en: "Rooms and names of the hub's devices, and names of its scenes (JSON).",
      zh: "中枢设备的房间与名称，以及场景名称（JSON）。",
    },
  }),
  "cloud.token": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_CLOUD_TOKEN",
    secret: true,
    expected: { en: "an OAuth access token of your account", zh: "您账号的 OAuth 访问令牌" },
    about: {
      en: "With it Jia also listens to what the Mi Home cloud reports. It sends no commands there.",
      zh: "设置后 Jia 还会接收米家云端上报的状态，但不会向云端发送命令。",
    },
  }),
  "cloud.app": setting({
    schema: digits.nullable(),
    default: null,
    env: "JIA_CLOUD_APP",
    expected: quoted,
    about: { en: "The id of the application that the token was given to.", zh: "获得该令牌的应用 ID。" },
  }),
  "cloud.region": setting({
    schema: z.enum(["cn", "de", "i2", "ru", "sg", "us"]),
    default: "cn",
    env: "JIA_CLOUD_REGION",
    expected: { en: "cn, de, i2, ru, sg or us", zh: "cn、de、i2、ru、sg 或 us" },
    about: { en: "The region of your account.", zh: "账号所在区域。" },
  }),
  "cloud.devices": setting({
    schema: text.nullable(),
    default: null,
    env: "JIA_CLOUD_DEVICES",
    path: true,
    expected: file,
    about: {
      en: "An export of the cloud's device list (JSON): which devices to listen to.",
      zh: "云端设备列表的导出（JSON）：要监听哪些设备。",
    },
  }),
} as const;
