import type { ActivityForms } from "./forms.ts";

const AGAIN = "(?: (?:now|again|any more|anymore|at once|already|then))*";
const TASK = "(?: (?:run|cycle|job|task|session|program|programme|process))?";

/** Activities in English. */
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
};
