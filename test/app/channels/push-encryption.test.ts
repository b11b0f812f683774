import { createECDH } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encryptPush, MAX_PUSH } from "../../../src/app/channels/push-encryption.ts";
import { decrypted } from "../../support/receivers/push-service.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "base64url");

/** RFC 8291, appendix A. */
const EXAMPLE = {
  text: "When I grow up, I want to be a watermelon",
  senderPrivate: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
  browserPublic: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  browserPrivate: "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
  salt: "DGv6ra1nlYgDCS1FRnbzlw",
  body:
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml" +
    "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT" +
    "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};

describe("the example of RFC 8291", () => {
  it("is encrypted to exactly its bytes", () => {
    const keys = { p256dh: bytes(EXAMPLE.browserPublic), auth: bytes(EXAMPLE.auth) };
    const nonce = { privateKey: bytes(EXAMPLE.senderPrivate), salt: bytes(EXAMPLE.salt) };
    expect(encryptPush(Buffer.from(EXAMPLE.text), keys, nonce).toString("base64url")).toBe(EXAMPLE.body);
  });

  it("is decrypted by the receiver of these tests", () => {
    const keys = createECDH("prime256v1");
    keys.setPrivateKey(bytes(EXAMPLE.browserPrivate));
    expect(decrypted(bytes(EXAMPLE.body), { keys, auth: bytes(EXAMPLE.auth) }).toString()).toBe(EXAMPLE.text);
  });
});

describe("a push message", () => {
  const keys = createECDH("prime256v1");
  keys.generateKeys();
  const auth = Buffer.alloc(16, 7);
  const browser = { p256dh: keys.getPublicKey(), auth };

  it.each([0, 1, 100, MAX_PUSH])("of %i bytes can be decrypted, with a new key each time", (length) => {
    const text = Buffer.alloc(length, "水");
    const [first, second] = [encryptPush(text, browser), encryptPush(text, browser)];
    expect(decrypted(first, { keys, auth })).toEqual(text);
    expect(first.equals(second)).toBe(false);
    expect(first.length).toBeLessThanOrEqual(4_096);
  });

  it("that is too long is refused, and so is an invalid key", () => {
    expect(() => encryptPush(Buffer.alloc(MAX_PUSH + 1), browser)).toThrow(RangeError);
    expect(() => encryptPush(Buffer.from("x"), { p256dh: Buffer.alloc(65, 4), auth })).toThrow();
  });

  it("that was changed on the way cannot be decrypted", () => {
    const body = encryptPush(Buffer.from("the door is shut"), browser);
    body.writeUInt8(body.readUInt8(body.length - 20) ^ 1, body.length - 20);
    expect(() => decrypted(body, { keys, auth })).toThrow();
  });
});
