import { eachDialogue } from "../support/each-dialogue.ts";

const CABINET = "dining-cabinet-light.light.on=true";
const LAMP = "dining-pendant.light.on=true";

eachDialogue("another thing instead: what was done goes back, and the same is done to that", [
  [["turn on the pendant", "the cabinet light instead"], CABINET],
  [["turn on the pendant", "ok, do the coffee machine instead please"], "kitchen-coffee.coffee-machine.on=true"],
  [["turn on the guest room ceiling light", "the landing instead"], "landing-light.light.on=true"],
  [["打开吊灯", "换成柜灯吧"], CABINET],
  [["打开客房的吸顶灯", "改成走廊的"], "landing-light.light.on=true"],
]);

eachDialogue("another thing instead of one that is not here, that was asked about, or that was to be left", [
  [["turn on the jacuzzi", "the pendant instead"], LAMP],
  [["turn on the night light", "the pendant instead"], LAMP],
  [["don't turn on the coffee machine", "the pendant instead"], LAMP],
  [["打开吹风机", "换成吊灯"], LAMP],
  [["打开夜灯", "还是换成吊灯吧"], LAMP],
]);

eachDialogue("what is no other thing, or not instead of a command, does nothing", [
  [["turn on the pendant", "the jacuzzi instead"], LAMP],
  [["turn on the pendant", "dance instead"], LAMP],
  [["unlock the jacuzzi", "the front door instead"], ""],
  [["is the coffee machine on?", "the pendant instead"], ""],
  [["hello", "the pendant instead"], ""],
  [["turn on the pendant", "undo", "redo"], ""],
  [["打开吊灯", "换首歌"], LAMP],
  [["打开吊灯", "换一个"], LAMP],
  [["打开吊灯", "改成电饼铛"], LAMP],
  [["打开吊灯", "改天吧"], LAMP],
  [["咖啡机开着吗", "换成吊灯"], ""],
]);
