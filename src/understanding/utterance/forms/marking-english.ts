import type { MarkingForms } from "./marking.ts";

const WHAT = "(?:the |my |our )?(?<what>.+?)";
const WITH_ALL =
  "(?:with|when|whenever|if) (?:i |we |you )?(?:turn(?:ing)? |switch(?:ing)? )?(?:off )?(?:everything|all)(?: else| the rest)?(?: off)?";
const PLEASE = "(?:please )?";
const SO = "(?:an? )?(?:essential|always[- ]on|vital|critical)(?: devices?| things?)?";

/** "The pond pump is essential", "never switch the aquarium plug off with everything else". */
export const ENGLISH_MARKING: MarkingForms = {
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
  ],
  optional: [
    new RegExp(`^${PLEASE}(?:mark|treat|flag|count|set) ${WHAT} as (?:not |non-?)${SO}$`),
    new RegExp(`^${WHAT} (?:is|are) (?:not|no longer|non-?) ?${SO}(?: any ?more| any longer)?$`),
    new RegExp(`^${WHAT} (?:isn'?t|aren'?t) ${SO}(?: any ?more| any longer)?$`),
    new RegExp(`^${WHAT} (?:can|may) (?:be (?:turned|switched) off|go off) ${WITH_ALL}$`),
  ],
  asked: [
    /^(?:which|what) (?:devices |things )?(?:are|is|count as) (?:essential|always[- ]on)$/,
    /^what (?:must|has to) (?:always stay on|keep running)$/,
  ],
};
