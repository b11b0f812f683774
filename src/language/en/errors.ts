import type { ErrorCode } from "../../home/index.ts";

/** The texts of errors, keyed by code: what is wrong and what to do. `{name}` is the detail of that name. */
export const errors = {
  "unknown-device": ({ device, alike = [] }: { device: string; alike?: readonly string[] }) =>
    `There is no device "${device}". ${alike.length > 0 ? `Did you mean ${alike.join(" or ")}? ` : ""}List them with GET /api/devices or "jia devices".`,
  "unknown-room": 'There is no room "{room}". There are: {known}.',
  "unknown-property": '"{device}" has no property "{address}". It has: {known}.',
  "unknown-action": '"{device}" has no action "{address}". It has: {known}.',
  "not-writable": '"{address}" of "{device}" can only be read.',
  "invalid-value": '"{value}" does not fit "{address}": give {expected}.',
  "invalid-arguments": 'The action "{address}" takes {expected}.',
  "invalid-spec": "The spec is not MIoT-Spec-V2: {detail}.",
  "invalid-home": "The home file {file} has problems:\n{detail}",
  "invalid-file": "The file {file} has problems:\n{detail}",
  "open-secret":
    "The file {file} holds secrets, and others on this machine may read it (mode {mode}). Run: chmod 600 {file}",
  "missing-program": "The program {program} is not installed. Install it: {install}",
  "spec-site": "The public spec site gave no spec: {detail}. Put the instance JSON into the specs folder yourself.",
  "invalid-config": "The configuration has problems:\n{detail}",
  usage: "{detail}",
  "not-running": 'No Jia answers at {url}. Start it with "npm start", or name another with --url.',
  "invalid-request": "The request is not valid: {detail}.",
  "invalid-definition": 'The {what} "{name}" cannot be saved:\n{detail}',
  denied: "The policy does not allow this: {detail}.",
  "unknown-confirmation": "There is nothing to confirm: a confirmation holds for one minute and once. Ask again.",
  "not-found": "There is no {what}.",
  "wrong-method": '"{path}" does not take {method}. It takes: {allowed}.',
  "request-timeout": "The request did not arrive in time. Send it again.",
  conflict: "{detail}",
  unauthorized: "Give the API token as Authorization: Bearer <token>.",
  forbidden: "This request is refused: {detail}.",
  "too-large": "The request is too large: send at most 1 MB.",
  "address-too-long": "The address of the request is too long.",
  "unsupported-media-type": "Send JSON, with Content-Type: application/json.",
  "unmet-expectation": 'What the request expects ("{expected}") cannot be met. Leave the header Expect out.',
  "too-many-requests": "That is too often. Try again in {seconds} s.",
  "headers-too-large": "The headers of the request are too large.",
  offline: '"{device}" is not reachable. Check its power and its network.',
  "device-rejected": '"{device}" refused it (code {code}).',
  "device-failed": 'its bridge reports: "{reason}".',
  "members-commanded":
    '"{device}" is a group and was left out, because its members are commanded by themselves. To command all of them, command the group alone.',
  "port-taken": "Port {port} on {host} is taken by another program. Choose another with {flag}, or stop that program.",
  "mqtt-port-taken":
    "Port {port} on {host} is taken, perhaps by an MQTT broker: use that one with --mqtt mqtt://{host}:{port}, or give Jia's own another port with --mqtt-port.",
  "broker-unreachable": "The MQTT broker at {url} does not answer: {detail}.",
  "may-still-happen":
    "The MQTT broker at {url} stopped answering after this was sent. It may still happen when the broker comes back: look before you ask again.",
  "not-sent": "This was not sent: {detail}.",
  "unknown-name": 'There is no {what} "{name}". Nearest: {known}.',
  "ambiguous-name": '"{name}" can be several devices: {known}. Give one of these handles, or ask which one is meant.',
  "value-unknown":
    'The value of "{address}" of "{device}" is not known now, so it cannot be changed from there. Give the value itself.',
  "unknown-tool": 'There is no tool "{name}". The tools are: {known}.',
  "invalid-tool-arguments": "The arguments of {tool} are not valid: {detail}. Correct them and call it again.",
  "too-many-calls": "Not run: this turn has used up its {limit} tool calls. Answer with what is known.",
  "stands-by": "Another instance of Jia runs the schedules; this one stands by. Ask that one.",
  stopping: "Jia is stopping. Ask again when it has started.",
  "store-unavailable":
    "The database cannot be used ({where}): {detail}. Nothing was saved. Is its folder there, and may Jia read and write it? With PostgreSQL: is the server up?",
  "invalid-backup": "{file}: {reason} Nothing was changed.",
  "store-locked":
    "The database {where} is locked by another program. Nothing was saved. Close what has it open (an editor, a copy in progress); Jia goes on by itself then.",
  "store-full": "The disk of {where} is full. Nothing was saved. Make room on it; Jia goes on by itself then.",
  "store-read-only":
    "The database {where} may only be read. Nothing was saved. Let Jia write the file and its folder; it goes on by itself then.",
  "store-moved":
    "The database file {where} was deleted or replaced while Jia was running. What is saved now would be lost, so nothing is. Put the file back, or stop Jia and start it again: it begins with what is there then.",
  "store-damaged":
    "The database {where} is damaged: {detail}. Nothing was saved. Stop Jia and put the newest backup in its place: jia restore FILE. What is there now is kept beside it.",
  "store-not-on-disk":
    "The disk of {where} does not take what was written: {detail}. What was saved last is there as long as the machine runs, and may be gone after a power cut. Nothing more is saved until the disk takes it. Look after the disk, and make a backup on another one.",
  "store-newer":
    'The database ({where}) was written by a newer version of Jia: it holds "{found}", and this version knows no more than "{known}". Nothing was changed. Start the newer version, or go back to a copy of the data from before it.',
  "folder-in-use":
    "Jia already runs on the data folder {folder}{holder}. Stop that one first, or give this home a folder of its own: --data FOLDER, or JIA_DATA.",
  "other-home":
    'The data in {where} belongs to another home: "{owner}" ({ownerSource}), and this one is "{home}" ({homeSource}). Give this home a folder of its own: --data FOLDER, or JIA_DATA (with PostgreSQL a database of its own: DATABASE_URL). If it is to go on with the scenes, automations and timers that are there, add --take-over.',
  "other-home-backup": ({ file, owner, ownerSource, home, homeSource }: BackupOfOther) =>
    `The backup ${file} is of another home: "${owner}" (${ownerSource}), and this one is "${home}" (${homeSource}). To restore it for that home, name it: ${ownerSource === "broker" ? "--mqtt URL" : `--home ${ownerSource}`}. To give it to "${home}" instead: --take-over. Nothing was changed.`,
  "other-simulator": ({
    name,
    devices,
    url,
    apart,
  }: {
    name: string;
    devices: readonly string[];
    url: string;
    apart: boolean;
  }) =>
    apart
      ? `"${name}" has ${devices.length} of these devices on ${url} already: ${devices.slice(0, 3).join(", ")}${devices.length > 3 ? ` and ${devices.length - 3} more` : ""}. Two homes with the same ids take each other's devices away. Stop that one, or give every id here a text of its own: jia simulate HOME --prefix TEXT`
      : `"${name}" is a Zigbee2MQTT on ${url} already, and there can be one. Stop that one, or simulate in another dialect: jia simulate HOME --as miot --prefix TEXT`,
  "model-unavailable": "The model cannot be used now: {detail}.",
  cancelled: "Stopped before it was done.",
  timeout: "{what} did not answer in {seconds} s.",
  internal: "Jia made a mistake: {detail}. Please report it.",
} satisfies Record<ErrorCode, string | ((values: never) => string)>;

export interface BackupOfOther {
  readonly file: string;
  readonly owner: string;
  /** A home file, an example, or `broker` where a broker alone tells what is there. */
  readonly ownerSource: string;
  readonly home: string;
  readonly homeSource: string;
}
