import type { Device } from "../../../home/index.ts";
import { kindName, messages, nameIn } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { DoStep, OfferStep, TalkStep } from "../../../understanding/plan.ts";
import type { Talk } from "../../../understanding/talk/types.ts";
import { type HelpContext, helpText } from "./help.ts";
import { deviceReplyName, spokenKind } from "./names.ts";

/** What everyday talk is answered from. */
interface TalkContext extends HelpContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA name. */
  readonly timezone: string;
}

/** The answer to everyday talk, in one sentence. */
export function talkText({ talk, room }: TalkStep, context: TalkContext): string {
  const { dialogue, now, timezone } = context;
  const { language, index } = dialogue;
  const { talk: words } = messages(language);
  switch (talk.kind) {
    case "courtesy":
      return words.courtesy({ of: talk.of });
    case "meaning":
      return words.meaning({ of: talk.of });
    case "feeling": {
      const place = room === null ? undefined : index.room(room);
      return words.nothingFor({ feeling: talk.of, room: place ? nameIn(language, place) : null });
    }
    case "calendar": {
      const date = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).add({ days: talk.days });
      const { year, month, day, dayOfWeek } = date;
      const shown = talk.of === "year" ? year : null;
      const told = { days: talk.days, weekday: dayOfWeek % 7 };
      return talk.of === "weekday" ? words.weekday(told) : words.date({ ...told, year: shown, month, day });
    }
    case "enquiry":
      return enquiryText(talk.of, context);
    default:
      return talk satisfies never;
  }
}

type Enquiry = Extract<Talk, { kind: "enquiry" }>["of"];

function enquiryText(of: Enquiry, context: TalkContext): string {
  const { talk: words } = messages(context.dialogue.language);
  switch (of) {
    case "present":
      return words.present;
    case "identity":
      return words.identity;
    case "nature":
      return words.nature;
    case "time": {
      const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.timezone);
      return words.time({ hour, minute });
    }
    case "help":
      return helpText(context);
    default:
      return of satisfies never;
  }
}

/** Words an offer as a question. `keep`: also asks whether to save it as a scene. */
export function offerText({ meaning, steps }: OfferStep, keep: boolean, context: DialogueContext): string {
  const { talk } = messages(context.language);
  const deeds = steps.map((step) => deedText(step, context));
  return talk.offer({ meaning, deeds, scene: keep ? talk.sceneName({ meaning }) : null });
}

/** More devices of one kind than these are told as the kind. Locks are few and each matters, so they are named. */
const MOST_NAMED = 1;
const MOST_LOCKS = 3;
/** More kinds than these are told as others. */
const MOST_KINDS = 4;

function deedText({ frame, doings }: DoStep, { index, language }: DialogueContext): string {
  const kinds = new Map<string, Device[]>();
  for (const { target } of doings) {
    const { device } = target.indexed;
    const kind = spokenKind(target.indexed);
    kinds.set(kind, [...(kinds.get(kind) ?? []), device]);
  }
  const { talk } = messages(language);
  const groups = [...kinds].sort(([, one], [, other]) => other.length - one.length);
  const named = groups.length > MOST_KINDS + 1 ? groups.slice(0, MOST_KINDS) : groups;
  const things = named.flatMap(([kind, devices]) =>
    devices.length > (kind === "lock" ? MOST_LOCKS : MOST_NAMED)
      ? [talk.several({ kind: kindName(kind, language) })]
      : devices.map((device) => talk.named({ name: deviceReplyName(device, index, language) })),
  );
  // A yes covers all of them, so the rest is counted.
  const count = groups.slice(named.length).reduce((sum, [, devices]) => sum + devices.length, 0);
  if (count > 0) things.push(talk.others({ count }));
  return talk.deed({ act: frame.act ?? "", things });
}
