import { decrypt, encrypt, md5 } from "./cipher.ts";

/**
 * The datagram of miIO, all numbers big endian:
 *
 * | bytes | content |
 * | --- | --- |
 * | 0–1 | 0x2131 |
 * | 2–3 | length of the datagram |
 * | 4–11 | device id; all ones in a hello |
 * | 12–15 | stamp: seconds since the device started; all ones in a hello |
 * | 16–31 | md5(bytes 0–15 + token + body); all ones in a hello, the token or ones in its answer |
 * | 32– | body: JSON, encrypted; absent in a hello |
 */
const HEADER_BYTES = 32;
const MAGIC = 0x2131;

/** The hello, which asks a device who it is; it may be broadcast. */
export const HELLO: Uint8Array = Buffer.concat([Buffer.from("21310020", "hex"), Buffer.alloc(28, 0xff)]);

export interface PacketHeader {
  /** Decimal, as everywhere else in Mi Home. */
  readonly did: string;
  /** Seconds since the device started: a request must carry the device's own time. */
  readonly stamp: number;
}

export type DecodedPacket =
  /** A hello, or the answer to one. */
  | { readonly kind: "hello"; readonly header: PacketHeader; readonly question: boolean }
  /** `text` is the decrypted body, JSON if all is well. */
  | { readonly kind: "message"; readonly header: PacketHeader; readonly text: string }
  /** Not a datagram of this protocol (`malformed`), or made with another token (`token`). */
  | { readonly kind: "bad"; readonly reason: "malformed" | "token" };

/** A message for, or of, the device with this token. */
export function encodeMessage(header: PacketHeader, token: Uint8Array, text: string): Buffer {
  // Devices end the JSON with a zero byte, as a C string.
  const body = encrypt(token, Buffer.from(`${text}\0`, "utf8"));
  const head = encodeHeader(header, HEADER_BYTES + body.length);
  return Buffer.concat([head, md5(head, token, body), body]);
}

/** The answer to a hello; a device that is set up does not show its token and fills the checksum with ones. */
export function encodeHelloAnswer(header: PacketHeader): Buffer {
  return Buffer.concat([encodeHeader(header, HEADER_BYTES), Buffer.alloc(16, 0xff)]);
}

/** Reads one datagram; `token` is that of the device it came from. Never throws: the bytes come from the network. */
export function decodePacket(bytes: Uint8Array, token: Uint8Array): DecodedPacket {
  const packet = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packet.length < HEADER_BYTES || packet.readUInt16BE(0) !== MAGIC || packet.readUInt16BE(2) !== packet.length) {
    return { kind: "bad", reason: "malformed" };
  }
  const header = { did: packet.readBigUInt64BE(4).toString(), stamp: packet.readUInt32BE(12) };
  if (packet.length === HEADER_BYTES) {
    return { kind: "hello", header, question: packet.subarray(4, 16).every((byte) => byte === 0xff) };
  }
  const body = packet.subarray(HEADER_BYTES);
  const sum = md5(packet.subarray(0, 16), token, body);
  if (!sum.equals(packet.subarray(16, 32))) return { kind: "bad", reason: "token" };
  try {
    return { kind: "message", header, text: decrypt(token, body).toString("utf8").replace(/\0+$/, "") };
  } catch {
    return { kind: "bad", reason: "token" };
  }
}

function encodeHeader({ did, stamp }: PacketHeader, length: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt16BE(MAGIC, 0);
  head.writeUInt16BE(length, 2);
  head.writeBigUInt64BE(BigInt(did), 4);
  head.writeUInt32BE(stamp >>> 0, 12);
  return head;
}
