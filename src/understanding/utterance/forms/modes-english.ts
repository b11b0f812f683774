import type { ModeForms } from "./modes.ts";

const PLEASE = "(?:please |can you |could you |let'?s )?";
const HOME = "(?:the |our |my )?(?:house|home|flat|apartment|place)";
const NAME = "(?<name>[^,;]+?)";
const END = "(?: now| please)*";

/** "Put the house in holiday mode", "guest mode on", "which mode are we in". */
export const ENGLISH_MODES: ModeForms = {
  home: [
    new RegExp(
      `^${PLEASE}(?:switch|change|set|put|turn|bring) ${HOME} (?:in|on|to|into) (?:the )?${NAME}(?: mode)?${END}$`,
    ),
    new RegExp(`^${HOME} (?:in|on|to|into) (?:the )?${NAME} mode${END}$`),
  ],
  named: [
    new RegExp(
      `^${PLEASE}(?:switch|change|go|turn|activate|start|begin|enable|enter|set)(?: on| to| into)? (?:the )?${NAME} mode(?: on)?${END}$`,
    ),
    new RegExp(`^(?:the )?${NAME} mode(?: on)?${END}$`),
  ],
  ended: [
    new RegExp(`^${PLEASE}(?:turn off|switch off|end|stop|leave|exit|cancel|disable) (?:the )?${NAME} mode${END}$`),
    new RegExp(`^${PLEASE}(?:turn|switch) (?:the )?${NAME} mode off${END}$`),
    new RegExp(`^(?:the )?${NAME} mode off${END}$`),
  ],
  asked: [
    new RegExp(`^(?:what|which) mode (?:are we|is ${HOME}|is it|am i) (?:in|on)(?: now| right now| at the moment)?$`),
    new RegExp(`^(?:what|which)(?: i|')s the (?:mode of ${HOME}|${HOME} mode|current mode)(?: now| right now)?$`),
    new RegExp(`^is ${HOME} (?:in|on) (?<name>[^,;]+?) mode$`),
  ],
  listed: [
    new RegExp(`^(?:what|which) modes (?:are there|do we have|does ${HOME} have|are there for ${HOME})$`),
    new RegExp(`^(?:list|show)(?: me)?(?: all)? (?:the )?modes(?: of ${HOME})?$`),
  ],
  told: {
    holiday: [
      /^we(?:'re| are) (?:going|off|leaving) (?:on|for) (?:a |our )?(?:holiday|holidays|vacation)(?: now| today)?$/,
      /^(?:we(?:'re| are) )?off on (?:holiday|vacation)(?: now)?$/,
    ],
  },
};
