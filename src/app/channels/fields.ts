import { JiaError, type Message } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { WayField } from "../../people/notices/index.ts";
import type { OutgoingPost } from "../outgoing.ts";

/** A setting of a way that is shown. */
export function plainField(name: string, about: Message, usual?: string): WayField {
  return { name, secret: false, required: usual === undefined, about, ...(usual !== undefined && { default: usual }) };
}

/** A setting of a way that is secret: it is never shown. */
export function secretField(name: string, about: Message, required = true): WayField {
  return { name, secret: true, required, about };
}

/**
 * Checks the form of a given value.
 * @throws JiaError `invalid-request` when it has another form
 */
export function requireFormat(
  values: Readonly<Record<string, string>>,
  field: string,
  form: RegExp,
  what: Message,
): void {
  const value = values[field];
  if (value === undefined || form.test(value)) return;
  throw new JiaError("invalid-request", { detail: message("channels.mustBe", { field, what }) });
}

/**
 * Checks an address for notices.
 * @throws JiaError `invalid-request` for no web address, `denied` for one that may not be sent to
 */
export function requireWebAddress(
  values: Readonly<Record<string, string>>,
  field: string,
  outgoing: OutgoingPost,
): void {
  const value = values[field] ?? "";
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    const detail = message("channels.mustBe", { field, what: message("channels.webAddress") });
    throw new JiaError("invalid-request", { detail });
  }
  outgoing.check(value, true);
}

/** An address below that of a server: `https://host/ntfy` and `push` → `https://host/ntfy/push`. */
export function urlBelow(server: string, path: string): string {
  const url = new URL(server);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
  url.search = "";
  url.hash = "";
  return url.href;
}
