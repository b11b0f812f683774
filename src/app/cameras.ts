import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { CameraAddresses, CamerasPort, CameraView, Still } from "../api/resources/cameras.ts";
import type { CameraSetting } from "../config/index.ts";
import { cleanText, type Home, JiaError, type Message } from "../home/index.ts";
import { message } from "../language/index.ts";

/** How long a camera may take for a picture, in milliseconds; the largest picture, in bytes. */
const STILL_MS = 10_000;
const MOST_BYTES = 8 * 1024 * 1024;
/** Redirects that are followed, on the same host only. */
const MOST_REDIRECTS = 3;
/** What a browser shows as a picture and never runs. */
const PICTURES = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];

/** The cameras of jia.yaml. Whoever wrote an address there allowed it; nothing else leads to an address. */
export class Cameras implements CamerasPort {
  readonly #cameras: readonly CameraSetting[];
  readonly #home: Home;
  readonly #stillMs: number;
  /** Pictures that are on their way, keyed by camera: whoever asks meanwhile gets the same. */
  readonly #coming = new Map<string, Promise<Still>>();

  /** @param stillMs how long a camera may take for a picture */
  constructor(cameras: readonly CameraSetting[], home: Home, stillMs = STILL_MS) {
    this.#cameras = cameras;
    this.#home = home;
    this.#stillMs = stillMs;
  }

  list(): readonly CameraView[] {
    return this.#cameras.map((camera) => this.#view(camera));
  }

  async still(id: string): Promise<Still> {
    const camera = this.#camera(id);
    const address = stillAddress(camera);
    if (address === null) throw new JiaError("not-found", { what: message("cameras.noStill", { name: camera.name }) });
    const coming = this.#coming.get(id) ?? this.#fetch(camera, address).finally(() => this.#coming.delete(id));
    this.#coming.set(id, coming);
    return await coming;
  }

  stream(id: string): CameraAddresses {
    const { name, go2rtc, source, stream } = this.#camera(id);
    if (go2rtc === undefined || source === undefined) {
      if (stream === undefined) throw new JiaError("not-found", { what: message("cameras.noStream", { name }) });
      return { stream: shown(new URL(stream)), webrtc: null, mse: null, hls: null, mp4: null, page: null };
    }
    const at = (path: string, change = (url: URL): URL => url): string => shown(change(sourceAt(go2rtc, path, source)));
    const socket = (url: URL): URL => {
      url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
      return url;
    };
    return {
      stream: stream === undefined ? null : shown(new URL(stream)),
      webrtc: at("api/webrtc"),
      mse: at("api/ws", socket),
      hls: at("api/stream.m3u8"),
      mp4: at("api/stream.mp4"),
      page: at("stream.html"),
    };
  }

  #camera(id: string): CameraSetting {
    const camera = this.#cameras.find((each) => each.id === id);
    if (!camera) throw new JiaError("not-found", { what: message("cameras.named", { id: cleanText(id, 100) }) });
    return camera;
  }

  #view(camera: CameraSetting): CameraView {
    const { id, name, room, stream, go2rtc } = camera;
    return {
      ...{ id, name, room: room === undefined ? null : this.#home.layout.findRoom(room) },
      still: stillAddress(camera) !== null,
      stream: (stream ?? go2rtc) !== undefined,
    };
  }

  async #fetch({ name }: CameraSetting, address: URL): Promise<Still> {
    const failed = (detail: Message, cause?: unknown): JiaError =>
      new JiaError("camera-unavailable", { camera: name, detail }, cause);
    const signal = AbortSignal.timeout(this.#stillMs);
    let url = address;
    try {
      for (let redirects = 0; ; redirects += 1) {
        const answer = await get(url, signal);
        const { statusCode = 0, headers } = answer;
        if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
          answer.destroy();
          const next = URL.canParse(headers.location, url) ? new URL(headers.location, url) : null;
          if (!next || next.origin !== url.origin || redirects >= MOST_REDIRECTS)
            throw failed(message("cameras.redirected"));
          // The password goes only to the address that it was given for.
          next.username = url.username;
          next.password = url.password;
          url = next;
          continue;
        }
        const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
        if (statusCode !== 200) {
          answer.destroy();
          throw failed(message("cameras.status", { status: statusCode }));
        }
        if (!PICTURES.includes(type)) {
          answer.destroy();
          throw failed(message("cameras.noPicture", { type: cleanText(type, 60) }));
        }
        return { type, content: await read(answer, () => failed(message("cameras.tooLarge"))) };
      }
    } catch (error) {
      if (error instanceof JiaError) throw error;
      throw failed(message(signal.aborted ? "cameras.tooLate" : "cameras.noAnswer"), error);
    }
  }
}

/** The address of a camera's picture: its own, or that of go2rtc. */
function stillAddress({ still, go2rtc, source }: CameraSetting): URL | null {
  if (still !== undefined) return new URL(still);
  return go2rtc !== undefined && source !== undefined ? sourceAt(go2rtc, "api/frame.jpeg", source) : null;
}

/** An address of go2rtc for a stream. */
function sourceAt(base: string, path: string, source: string): URL {
  const url = new URL(path, base.endsWith("/") ? base : `${base}/`);
  url.searchParams.set("src", source);
  return url;
}

/** What many cameras take for a password within an address: `?user=a&pwd=b`, `/user=a_password=b_channel=1`. */
const PASSWORD_INSIDE = /([?&/_;](?:pass(?:word|wd)?|pwd|psw|auth|token|secret|key)=)[^&/?#;]*/gi;

/** An address without user and password. */
function shown(url: URL): string {
  url.username = "";
  url.password = "";
  return url.href.replaceAll(PASSWORD_INSIDE, "$1");
}

function get(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // User and password of the URL are sent as Basic authentication.
    request(url, { signal, headers: { accept: PICTURES.join(", ") } }, resolve)
      .on("error", reject)
      .end();
  });
}

async function read(answer: IncomingMessage, tooLarge: () => JiaError): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) {
      answer.destroy();
      throw tooLarge();
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
