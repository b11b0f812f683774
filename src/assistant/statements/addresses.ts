import { withoutMarkdown } from "../replies/markdown.ts";

/** URI schemes that make an address without slashes. */
const SCHEMES = ["https?", "wss?", "ftp", "mailto", "tel", "sms", "data", "javascript", "magnet", "intent"].join("|");

/**
 * Forms of addresses in a model's words. A client that shows them may fetch an address unasked (a picture, a preview), and
 * its path or name can carry out what the model has read in the home. These are the forms that pages, Markdown and chat
 * programs turn into links.
 */
const FORMS: readonly string[] = [
  // Pictures and links in Markdown with any destination, which may be written in entities.
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

/** Punctuation around an address that belongs to the sentence. */
const AROUND = /^[<(["'“‘（【]+|[\s.,;:!?)\]}>"'*”’」』）】。，；：！？、]+$/gu;
/** The label before the destination in Markdown. */
const LABEL = /^!?\[[^\]]*\]\(\s*<?/u;

/** The first address in a text that does not stand letter for letter in `said`, the person's words; null when there is none. */
export function unsaidAddress(text: string, said: string): string | null {
  const known = said.toLowerCase();
  for (const [found] of text.matchAll(ADDRESS)) {
    const address = found.replace(LABEL, "").replace(AROUND, "");
    if (!known.includes(address.toLowerCase())) return address;
  }
  return null;
}

/** Keys of arguments that are addresses by their meaning; the policy decides what may be sent there. */
const ADDRESSES: ReadonlySet<string> = new Set(["webhook", "url"]);
/** Keys of arguments that name existing things; an unknown name is refused anyway. */
const NAMES: ReadonlySet<string> = new Set(["device", "devices", "target", "targets", "property", "id", "scene"]);

/**
 * The first address in the arguments of a call that the person has not said; null when there is none. The address of a webhook
 * may come from the model, because the person confirms its host; it may have a path but no query.
 * @param isHandle whether a device has this handle: the key `living-lamp.light.on` is a property and no address
 */
export function unsaidInArguments(
  value: unknown,
  said: string,
  isHandle: (name: string) => boolean = () => false,
  key = "",
): string | null {
  // `say` goes to the person, and is judged with the model's words.
  if (key === "say") return null;
  if (typeof value === "string") {
    if (NAMES.has(key)) return null;
    // Saved texts lose their Markdown, and may be an address without it.
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
