import { withoutMarkdown } from "../replies/markdown.ts";

/** Schemes whose addresses need no slashes. */
const SCHEMES = ["https?", "wss?", "ftp", "mailto", "tel", "sms", "data", "javascript", "magnet", "intent"].join("|");

/**
 * An address in a model's words: whoever shows them may fetch it unasked (a picture, a preview), and its path or name can
 * carry what the model has read in the home. Seen are the forms that pages, Markdown and chat programs make links of.
 */
const FORMS: readonly string[] = [
  // Pictures and links of Markdown, whatever they lead to: a destination may be written in entities.
  String.raw`!?\[[^\]]{0,500}\]\(\s*<?[^\s)>]*[./:&\\#?%][^\s)>]*`,
  // A tag of HTML with an attribute.
  String.raw`<[a-z][\w-]{0,30}[\s/]+[^<>]{0,1000}=[^<>]*`,
  String.raw`\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+`,
  String.raw`\b(?:${SCHEMES}):\S+`,
  String.raw`(?<![\w:/\\])[/\\]{2}[^\s/\\]+\.\S+`,
  String.raw`\bwww\.\S+`,
  // Without a scheme: a name with a path, a name of three levels, a number with a path.
  String.raw`(?:[\p{L}\p{N}_-]{1,63}\.){1,20}[a-z]{2,24}(?::\d{1,5})?[/?#]\S+`,
  String.raw`(?:[\w-]{1,63}\.){2,20}[a-z]{2,24}(?![\w.])`,
  String.raw`\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?[/?#]\S+`,
];
const ADDRESS = new RegExp(FORMS.join("|"), "giu");

/** Punctuation of the sentence around an address. */
const AROUND = /^[<(["'“‘（【]+|[\s.,;:!?)\]}>"'*”’」』）】。，；：！？、]+$/gu;
/** What stands before the destination in Markdown. */
const LABEL = /^!?\[[^\]]*\]\(\s*<?/u;

/** The first address in a text that the person has not said, letter for letter; null when there is none. */
export function unsaidAddress(text: string, said: string): string | null {
  const known = said.toLowerCase();
  for (const [found] of text.matchAll(ADDRESS)) {
    const address = found.replace(LABEL, "").replace(AROUND, "");
    if (!known.includes(address.toLowerCase())) return address;
  }
  return null;
}

/** Arguments that are an address by what they mean: the policy says what may be sent there. */
const ADDRESSES: ReadonlySet<string> = new Set(["webhook", "url"]);
/** Arguments that name what there is: whatever is not there by that name is refused anyway. */
const NAMES: ReadonlySet<string> = new Set(["device", "devices", "target", "targets", "property", "id", "scene"]);

/**
 * The first address in the arguments of a call that the person has not said. An address that notices go to may be the
 * model's: it is asked about, by its host; so it may not carry anything more than a path.
 * @param isHandle whether a device is called so: `living-lamp.light.on` as a key is a property of it, and no address
 */
export function unsaidInArguments(
  value: unknown,
  said: string,
  isHandle: (name: string) => boolean = () => false,
  key = "",
): string | null {
  // What it says to the person is judged as its words are.
  if (key === "say") return null;
  if (typeof value === "string") {
    if (NAMES.has(key)) return null;
    // Marks of Markdown are taken out of what is saved: without them, it may be one.
    if (!ADDRESSES.has(key)) return unsaidAddress(value, said) ?? unsaidAddress(withoutMarkdown(value), said);
    return /[?#]/.test(value) && !said.includes(value) ? value : null;
  }
  if (typeof value !== "object" || value === null) return null;
  for (const [name, each] of Object.entries(value)) {
    const found =
      (ofDevice(name, isHandle) ? null : unsaidAddress(name, said)) ??
      unsaidInArguments(each, said, isHandle, Array.isArray(value) ? key : name);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a key is a device with a property of it. */
function ofDevice(key: string, isHandle: (name: string) => boolean): boolean {
  const [head = "", ...rest] = key.split(".");
  return rest.length > 0 && rest.every((part) => /^[\w-]+$/.test(part)) && isHandle(head);
}
