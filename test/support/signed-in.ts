import type { App } from "../../src/app.ts";
import { ownerFetch } from "./owner.ts";

/** Signs a browser in by a link of the running Jia, and gives its cookie: `jia_session=…`. */
export async function signedInCookie(app: App, asked: object = {}): Promise<string> {
  const headers = { "content-type": "application/json" };
  const made = await ownerFetch(`${app.url}/api/sign-in-links`, {
    method: "POST",
    headers,
    body: JSON.stringify(asked),
  });
  const { url } = (await made.json()) as { url: string };
  const answer = await fetch(`${app.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: app.url },
    body: new URLSearchParams({ code: new URL(url).searchParams.get("code") ?? "" }),
  });
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
  return cookie;
}
