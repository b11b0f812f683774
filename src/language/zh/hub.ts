import type { Messages } from "../pack.ts";

export const hub: Messages["hub"] = {
  scenes: "米家场景",
};
