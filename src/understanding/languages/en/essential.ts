import type { EssentialForms } from "../../utterance/forms/essential.ts";

const WHAT = "(?:the |my |our )?(?<what>.+?)";
const WITH_ALL =
  "(?:with|when|whenever|if) (?:i |we |you )?(?:say |tell you |ask you )?(?:to )?(?:turn(?:ing)? |switch(?:ing)? |shut(?:ting)? )?(?:off )?(?:everything|all)(?: else| the rest)?(?: off)?";
const PLEASE = "(?:please )?";
const SO = "(?:an? )?(?:essential|always[- ]on|vital|critical)(?: devices?| things?)?";
const NEVER = "(?:never(?: ever)?|don'?t ever|do not ever|you must never|you should never)";
const EVER = "(?:always|at all times|all the time|permanently|24/7|day and night)";

/** "The pond pump is essential", "never switch the aquarium plug off with everything else". */
export const ENGLISH_ESSENTIAL: EssentialForms = {
  essential: [
    new RegExp(`^${PLEASE}(?:mark|treat|flag|count|set) ${WHAT} as ${SO}$`),
    new RegExp(`^${WHAT} (?:is|are|counts? as) ${SO}$`),
    new RegExp(
      `^${WHAT} (?:must|has to|have to|needs? to|should) (?:always (?:stay|be left|be kept|keep|run)|(?:stay|be left|be kept|keep) (?:on|running) always|run all the time|keep running)(?: on| running)?$`,
    ),
    new RegExp(
      `^${PLEASE}(?:never|don'?t ever|do not ever|don'?t|do not) (?:turn|switch) (?:off )?${WHAT}(?: off)? ${WITH_ALL}$`,
    ),
    new RegExp(`^${PLEASE}(?:always )?(?:leave|keep) ${WHAT} (?:on|running) ${WITH_ALL}$`),
    new RegExp(`^${PLEASE}${NEVER} (?:turn|switch|shut|power|cut) (?:off |down )?${WHAT}(?: off| down)?$`),
    new RegExp(`^${PLEASE}${NEVER} (?:turn|switch|shut|power) ${WHAT} off$`),
    new RegExp(
      `^${WHAT} (?:is|are) (?:very |really )?(?:important|essential|vital|critical)[,;.]? (?:so |and |please )*(?:${NEVER}|don'?t|do not) (?:turn|switch|shut|power) (?:it|them|that) (?:off|down)$`,
    ),
    new RegExp(`^${PLEASE}make ${WHAT} ${SO}$`),
    new RegExp(
      `^${WHAT} (?:must|has to|have to|needs? to|should|shall) (?:${EVER} (?:be|stay|remain|be kept|be left) (?:on|running|powered)|(?:be|stay|remain|be kept|be left) (?:on|running|powered) ${EVER}|never be (?:turned|switched|shut) (?:off|down)|never go off)$`,
    ),
    new RegExp(
      `^${WHAT} (?:must not|mustn'?t|can'?t|cannot|may not|should not|shouldn'?t) (?:ever )?(?:be (?:turned|switched|shut|powered) (?:off|down)|go off|lose power)$`,
    ),
    new RegExp(`^${PLEASE}(?:keep|leave) ${WHAT} (?:on|running|powered) ${EVER}$`),
    new RegExp(`^${PLEASE}always (?:keep|leave) ${WHAT} (?:on|running|powered)$`),
  ],
  optional: [
    new RegExp(`^${PLEASE}(?:mark|treat|flag|count|set) ${WHAT} as (?:not |non-?)${SO}$`),
    new RegExp(`^${WHAT} (?:is|are) (?:not|no longer|non-?) ?${SO}(?: any ?more| any longer)?$`),
    new RegExp(`^${WHAT} (?:isn'?t|aren'?t) ${SO}(?: any ?more| any longer)?$`),
    new RegExp(`^${WHAT} (?:can|may) (?:be (?:turned|switched) off|go off) ${WITH_ALL}$`),
  ],
  questions: [
    /^(?:which|what) (?:devices? |things? )?(?:can'?t|cannot|can not|must not|mustn'?t|may not|should never|must never|shouldn'?t) be (?:turned|switched|shut) (?:off|down)$/,
    /^(?:which|what)(?:'s| devices| things)? (?:are |is |have i |did i )?(?:marked |set )?(?:as )?(?:essential|always[- ]on)$/,
    /^(?:which|what) (?:devices? |things? )?(?:must|has to|have to|should) (?:always )?(?:stay|be left|be kept|keep|be) (?:on|running)(?: always| all the time)?$/,
    /^(?:list|show(?: me)?|tell me) (?:the |all |all the )?(?:essential|always[- ]on) (?:devices|things)$/,
    /^(?:which|what) (?:devices |things )?(?:are|is|count as) (?:essential|always[- ]on)$/,
    /^what (?:must|has to) (?:always stay on|keep running)$/,
  ],
};
