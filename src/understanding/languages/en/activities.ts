import type { ActivityForms } from "../../activities/forms.ts";

const AGAIN = "(?: (?:now|again|any more|anymore|at once|already|then))*";
const TASK = "(?: (?:run|cycle|job|task|session|program|programme|process))?";

/** The English patterns for activities. */
export const ENGLISH_ACTIVITIES: ActivityForms = {
  ends: [
    new RegExp(
      `^(?:cancel|call off|abort|stop|quit|cease|halt|end|give up|no more|enough)(?: with| of)? (?<what>.+?)${TASK}(?: (?:in|of) (?<more>.+?))?${AGAIN}$`,
      "du",
    ),
    new RegExp(
      `^(?:dont|do not|no need to|stop) (?:keep|continue|go on|carry on) (?<what>.+?ing\\b.*?)(?: in (?<more>.+?))?${AGAIN}$`,
      "du",
    ),
  ],
  begins:
    /^(?:(?:please|just|now|have|let|get|to) )*(?:(?<starts>start|begin|go ahead and start|get started on) |(?!\w*ing\b))(?<what>.+?)(?: (?:now|please))*$/u,
  done: [
    /^(?:is|are|has|have) (?<what>.+?)(?: been)? (?:all )?(?<end>done|ready|finished|cooked|complete|completed|brewed|baked|through)(?: (?:cooking|washing|brewing|baking|running|yet|now|already))*$/du,
  ],
  stopped: [],
  howFar: [],
  awaited: [],
  lasts: [
    /^(?:how (?:long|much longer|many minutes)(?: is it| will it be)?|when)(?: until| till| before)? (?<it>its|it is|it will be|itll be)(?: all)? (?:done|finished|ready|over|complete|through)$/du,
    /^how much longer(?<it>)$/du,
    /^how (?:much longer|many more minutes|much more time)(?: (?:does|do|will|has|have|is|are|for|until|till|before))? (?<what>.+?)(?: (?:still|need|needs|take|run|be|got|have|going|is|are|done|finished|ready|left|to go|over))*$/du,
    /^how long (?:does|do|will|until|till|before|for) (?!.*\b(?:turns|goes|switches|comes|opens|closes|locks|rings)\b)(?<what>.+?)(?: (?:still|need|take|takes|run|be|is|are|for|until its|done|finished|ready|over))*$/du,
    /^how (?:long|much time|many minutes)(?: is| are)? (?:left|remaining|to go) (?:on|for|with|until|in) (?<what>.+?)(?: (?:is|are|done|finished|ready))*$/du,
    /^(?:when|what time) (?:is|are|will|does|do) (?<what>.+?)(?: be| going to be)? (?:done|finished|finish|ready|over|end|complete|completed|stop)$/du,
  ],
  activities: [
    [
      ["vacuum"],
      /^(?:cleaning|hoovering|vacuuming|sweeping|mopping|cleanup|clean up|cleaning up|clean|vacuum|hoovering up)(?: (?:up|floor|floors|carpet|carpets|room|rooms|here))?$/u,
    ],
    [["lawn-mower"], /^(?:mowing|cutting)(?: (?:lawn|grass))?$/u],
    [["washer"], /^(?:(?:doing |washing )?(?:laundry|clothes|washing)|wash|washing)$/u],
    [["dishwasher"], /^(?:(?:doing|washing|cleaning) (?:dishes|plates|washing up)|dishwashing|dishes|washing up)$/u],
    [["clothes-dryer", "dryer"], /^(?:drying|tumble drying)(?: (?:clothes|laundry))?$/u],
    [["heater"], /^(?:heating|warming)(?: (?:up|room|here))?$/u],
    [["humidifier"], /^humidifying(?: air)?$/u],
    [["dehumidifier"], /^dehumidifying(?: air)?$/u],
    [["air-purifier"], /^(?:purifying|filtering|cleaning)(?: air)?$/u],
    [["kettle"], /^(?:boiling|heating)(?: (?:up )?water)?$/u],
    [["cooker"], /^cooking(?: (?:rice|porridge|soup|congee))?$/u],
    [["oven"], /^(?:baking|roasting)(?: (?:bread|cake|chicken|potatoes))?$/u],
    [["coffee-machine"], /^(?:brewing|making)(?: (?:coffee|espresso))?$/u],
  ],
  things: [
    [["washer"], /^(?:washing|laundry|clothes|wash|load)$/u],
    [["dishwasher"], /^(?:dishes|plates|washing up)$/u],
    [["cooker"], /^(?:rice|porridge|soup|congee)$/u],
    [["oven"], /^(?:roast|cake|bread|pizza|pie)$/u],
    [["coffee-machine"], /^(?:coffee|espresso|cappuccino|latte)$/u],
    [["vacuum"], /^(?:cleaning|hoovering|vacuuming)$/u],
  ],
};
