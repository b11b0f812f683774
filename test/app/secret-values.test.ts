import { describe, expect, it } from "vitest";
import { SecretValues } from "../../src/app/secret-values.ts";
import { loadConfig } from "../../src/config/index.ts";

const PASSWORD = 'cam"pässw0rd';
const yaml = `
mqtt: { username: jia, password: mosquitto-secret }
cameras:
  - { id: door, name: Door, stream: "rtsp://admin:${encodeURIComponent(PASSWORD)}@192.168.1.7/live" }
  - { id: yard, name: Yard, still: "http://192.168.1.8/snap?token=yard-token-1" }
model: { url: "https://user:url-word@models.example/v1" }
mcp: { servers: [{ name: notes, command: notes, tools: [find], env: { KEY: NOTES_KEY } }] }
`;
const { config } = loadConfig({ flags: {}, env: {}, cwd: process.cwd(), text: yaml });
const secrets = new SecretValues(config, { NOTES_KEY: "notes-key-4711" });

describe("the secrets of a configuration", () => {
  it.each([
    ["a setting", "mosquitto-secret"],
    ["the password of a camera", PASSWORD],
    ["the key in the address of a camera", "yard-token-1"],
    ["the password in an address", "url-word"],
    ["a variable of the environment", "notes-key-4711"],
    ["a key of Jia", "jiap_abcdefghijklmnopqrstuvwxyz"],
  ])("are found, whatever they are: %s", (_kind, secret) => {
    expect(secrets.isIn({ query: `x ${secret} y` })).toBe(true);
  });

  const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  it.each([
    ["in a link", (secret: string) => `https://a.example/?q=${encodeURIComponent(secret)}`],
    ["in a link in a link", (secret: string) => `https://a.example/?to=${twice(secret)}`],
    ["as JSON", (secret: string) => JSON.stringify({ secret })],
    [
      "as JSON with codes",
      (secret: string) => secret.replace(/./gu, (each) => `\\u00${Buffer.from(each, "latin1").toString("hex")}`),
    ],
    ["in base64", base64],
    ["in base64 behind other letters", (secret: string) => `look:${base64(`a${secret}`)}`],
    ["in base64 right behind a word", (secret: string) => `say${base64(`xy${secret}z`)}`],
    ["in base64 for links", (secret: string) => Buffer.from(`?${secret}`).toString("base64url")],
    ["in hexadecimal", (secret: string) => Buffer.from(secret).toString("hex")],
    ["backwards", (secret: string) => [...secret].reverse().join("")],
    ["in capitals", (secret: string) => secret.toUpperCase()],
    ["with blanks between", (secret: string) => [...secret].join(" ")],
    ["in full width", (secret: string) => secret.replace("-", "－")],
  ])("are found however they are written: %s", (_how, write) => {
    for (const secret of ["mosquitto-secret", PASSWORD]) expect(secrets.isIn({ day: write(secret) })).toBe(true);
  });

  it("are found in names of fields, in lists, and over two arguments", () => {
    expect(secrets.isIn({ "notes-key-4711": 1 })).toBe(true);
    expect(secrets.isIn({ words: [["notes-key-4711"]] })).toBe(true);
    expect(secrets.isIn({ a: ["notes-", "key-4711"] })).toBe(true);
  });

  it("are not seen in what is no secret", () => {
    for (const said of [
      "dentist on Friday at 10",
      "看牙医",
      "SGVsbG8gd29ybGQ=",
      "https://a.example/?q=tea%20leaves",
      "%E0%A4%A",
      "\\u12",
    ])
      expect(secrets.isIn({ said, count: 4711 })).toBe(false);
  });
});
