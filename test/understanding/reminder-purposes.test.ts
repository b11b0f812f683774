import { expect, it } from "vitest";
import { dueOf } from "../support/due-times.ts";

it.each([
  ["明天下午三点提醒我去学校接孩子", "reminds 06-04 15:00: 去学校接孩子"],
  ["下午五点提醒我来拿快递", "reminds 06-03 17:00: 来拿快递"],
  ["下午五点提醒我吃药", "reminds 06-03 17:00: 吃药"],
  ["would you ever wake me at seven tomorrow morning", "rings 06-04 07:00"],
])("a reminder keeps its whole text without courtesy: %s", (text, due) => expect(dueOf(text)).toEqual([due]));
