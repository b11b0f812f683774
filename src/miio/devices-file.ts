import { z } from "zod";
import { cleanText, homeMessage, invalidFile, issueProblem, type Message, problemAt } from "../home/index.ts";
import { TOKEN_BYTES } from "./cipher.ts";

/** A Wi-Fi device and the token that opens it. */
export interface MiioDeviceEntry {
  /** Decimal. */
  readonly did: string;
  /** 16 bytes; a secret, never logged or published. */
  readonly token: Uint8Array;
  /** IP address or host name; null: found by its answer to a broadcast. */
  readonly address: string | null;
  readonly port: number;
  /** null: the device is asked. */
  readonly model: string | null;
  readonly name: string | null;
  readonly room: string | null;
}

/** UDP port of every miIO device. */
export const MIIO_PORT = 54_321;

const text = z.string().min(1).max(200);
const Entry = z.looseObject({
  did: z.union([z.string(), z.number().int().positive()]).transform(String),
  token: z.string(),
  address: text.nullish(),
  /** As exports of the Mi Home cloud call it. */
  localip: text.nullish(),
  local_ip: text.nullish(),
  port: z.number().int().min(1).max(65_535).default(MIIO_PORT),
  model: text.nullish(),
  name: text.nullish(),
  room: text.nullish(),
  room_name: text.nullish(),
});
type Entry = z.infer<typeof Entry>;

/**
 * Reads the list of devices with their tokens: `{"devices": [{"did", "token", "address"?, "model"?, "name"?, "room"?}]}`,
 * or the bare list; the field names of the cloud's device list (`localip`, `room_name`) are taken too. Records without a
 * token (Bluetooth and Zigbee devices in a full export) are left out.
 * @param file how the file is called in messages
 * @throws JiaError `invalid-file` that lists every problem and shows no token
 */
export function parseDevicesFile(content: string, file: string): MiioDeviceEntry[] {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch (error) {
    // The cause is left out: V8 quotes the text around a mistake, which may be a token here.
    throw invalidFile(file, [homeMessage("notJson", { detail: placeOf(error) })]);
  }
  const List = z.union([z.array(z.unknown()), z.looseObject({ devices: z.array(z.unknown()) })]);
  const list = List.safeParse(data);
  if (!list.success) {
    throw invalidFile(file, [homeMessage("giveForm", { form: '{"devices": [{"did": "…", "token": "…"}]}' })]);
  }
  const records = Array.isArray(list.data) ? list.data : list.data.devices;
  const problems: Message[] = [];
  const entries: MiioDeviceEntry[] = [];
  const seen = new Set<string>();
  records.forEach((record, index) => {
    if (!isRecord(record) || record["token"] === undefined || record["token"] === "") return;
    const parsed = Entry.safeParse(record);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      if (issue) problems.push(issueProblem({ ...issue, path: ["devices", index, ...issue.path] }));
      return;
    }
    const { did } = parsed.data;
    const wrong = problemOf(parsed.data, seen);
    if (wrong) problems.push(problemAt(`devices[${index}] (${cleanText(did, 24)})`, wrong));
    else entries.push(toEntry(parsed.data));
    seen.add(did);
  });
  if (problems.length > 0) {
    throw invalidFile(file, problems);
  }
  return entries;
}

function problemOf({ did, token }: Entry, seen: ReadonlySet<string>): Message | null {
  const text = cleanText(did, 24);
  if (!/^\d{1,20}$/.test(did) || BigInt(did) >= 2n ** 64n) return problemAt("did", homeMessage("notDecimal", { text }));
  if (seen.has(did)) return problemAt("did", homeMessage("repeatedId", { id: text }));
  const digits = TOKEN_BYTES * 2;
  if (!new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(token)) {
    return problemAt("token", homeMessage("hexadecimal", { digits }));
  }
  return null;
}

function toEntry(entry: Entry): MiioDeviceEntry {
  const name = (given: string | null | undefined) => (given ? cleanText(given) : null);
  return {
    did: entry.did,
    token: Buffer.from(entry.token, "hex"),
    address: entry.address ?? entry.localip ?? entry.local_ip ?? null,
    port: entry.port,
    model: name(entry.model),
    name: name(entry.name),
    room: name(entry.room ?? entry.room_name),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where V8 says that the mistake is, without what stands there. */
function placeOf(error: unknown): string | null {
  return error instanceof Error ? (/position \d+|line \d+ column \d+/.exec(error.message)?.[0] ?? null) : null;
}
