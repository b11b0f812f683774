import { type Language, messages } from "../language/index.ts";
import { escapedHtml } from "./html.ts";

/** Nothing is loaded, nothing runs; the form goes to Jia alone. */
export const SIGN_IN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

const STYLE =
  "body{font:18px/1.5 system-ui,sans-serif;max-width:26rem;margin:20vh auto 0;padding:0 1.5rem;color-scheme:light dark}" +
  "button{font:inherit;min-height:48px;padding:0 1.5rem;border-radius:24px;border:1px solid;cursor:pointer}";

/** What the page says: it asks, it has no code, or the code counts no more. */
export type SignInStep = { readonly kind: "ask"; readonly code: string } | { readonly kind: "no-code" | "too-late" };

/**
 * The page of a sign-in link. It asks first, because programs that look at links in messages must not use the code up.
 */
export function signInPage(step: SignInStep, language: Language): string {
  const { signInPage: page } = messages(language);
  return (
    `<!doctype html><html lang="${escapedHtml(language)}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escapedHtml(page.title)}</title><style>${STYLE}</style>` +
    `<h1>${escapedHtml(page.title)}</h1>${content(step, page)}</html>`
  );
}

function content(step: SignInStep, page: ReturnType<typeof messages>["signInPage"]): string {
  switch (step.kind) {
    case "ask":
      return (
        `<p>${escapedHtml(page.ask)}</p><form method="post" action="/sign-in">` +
        `<input type="hidden" name="code" value="${escapedHtml(step.code)}">` +
        `<button autofocus>${escapedHtml(page.button)}</button></form>`
      );
    case "no-code":
      return `<p>${escapedHtml(page.noCode)}</p>`;
    case "too-late":
      return `<p>${escapedHtml(page.tooLate)}</p>`;
    default:
      return step satisfies never;
  }
}
