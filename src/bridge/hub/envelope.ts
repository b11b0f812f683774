/**
 * What every local payload of a central hub gateway is wrapped in: a list of fields, each with a little-endian 32-bit
 * length in bytes, one byte for its type, and its data. Texts are UTF-8 and end with a zero byte, which the length counts.
 */
export interface Envelope {
  /** Joins a reply to its request. */
  readonly id?: number;
  /** Where the reply is to be published. */
  readonly replyTopic?: string;
  /** Who sent it: "local" for a client in the home. */
  readonly from?: string;
  /** JSON. */
  readonly payload?: string;
}

const FIELD = { id: 0, replyTopic: 1, payload: 2, from: 3 } as const;
const FIELD_HEAD_BYTES = 5;

export function encodeEnvelope({ id, from, replyTopic, payload }: Envelope): Buffer {
  const parts: Buffer[] = [];
  if (id !== undefined) {
    const data = Buffer.alloc(4);
    data.writeUInt32LE(id >>> 0);
    parts.push(field(FIELD.id, data));
  }
  if (from !== undefined) parts.push(textField(FIELD.from, from));
  if (replyTopic !== undefined) parts.push(textField(FIELD.replyTopic, replyTopic));
  if (payload !== undefined) parts.push(textField(FIELD.payload, payload));
  return Buffer.concat(parts);
}

/** Reads an envelope; null when its lengths do not fit the bytes. Unknown types are skipped; the last of a type counts. */
export function decodeEnvelope(bytes: Uint8Array): Envelope | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const envelope: { -readonly [Key in keyof Envelope]: Envelope[Key] } = {};
  let at = 0;
  while (at < buffer.length) {
    if (at + FIELD_HEAD_BYTES > buffer.length) return null;
    const end = at + FIELD_HEAD_BYTES + buffer.readUInt32LE(at);
    if (end > buffer.length) return null;
    const data = buffer.subarray(at + FIELD_HEAD_BYTES, end);
    switch (buffer[at + 4]) {
      case FIELD.id:
        if (data.length !== 4) return null;
        envelope.id = data.readUInt32LE(0);
        break;
      case FIELD.replyTopic:
        envelope.replyTopic = text(data);
        break;
      case FIELD.payload:
        envelope.payload = text(data);
        break;
      case FIELD.from:
        envelope.from = text(data);
        break;
      default:
        break; // A type of a newer firmware.
    }
    at = end;
  }
  return envelope;
}

function textField(type: number, content: string): Buffer {
  return field(type, Buffer.from(`${content}\0`, "utf8"));
}

function field(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(FIELD_HEAD_BYTES);
  head.writeUInt32LE(data.length);
  head[4] = type;
  return Buffer.concat([head, data]);
}

function text(data: Buffer): string {
  const end = data.indexOf(0);
  return data.toString("utf8", 0, end < 0 ? data.length : end);
}
