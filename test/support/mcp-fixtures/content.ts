/** What the fixtures of the conformance suite answer with. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==";
const SILENCE = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

export const image = { type: "image" as const, data: PIXEL, mimeType: "image/png" };
export const audio = { type: "audio" as const, data: SILENCE, mimeType: "audio/wav" };

export function text(words: string) {
  return { type: "text" as const, text: words };
}

export function embedded(uri: string, words: string, mimeType = "text/plain") {
  return { type: "resource" as const, resource: { uri, mimeType, text: words } };
}

export function content(
  ...parts: (ReturnType<typeof text> | typeof image | typeof audio | ReturnType<typeof embedded>)[]
) {
  return { content: parts };
}
