import type { Messages } from "../pack.ts";

export const errors: Messages["errors"] = {
  "unknown-device": ({ device, alike = [], several = false, commandLine = false }) => {
    if (several) return `有多台设备叫“${device}”，请用标识指明：${alike.join("、")}。`;
    const list = `可用 ${commandLine ? "" : "GET /api/devices 或 "}jia devices 查看全部设备。`;
    return `没有名为“${device}”的设备。${alike.length > 0 ? `是否指 ${alike.join("、")}？` : ""}${list}`;
  },
  "unknown-room": "没有名为“{room}”的房间。现有：{known}。",
  "unknown-floor": ({ floor, known }) =>
    known === "" ? `没有名为“${floor}”的楼层：家里没有设楼层。` : `没有名为“${floor}”的楼层。现有：${known}。`,
  "unknown-model": "没有名为“{model}”的模型。现有：{known}。后面还可以加语言：{languages}。",
  "unknown-response": "没有可以接着说的回复“{id}”，请发送完整的对话。",
  "unknown-property": ({ device, address, known = "" }) =>
    `“${device}”没有属性“${address}”。${known && `可用的有：${known}。`}`,
  "unknown-action": ({ device, address, known = "" }) =>
    `“${device}”没有操作“${address}”。${known && `可用的有：${known}。`}`,
  "not-writable": ({ device, address, known = "" }) =>
    `“${device}”的“${address}”只能读取，不能设置。${known && `能设置的有：${known}。`}`,
  "invalid-value": ({ value, address, expected }) =>
    `“${value}”不适用于“${address}”，应为${/^[\w-]/.test(expected) ? " " : ""}${expected}。`,
  "invalid-arguments": "操作“{address}”的参数应为：{expected}。",
  "invalid-spec": "规格不符合 MIoT-Spec-V2：{detail}。",
  "invalid-home": "家庭文件 {file} 有问题：\n{detail}",
  "invalid-file": "文件 {file} 有问题：\n{detail}",
  "open-secret": "文件 {file} 含有密钥，但本机其他用户可以读取（权限 {mode}）。请运行：chmod 600 {file}",
  "missing-program": "未安装程序 {program}。请先安装：{install}",
  "spec-site": "无法从公共规格网站获取规格：{detail}。请自行把规格的 JSON 文件放入规格文件夹。",
  "invalid-config": "配置有问题：\n{detail}",
  usage: "{detail}",
  "not-running": "{url} 上没有 Jia 在运行。请先运行 npm start，或用 --url 指定地址。",
  "invalid-request": ({ detail, commandLine = false }) => (commandLine ? `${detail}。` : `请求无效：${detail}。`),
  "invalid-definition": "{what}“{name}”无法保存：\n{detail}",
  denied: "安全策略不允许此操作：{detail}。",
  "unknown-confirmation": "没有待确认的操作：确认仅一分钟内有效且只能使用一次。请重新发出指令。",
  "pin-needed": "此操作需要 PIN 码，请在确认时一并提供。",
  "wrong-pin": "PIN 码不对。",
  "pin-locked": "PIN 码输错后暂时不能再试，请过{wait}再来。",
  "not-found": ({ what, near }) =>
    `没有${/^[A-Z]/.test(what) ? " " : ""}${what}。${near === undefined ? "" : `是否要用 ${near}？`}`,
  "wrong-method": "“{path}”不接受 {method}。可用的方法：{allowed}。",
  "request-timeout": "请求没有及时到达，请重新发送。",
  "precondition-failed": "读取之后它已经改过了：If-Match 指的是另一个版本。请重新读取后再改。",
  "same-request-running": "带这个 Idempotency-Key 的请求还在处理，请稍后再来取结果。",
  "outcome-unknown":
    "带这个 Idempotency-Key 的请求执行到一半时 Jia 退出了，做到哪一步无从得知。请先看审计（GET /api/audit），再用新的键重发。",
  "answer-not-kept": "带这个 Idempotency-Key 的请求已经执行。它的应答太长、是数据流或含有机密，没有保存。",
  "other-request": "这个 Idempotency-Key 属于另一个请求。每个请求请用自己的键。",
  conflict: "{detail}",
  unauthorized: ({ commandLine = false }) =>
    commandLine
      ? "这个 Jia 需要令牌。在它所在的机器上，请用 --data 给出它启动时的数据目录；在其他机器上，请把 JIA_TOKEN 设为一个令牌（jia token create 名称）。"
      : "API 需要令牌，请在请求头 Authorization: Bearer <token> 中提供。",
  forbidden: "请求被拒绝：{detail}。",
  "too-large": ({ most = 1 }) => `请求过大：最多 ${most} MB。`,
  "address-too-long": "请求的地址太长。",
  "unsupported-media-type": "请发送 JSON，并注明 Content-Type: application/json。",
  "unmet-expectation": "无法满足请求的期望（“{expected}”），请去掉 Expect 头。",
  "too-many-requests": "请求过于频繁，请在 {seconds} 秒后重试。",
  "headers-too-large": "请求头过大。",
  offline: "“{device}”不在线，请检查电源和网络。",
  "device-rejected": "“{device}”拒绝执行（代码 {code}）。",
  "device-failed": "网桥报告：“{reason}”。",
  "members-commanded": "“{device}”是设备组，其成员已单独控制，因此未对该组发送指令。若要控制全部成员，请只控制该组。",
  "left-running": "“{device}”需要一直开着，这次没有关。只有指名要关它时才会关：不要再试。",
  "port-taken": "{host} 的端口 {port} 已被其他程序占用。请用 {flag} 换一个端口，或停止该程序。",
  "mqtt-port-taken":
    "{host} 的端口 {port} 已被占用，可能是另一个 MQTT 服务器：可用 --mqtt mqtt://{host}:{port} 直接使用它，或用 --mqtt-port 为 Jia 自带的服务器换一个端口。",
  "broker-unreachable": "MQTT 服务器 {url} 没有响应：{detail}。",
  "may-still-happen": "命令发出后，MQTT 服务器 {url} 没有回应。它恢复后命令仍可能被执行：请先查看，再重试。",
  "not-sent": "没有发送：{detail}。",
  "unknown-name": ({ what, name, known = "", note = "" }) =>
    `没有名为“${name}”的${what}。${known && `最接近的有：${known}。`}${note}`,
  "ambiguous-name": "“{name}”可能指：{known}。请用其中一个，或询问是哪一个。",
  "value-unknown": "“{device}”的“{address}”当前值未知，无法在其基础上调整。请直接给出目标值。",
  "unknown-tool": "没有名为“{name}”的工具。可用的工具有：{known}。",
  "invalid-tool-arguments": "{tool} 的参数无效：{detail}。请改正后重新调用。",
  "too-many-calls": "未执行：本轮的 {limit} 次工具调用已用完。请用已知信息作答。",
  "stands-by": "另一个 Jia 实例正在运行计划任务，本实例处于待命状态。请访问那个实例。",
  stopping: "Jia 正在停止，请在重新启动后再试。",
  "store-unavailable":
    "数据库无法使用（{where}）：{detail}。未保存任何内容。请检查其文件夹是否存在、Jia 是否有读写权限；使用 PostgreSQL 时，请检查服务器是否在运行。",
  "invalid-backup": "{file}：{reason}未作任何更改。",
  "store-locked":
    "数据库 {where} 被另一个程序锁定。未保存任何内容。请关闭占用它的程序（编辑器、正在进行的复制），之后 Jia 会自动继续。",
  "store-full": "{where} 所在的磁盘已满。未保存任何内容。请腾出空间，之后 Jia 会自动继续。",
  "store-read-only": "数据库 {where} 只能读取。未保存任何内容。请允许 Jia 写入该文件及其文件夹，之后会自动继续。",
  "store-moved":
    "数据库文件 {where} 在 Jia 运行期间被删除或替换。现在保存的内容会丢失，因此不再保存。请把文件放回原处，或停止并重新启动 Jia：它会以届时的文件为准。",
  "store-damaged":
    "数据库 {where} 已损坏：{detail}。未保存任何内容。请停止 Jia，用最近的备份替换它：jia restore FILE。现有的文件会保留在旁边。",
  "clock-behind": "本机时钟显示 {now}，但历史记录已到 {mark}。请校准时钟；在此之前不会记录新的历史。",
  "camera-unavailable": "摄像头 {camera} 没有画面：{detail}。",
  "history-off": "Jia 没有保存历史记录。请将 history.enabled 设为 true，然后重新启动 Jia。",
  "store-not-on-disk":
    "{where} 所在的磁盘未能写入数据：{detail}。最近保存的内容在本机运行期间仍然有效，断电后可能丢失。磁盘恢复之前不再保存任何内容。请检查磁盘，并把备份存到另一块磁盘上。",
  "store-newer":
    "数据库（{where}）由更新版本的 Jia 写入：其中有“{found}”，而本版本只认识到“{known}”。未作任何更改。请启动更新版本，或改用升级之前的数据备份。",
  "folder-unusable": "无法把数据保存在 {folder}：{reason}。请另选一个文件夹：--data 文件夹 或 JIA_DATA。",
  "folder-in-use":
    "数据文件夹 {folder} 已有 Jia 在使用{holder}。请先停止它，或为这个家另设一个文件夹：--data FOLDER 或 JIA_DATA。",
  "other-home":
    "{where} 中的数据属于另一个家：“{owner}”（{ownerSource}），而这个家是“{home}”（{homeSource}）。请为这个家另设一个文件夹：--data FOLDER 或 JIA_DATA（使用 PostgreSQL 时另设一个数据库：DATABASE_URL）。若要沿用其中的场景、自动化和定时器，请加上 --take-over。",
  "other-home-backup": ({ file, owner, ownerSource, home, homeSource }) =>
    `备份 ${file} 属于另一个家：“${owner}”（${ownerSource}），而这个家是“${home}”（${homeSource}）。若要为那个家恢复，请指明它：${ownerSource === "broker" ? "--mqtt URL" : `--home ${ownerSource}`}。若要交给“${home}”使用，请加上 --take-over。未作任何更改。`,
  "other-simulator": ({ name, devices, url, apart }) =>
    apart
      ? `“${name}”已在 ${url} 上使用其中 ${devices.length} 个设备标识：${devices.slice(0, 3).join("、")}${devices.length > 3 ? ` 等` : ""}。两个家使用相同的标识会互相抢走设备。请停止那一个，或为这里的每个标识加上前缀：jia simulate HOME --prefix TEXT`
      : `“${name}”已在 ${url} 上作为 Zigbee2MQTT 运行，而同一服务器上只能有一个。请停止那一个，或改用其他方言模拟：jia simulate HOME --as miot --prefix TEXT`,
  "memory-denied": "我只替这个家的人记事，这一条不归你改。",
  "memory-secret": "这个我不记：密码、PIN、密钥和卡号放在我这里不安全，请用密码管理器保存。",
  "memory-full": "我已经记了 {limit} 件，记不下了。请先让我忘掉一些。",
  "memory-too-long": "太长了，记不下：最多 {limit} 个字。",
  "memory-name-taken": ({ name, thing }) => `“${name}”已经是${thing}的名字了，请换一个。`,
  "model-unavailable": "模型目前不可用：{detail}。",
  cancelled: "已在完成之前停止。",
  timeout: "{what}在 {seconds} 秒内没有响应。",
  internal: "Jia 出错了：{detail}。请反馈此问题。",
};
