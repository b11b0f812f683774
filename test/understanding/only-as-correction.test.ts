import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("only another room was meant: what was done here goes back", [
  [["turn on the counter lights", "I only meant the mirror light"], "ensuite-mirror-light.light.on=true"],
  [["turn on the counter lights", "I just meant the pendant"], "dining-pendant.light.on=true"],
  [["打开台面灯", "我说的只是镜前灯"], "ensuite-mirror-light.light.on=true"],
  [["打开台面灯", "我只是说吊灯"], "dining-pendant.light.on=true"],
  [["turn on the kitchen lights", "no, I meant the counter lights only"], "kitchen-counter-lights.light.on=true"],
]);
