import { eachDialogue } from "../support/each-dialogue.ts";

const COUNTER_ALONE = "kitchen-ceiling-light.light.on=false, kitchen-counter-lights.light.on=true";

eachDialogue(
  "what only is said of stays, and the command beside it is of its own things",
  [
    [["turn on the kitchen lights", "just the counter lights, turn the ceiling light off"], COUNTER_ALONE],
    [["turn on the kitchen lights", "turn the ceiling light off, just the counter lights"], COUNTER_ALONE],
    [["turn on the kitchen lights", "only the counter lights and switch the ceiling light off"], COUNTER_ALONE],
    [["把厨房的灯打开", "台面灯就行，吸顶灯关掉"], COUNTER_ALONE],
    [["把厨房的灯打开", "吸顶灯关掉，只要台面灯"], COUNTER_ALONE],
    [["把厨房的灯打开", "台面灯就够了，其他的关掉"], COUNTER_ALONE],
  ],
  "kitchen",
);

eachDialogue("what only is said of is not done what the command beside it says", [
  [["just the mirror light, turn the path lights off"], "garden-path-lights.light.on=false"],
  [["镜前灯就行，把小路灯关了"], "garden-path-lights.light.on=false"],
]);

eachDialogue(
  "where only one was meant, another that is to stay as it was goes back",
  [
    [["turn off the kitchen lights", "just the counter lights, leave the ceiling light on"], ""],
    [["把厨房的灯关了", "只要台面灯，吸顶灯别关"], ""],
  ],
  "kitchen",
);
