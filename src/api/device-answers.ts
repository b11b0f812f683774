/** The answers about devices as text: made once, and kept until something that they tell changes. */
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { inTurns } from "../automation/index.ts";
import { type Clock, type Device, type DeviceOverride, type Home, keepNewest, NO_OVERRIDE } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import { DeviceTexts, type TimedText } from "./device-texts.ts";
import { contentVersion, PROCESS_TAG, sendTagged } from "./etag.ts";
import { deviceJson, deviceWithSpecJson } from "./json.ts";
import { replyLanguage } from "./language.ts";
import type { Page } from "./list.ts";
import { clientDisconnected } from "./stream.ts";

/** A list that was answered. It holds for `from < now <= until`, until the home changes. */
interface KeptList extends Omit<TimedText, "text"> {
  readonly changes: number;
  /** Bytes, which are not encoded again. A short text alone goes out faster as a text, together with its headers. */
  readonly body: Buffer;
  readonly tag: string;
  /** The header with the next page. */
  readonly link: string | null;
}

/** A page of devices, and the fields of each. */
export interface ListedDevices {
  readonly page: Page<Device>;
  readonly withSpec: boolean;
  /** null: all fields. */
  readonly fields: readonly string[] | null;
  /** The cursor of the next page, which the header Link has too. */
  readonly next: string | null;
}

/** Most lists that are kept, and their bytes together. */
const MOST_LISTS = 64;
const MOST_BYTES = 16_000_000;

/** Versions of what people set, keyed by it: it is replaced, and never changed. */
const versions = new WeakMap<DeviceOverride, string>();

/** The version of what people set for a device, which If-Match names. The state of the device is no part of it. */
export function setVersion({ override = NO_OVERRIDE, essentialMark }: Device): string {
  const known = versions.get(override);
  const version = known ?? contentVersion(override);
  if (known === undefined) versions.set(override, version);
  return essentialMark === null ? version : `${version}-${essentialMark}`;
}

export class DeviceAnswers {
  readonly #home: Home;
  readonly #clock: Clock;
  /** Keyed by language, and by what is shown. */
  readonly #texts = new Map<string, DeviceTexts>();
  /** Keyed by who may see what, language and address. */
  readonly #lists = new Map<string, KeptList>();

  constructor(home: Home, clock: Clock) {
    this.#home = home;
    this.#clock = clock;
  }

  /** Answers with a device and its spec. */
  one(request: FastifyRequest, reply: FastifyReply, device: Device): void {
    const language = replyLanguage(this.#home, request.headers);
    const { text, from } = this.#textsOf(language, true).of(device, this.#clock.now());
    const tag = `"${setVersion(device)}.${PROCESS_TAG}.${language}.${this.#home.changesOf(device.id)}.${momentOf(from)}"`;
    sendTagged(request, reply, text, tag);
  }

  /**
   * Answers with a list.
   * @param scope who may see what; the same for all that see the same
   * @param list called when no list is kept
   */
  list(request: FastifyRequest, reply: FastifyReply, scope: string, list: () => ListedDevices): void | Promise<void> {
    const language = replyLanguage(this.#home, request.headers);
    const key = `${scope} ${language} ${request.url}`;
    const kept = this.#lists.get(key);
    const now = this.#clock.now();
    if (kept?.changes === this.#home.changes && kept.from < now && now <= kept.until) return send(request, reply, kept);
    return this.#make(request, reply, key, language, list());
  }

  async #make(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    language: Language,
    listed: ListedDevices,
  ): Promise<void> {
    const { page, withSpec, fields, next } = listed;
    // Taken first: what changes while the list is made makes it old.
    const { changes } = this.#home;
    const now = this.#clock.now();
    const texts = this.#textsOf(language, withSpec);
    const shown = await inTurns(page.items, clientDisconnected(reply), (device) => texts.of(device, now));
    const items = shown.map(({ text }) => (fields === null ? text : onlyFields(text, fields)));
    const from = Math.max(...shown.map((each) => each.from));
    const until = Math.min(...shown.map((each) => each.until));
    const link = reply.getHeader("link");
    const mark = createHash("sha1").update(key).digest("base64url").slice(0, 8);
    const made: KeptList = {
      ...{ changes, from, until },
      body: Buffer.from(`{"devices":[${items.join(",")}],"next":${JSON.stringify(next)}}`),
      tag: `"${PROCESS_TAG}.${mark}.${changes}.${momentOf(from)}"`,
      link: typeof link === "string" ? link : null,
    };
    this.#keep(key, made);
    send(request, reply, made);
  }

  #keep(key: string, list: KeptList): void {
    this.#lists.delete(key);
    this.#lists.set(key, list);
    keepNewest(this.#lists, MOST_LISTS);
    let bytes = 0;
    for (const [each, { body }] of [...this.#lists].reverse()) {
      bytes += body.length;
      if (bytes > MOST_BYTES) this.#lists.delete(each);
    }
  }

  #textsOf(language: Language, withSpec: boolean): DeviceTexts {
    const key = `${language} ${withSpec}`;
    const known = this.#texts.get(key);
    if (known) return known;
    const home = this.#home;
    const json = withSpec ? deviceWithSpecJson : deviceJson;
    const made = new DeviceTexts(this.#home, (device, now) => json(device, { home, now, language }));
    this.#texts.set(key, made);
    return made;
  }
}

function send(request: FastifyRequest, reply: FastifyReply, { body, tag, link }: KeptList): void {
  if (link !== null) reply.header("link", link);
  sendTagged(request, reply, body, tag);
}

/** The text of an object with some of its fields. */
function onlyFields(text: string, fields: readonly string[]): string {
  const whole: Readonly<Record<string, unknown>> = JSON.parse(text);
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field, whole[field]])));
}

/** A moment in a tag; 0 for the beginning of time. */
function momentOf(at: number): string {
  return Number.isFinite(at) ? at.toString(36) : "0";
}
