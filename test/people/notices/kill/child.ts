/**
 * A home that tells one warning and one alarm, and is killed by the server that they are sent to: it hangs in the middle of
 * sending until then.
 *
 * Arguments: database, ways with their settings as JSON, origins that may be sent to as JSON.
 */
import { Vapid, waysToSend } from "../../../../src/app/channels/index.ts";
import { OutgoingPost } from "../../../../src/app/outgoing.ts";
import { TimerScheduler } from "../../../../src/automation/index.ts";
import { systemClock } from "../../../../src/home/index.ts";
import { HomeNotices } from "../../../../src/people/notices/index.ts";
import { openStore } from "../../../../src/store/index.ts";
import { testHome } from "../../../support/home.ts";

const [database = "", origins = "[]", text = ""] = process.argv.slice(2);
const store = await openStore(database.startsWith("postgres:") ? { url: database } : { path: database });
const { home } = testHome([], { clock: systemClock });
const notices = new HomeNotices({
  home,
  clock: systemClock,
  waker: new TimerScheduler(systemClock),
  storage: store,
  ways: waysToSend(
    new OutgoingPost(JSON.parse(origins)),
    new Vapid(store.settings, systemClock, "mailto:a@example.org"),
  ),
  configured: [],
  link: null,
  languageOf: () => "en",
  isPerson: () => false,
  failed: (error) => process.stderr.write(`${error}\n`),
});
await notices.start();
await notices.center.tell({ level: "warning", text, subject: text, source: "test" });
