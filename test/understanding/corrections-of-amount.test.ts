import { eachDialogue } from "../support/each-dialogue.ts";

const DIMMED = "study-ceiling-light.light.brightness=40";

eachDialogue(
  "how much is enough of what there is too much of is one value",
  [
    [["bit bright, that. Forty percent's plenty"], DIMMED],
    [["a bit bright. 40 percent will do"], DIMMED],
    [["too bright in here, forty is enough"], DIMMED],
    [["太亮了，40就行"], DIMMED],
    [["bit louder, that's plenty"], ""],
  ],
  "study",
);

eachDialogue(
  "and a number behind quieter or louder is no step",
  [
    [["turn the TV up to 60", "bit quieter, twenty's fine"], "living-tv.speaker.volume=20"],
    [["turn the TV up to 60", "bit loud, that. Thirty's plenty"], "living-tv.speaker.volume=30"],
  ],
  "living",
);

eachDialogue(
  "half of a room is half of nothing in particular",
  [
    [["客厅的留一半"], ""],
    [["living room half"], ""],
    [
      ["拉上窗帘", "客厅的留一半"],
      "living-curtains.curtain.current-position=50, living-curtains.curtain.target-position=50",
    ],
  ],
  "living",
);

eachDialogue(
  "what shall not be all the way is some of it, and of those in here",
  [
    [["窗帘别全关，留一半"], "living-curtains.curtain.current-position=50, living-curtains.curtain.target-position=50"],
    [
      ["don't close the curtains, just lower them"],
      "living-curtains.curtain.current-position=90, living-curtains.curtain.target-position=90",
    ],
  ],
  "living",
);
