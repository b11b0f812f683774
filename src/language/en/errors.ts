import type { ErrorCode } from "../../home/index.ts";
import { grammar, the } from "./grammar.ts";

/** The texts of errors, keyed by code: what is wrong and what to do. `{name}` is the detail of that name. */
export const errors = {
  /** `several`: several devices have exactly this name; `commandLine`: for the command line, not the API. */
  "unknown-device": ({ device, alike = [], several = false, commandLine = false }: UnknownDeviceValues) => {
    const list = `List all devices with ${commandLine ? "" : "GET /api/devices or "}"jia devices".`;
    if (several) return `More than one device is called "${device}". Use a handle: ${alike.join(", ")}.`;
    return `There is no device "${device}". ${alike.length > 0 ? `Did you mean ${grammar.list(alike, "or")}? ` : ""}${list}`;
  },
  "unknown-room": 'There is no room "{room}". The rooms are: {known}.',
  "unknown-floor": ({ floor, known }: { floor: string; known: string }) =>
    known === ""
      ? `There is no floor "${floor}": this home has no floors.`
      : `There is no floor "${floor}". The floors are: ${known}.`,
  "unknown-model": 'There is no model "{model}". There are: {known}. A language may follow: {languages}.',
  "unknown-response": 'There is no response "{id}" to go on from. Send the whole conversation instead.',
  "unknown-property": ({ device, address, known }: UnknownPartValues) =>
    `"${device}" has no property "${address}".${itHas(known)}`,
  "unknown-action": ({ device, address, known }: UnknownPartValues) =>
    `"${device}" has no action "${address}".${itHas(known)}`,
  "not-writable": ({ device, address, known = "" }: UnknownPartValues) =>
    `"${address}" of "${device}" is read-only.${known && ` What can be set: ${known}.`}`,
  "invalid-value": ({ value, address, expected }: { value: string; address: string; expected: string }) =>
    `"${value}" is not a valid value for "${address}". Use ${expected}.`,
  "invalid-arguments": 'The action "{address}" takes {expected}.',
  "invalid-spec": "The spec is not valid MIoT-Spec-V2: {detail}.",
  "invalid-home": "The home file {file} has problems:\n{detail}",
  "invalid-file": "The file {file} has problems:\n{detail}",
  "open-secret":
    "The file {file} holds secrets, but other users of this machine can read it (mode {mode}). Run: chmod 600 {file}",
  "missing-program": "The program {program} is not installed. Install it: {install}",
  "spec-site":
    "Jia could not get the spec from the public spec site: {detail}. Put the spec's JSON file into the specs folder yourself.",
  "invalid-config": "The configuration has problems:\n{detail}",
  usage: "{detail}",
  "not-running": 'Jia does not answer at {url}. Start it with "npm start", or give its address with --url.',
  "invalid-request": ({ detail, commandLine = false }: { detail: string; commandLine?: boolean }): string =>
    commandLine ? `${detail}.` : `The request is not valid: ${detail}.`,
  "invalid-definition": 'The {what} "{name}" cannot be saved:\n{detail}',
  denied: "The policy does not allow this: {detail}.",
  "unknown-confirmation":
    "Nothing waits for this confirmation. A confirmation works once, within one minute. Send the command again.",
  "pin-needed": "This needs a PIN. Send it with the confirmation.",
  "wrong-pin": "The PIN is wrong.",
  "pin-locked": "After wrong PINs, Jia takes no other for a while. Try again in {wait}.",
  "not-found": ({ what, near }: { what: string; near?: string }) =>
    `There is no ${what}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
  "wrong-method": '"{path}" does not accept {method}. Use {allowed}.',
  "request-timeout": "The request did not arrive completely in time. Send it again.",
  "precondition-failed":
    "It has changed since it was read: the header If-Match names another version. Get it again and repeat your change.",
  "same-request-running": "The request with this Idempotency-Key is still running. Ask again for its answer.",
  "outcome-unknown":
    "Jia ended while the request with this Idempotency-Key ran, and nobody knows what it did. Look at the audit (GET /api/audit) before you send it with a new key.",
  "answer-not-kept":
    "The request with this Idempotency-Key was carried out. Its answer was too long, a stream or secret and was not kept.",
  "other-request": "This Idempotency-Key belongs to another request. Give each request a key of its own.",
  conflict: "{detail}",
  unauthorized: ({ commandLine = false }: { commandLine?: boolean }): string =>
    commandLine
      ? "This Jia needs a token. On its own machine, give the data folder with which it was started (--data); elsewhere set JIA_TOKEN to a token (jia token create NAME)."
      : "The API needs a token. Send it in the header Authorization: Bearer <token>. To make one: jia token create NAME.",
  forbidden: "Jia refuses this request: {detail}.",
  "too-large": ({ most = 1 }: { most?: number }) => `The request is too large. Send at most ${most} MB.`,
  "address-too-long": "The address of the request is too long. Send long values in the body.",
  "unsupported-media-type": "The body must be JSON. Send it with Content-Type: application/json.",
  "unmet-expectation":
    'Jia cannot do what the header Expect asks ("{expected}"). Send the request without this header.',
  "too-many-requests": "Too many requests. Try again in {seconds} s.",
  "headers-too-large": "The headers of the request are too large. Send fewer or shorter headers.",
  offline: '"{device}" is not reachable. Check its power and its network.',
  "device-rejected": '"{device}" refused the command (code {code}).',
  "device-failed": 'its bridge reports: "{reason}".',
  "members-commanded":
    '"{device}" is a group. Its members got commands of their own, so the group got none. To command all members, command only the group.',
  "left-running":
    '"{device}" must keep running, so it was left on. It is switched off only where a person names it: do not try again.',
  "port-taken": "Another program uses port {port} on {host}. Choose another port with {flag}, or stop that program.",
  "mqtt-port-taken":
    "Another program uses port {port} on {host}, perhaps an MQTT broker. Connect to that broker with --mqtt mqtt://{host}:{port}, or choose another port for Jia's own broker with --mqtt-port.",
  "broker-unreachable": "Jia has no connection to the MQTT broker at {url}: {detail}.",
  "may-still-happen":
    "The MQTT broker at {url} stopped answering after Jia sent the command. The device may still carry it out when the broker is back. Check the device before you try again.",
  "not-sent": "Jia did not send the command: {detail}.",
  /** @param note a further sentence: the plan waits for a yes */
  "unknown-name": ({
    what,
    name,
    known = "",
    note = "",
  }: {
    what: string;
    name: string;
    known?: string;
    note?: string;
  }) => [`There is no ${what} "${name}".`, known && `Closest matches: ${known}.`, note].filter(Boolean).join(" "),
  "ambiguous-name": '"{name}" may be any of these: {known}. Use one of them, or ask which one is meant.',
  "value-unknown":
    'Jia does not know the current value of "{address}" of "{device}", so it cannot raise or lower it. Give the value itself.',
  "unknown-tool": 'There is no tool "{name}". The tools are: {known}.',
  "invalid-tool-arguments": "The arguments of {tool} are not valid: {detail}. Correct them and call it again.",
  "too-many-calls": "Not run: this turn has used all of its {limit} tool calls. Answer with what is known.",
  "stands-by":
    "Another instance of Jia runs the schedules, and this one is on standby. Send the request to the other instance.",
  stopping: "Jia is stopping. Try again when it has started.",
  "store-unavailable":
    "Jia cannot use the database ({where}): {detail}. Nothing was saved. Check that the folder exists and that Jia may read and write it. With PostgreSQL, check that the server runs.",
  "invalid-backup": "{file}: {reason} Nothing was changed.",
  "store-locked":
    "Another program has locked the database {where}. Nothing was saved. Close that program (an editor, a running copy). Jia then continues by itself.",
  "store-full": "The disk of {where} is full. Nothing was saved. Free some space. Jia then continues by itself.",
  "store-read-only":
    "The database {where} is read-only. Nothing was saved. Give Jia the right to write the file and its folder. Jia then continues by itself.",
  "store-moved":
    "Somebody deleted or replaced the database file {where} while Jia was running. Nothing is saved now, because it would be lost. Put the file back, or restart Jia to work with the file that is there then.",
  "store-damaged":
    "The database {where} is damaged: {detail}. Nothing was saved. Stop Jia and restore the newest backup: jia restore FILE. The damaged file is kept beside the new one.",
  "clock-behind":
    "The clock of this machine says {now}, but the history already reaches to {mark}. Set the clock. Until then nothing is added to the history.",
  "camera-unavailable": "The camera {camera} gives no picture: {detail}.",
  "history-off": "Jia keeps no history. Set history.enabled to true and start Jia again.",
  "store-not-on-disk":
    "The disk of {where} did not accept what Jia wrote: {detail}. A power cut may lose what was saved last. Jia saves nothing more until the disk accepts it. Check the disk, and make a backup on another one.",
  "store-newer":
    'A newer version of Jia wrote the database ({where}): it holds "{found}", and this version knows only up to "{known}". Nothing was changed. Start the newer version, or restore a backup from before the upgrade.',
  "folder-unusable":
    "Jia cannot keep its data in {folder}: {reason}. Choose another folder: --data FOLDER or JIA_DATA.",
  "folder-in-use":
    "Another Jia already uses the data folder {folder}{holder}. Stop it first, or give this home its own folder: --data FOLDER or JIA_DATA.",
  "other-home":
    'The data in {where} belongs to another home: "{owner}" ({ownerSource}). This home is "{home}" ({homeSource}). Give this home its own folder: --data FOLDER or JIA_DATA (with PostgreSQL, its own database: DATABASE_URL). To keep the scenes, automations and timers of the other home for this one, add --take-over.',
  "other-home-backup": ({ file, owner, ownerSource, home, homeSource }: OtherBackupValues) =>
    `The backup ${file} is from another home: "${owner}" (${ownerSource}). This home is "${home}" (${homeSource}). To restore it for that home, add ${ownerSource === "broker" ? "--mqtt URL" : `--home ${ownerSource}`}. To use it for "${home}", add --take-over. Nothing was changed.`,
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
      ? `"${name}" already has ${devices.length} of these devices on ${url}: ${devices.slice(0, 3).join(", ")}${devices.length > 3 ? ` and ${devices.length - 3} more` : ""}. Two homes with the same device ids disturb each other. Stop the other one, or put a prefix before every id here: jia simulate HOME --prefix TEXT`
      : `"${name}" already runs as Zigbee2MQTT on ${url}, and a broker can have only one. Stop it, or simulate another dialect: jia simulate HOME --as miot --prefix TEXT`,
  "memory-denied": "I only remember things for the people of this home, and this is not yours to change.",
  "memory-secret":
    "I don't write that down: a PIN, a password, a key or a card number is not safe in what I remember. Keep it in a password manager.",
  "memory-full": "I remember {limit} things already, and no more fit. Let me forget something first.",
  "memory-too-long": "That is too long to remember: at most {limit} characters.",
  "memory-name-taken": ({ name, thing }: { name: string; thing: string }) =>
    `"${name}" is the name of ${the(thing)} already. Please choose another name.`,
  "model-unavailable": "Jia cannot use the model now: {detail}.",
  cancelled: "Stopped before it was finished.",
  timeout: "{what} did not answer in {seconds} s.",
  internal: "Jia has an internal error: {detail}. Please report it.",
} satisfies Record<ErrorCode, string | ((values: never) => string)>;

export interface UnknownDeviceValues {
  readonly device: string;
  readonly alike?: readonly string[];
  readonly several?: boolean;
  readonly commandLine?: boolean;
}

export interface OtherBackupValues {
  readonly file: string;
  readonly owner: string;
  /** A home file, an example, or `broker` for a home that only a broker describes. */
  readonly ownerSource: string;
  readonly home: string;
  readonly homeSource: string;
}

/** A part that a device does not have. */
export interface UnknownPartValues {
  readonly device: string;
  readonly address: string;
  /** The existing names as a list in words; may be empty. */
  readonly known?: string;
}

function itHas(known = ""): string {
  return known === "" ? "" : ` It has: ${known}.`;
}
