import type { Rewording } from "../../utterance/forms/rewording.ts";

const LEAD = "(?:(?:please|can you|could you|would you|and|ok|okay|hey)[, ]+)*";
const PHONE = " (?:on|to|via|through|over) (?:my|the|our) (?:phone|phones|mobile|cell ?phone|smartphone|iphone)";
const MESSAGE = "(?:message|notification|notice|alert|text|push notification|push)";
/** Verbs of sending that need no word for a phone. */
const PINGED = `(?:(?:text|ping|buzz|message|alert) me|notify me|send (?:me )?(?:a |an )?${MESSAGE}(?: to me)?)`;
const TOLD = `(?:(?:tell|inform|warn) me|let me know|give me (?:a |an )?${MESSAGE}|${PINGED})`;
const WHEN = "(?<when>(?:when|whenever|every time|each time|as soon as|once|if) [^,;]+?)";

const whole = (body: string): RegExp => new RegExp(`^${LEAD}${body}(?: please)?$`, "iu");

/** Drops the phone from a request for a notice, because notices go there anyway: "tell me on my phone when the washer is done". */
export const ENGLISH_ON_THE_PHONE: readonly Rewording[] = [
  { said: whole(`${TOLD}${PHONE} ${WHEN}`), plain: ({ when }) => `tell me ${when}` },
  { said: whole(`${TOLD} ${WHEN}${PHONE}`), plain: ({ when }) => `tell me ${when}` },
  { said: whole(`${PINGED} ${WHEN}`), plain: ({ when }) => `tell me ${when}` },
  {
    said: whole(`${WHEN},? (?:then |please )*(?:${TOLD}${PHONE}|${PINGED})`),
    plain: ({ when }) => `${when}, tell me`,
  },
];
