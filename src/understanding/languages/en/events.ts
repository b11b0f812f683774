import type { EventForms } from "../../utterance/events.ts";

const SOMEBODY = "(?:some(?:one|body)|any(?:one|body)|people)";
/** Persons that no device recognises. */
const CALLER =
  "(?:a visitor|visitors|(?:a|the|my|our) guests?|guests|(?:a|the) (?:postman|postwoman|mailman|courier|plumber|cleaner|babysitter|delivery(?: (?:man|guy|driver|person))?)|(?:a|the) (?:parcel|package))";
const ME = "(?:i|we|any of us|one of us|my \\w+|our \\w+|the (?:kids|children|family)|everyone|everybody)";

/** English. */
export const ENGLISH_EVENTS: EventForms = {
  openings: [/(?:when(?:ever)?|if|every time|each time|any ?time|as soon as|once|the moment)\s+/y],
  says: {
    doorbell: new RegExp(
      `(?:${SOMEBODY} (?:rings?|presses|pushes|press|push|buzzes)(?: (?:at|on))?(?: (?:the|our|my))?(?: front)?(?: ?door)? ?(?:bell|door)|(?:the |our |my )?(?:front )?(?:door ?)?bell (?:rings?|goes(?: off)?|is (?:rung|ringing|pressed)|sounds|chimes))`,
      "y",
    ),
    visitor: new RegExp(
      `(?:${SOMEBODY}(?:'s| is| stands| comes| shows up| turns up)(?: up)?(?: (?:at|to)) (?:the|our|my) (?:front )?door|there(?:'s| is) ${SOMEBODY} at (?:the|our|my) (?:front )?door)`,
      "y",
    ),
    caller: new RegExp(
      `(?:${SOMEBODY} (?:knocks|comes|arrives|visits)|${CALLER} (?:knocks?|comes?|arrives?|rings?|is here|are here|is at the door|are at the door|shows? up|is delivered))(?: (?:at|on|to) the (?:front )?door| the (?:door ?)?bell)?`,
      "y",
    ),
    smoke:
      /(?:(?:the |a |any )?(?:smoke|fire) (?:alarm|detector|sensor)s? (?:goes off|sounds|rings|trips|triggers|is (?:triggered|set off)|detects (?:smoke|a fire|fire))|(?:there(?:'s| is) )?(?:smoke|a fire|fire) is detected|there(?:'s| is) (?:smoke|a fire|fire))/y,
    gas: /(?:(?:the |a |any )?gas (?:alarm|detector|sensor)s? (?:goes off|sounds|rings|trips|triggers|is (?:triggered|set off)|detects (?:gas|a leak|a gas leak))|(?:gas|a gas leak) is detected|there(?:'s| is) (?:gas|a gas leak)|gas (?:leaks|escapes))/y,
    cry: /(?:the |our |my )?(?:baby|child|little one|toddler) (?:cries|is crying|starts (?:crying|to cry)|wakes(?: up)?(?: crying)?|screams)/y,
    arrival: new RegExp(
      `(?:${ME}|${SOMEBODY}) (?:(?:come|comes|came|get|gets|got|arrive|arrives|return|returns)(?: back)? ?(?:home|back|in|to the house)|(?:am|is|are) (?:back|home)(?: again)?|(?:enter|enters) the (?:house|home|flat|apartment))`,
      "y",
    ),
    leaving: new RegExp(
      `(?:(?:${ME}|${SOMEBODY}|(?:the|our|my) (?:guests?|visitors?|friends?)|the last (?:one|person)|all of us) (?:(?:has |have )?(?:left|gone)(?: out)?|leave|leaves|go out|goes out|(?:am|is|are) (?:out|gone|away))(?: (?:the )?(?:house|home|flat|apartment))?|(?:no ?one|nobody)(?:'s| is) (?:at )?home|the (?:house|home|flat|apartment) is empty)`,
      "y",
    ),
    rain: /(?:it (?:rains?|is raining|starts (?:to rain|raining)|begins (?:to rain|raining)|snows?|hails?|pours)|(?:the )?rain (?:starts|begins|comes|falls))/y,
    phone:
      /(?:the |my |our )?(?:phone|telephone|mobile|cell ?phone|landline) (?:rings|is ringing|goes(?: off)?)|(?:some(?:one|body)|any(?:one|body)) (?:calls|phones)(?: me| us)?/y,
  },
  endings: [/\s*,\s*(?:then |please )*/y, /\s+(?:then|please)\s+/y, /\s+/y],
};
