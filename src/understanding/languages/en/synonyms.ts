import type { SynonymFamily } from "../../lexicon/types.ts";

/** English synonym families. */
export const ENGLISH_SYNONYMS: readonly SynonymFamily[] = [
  {
    kind: "light",
    said: "ceiling light, ceiling lamp, main light, overhead light, overhead lamp, big light, top light, main lamp",
    plain: true,
  },
  { kind: "light", said: "downlight, recessed light" },
  { kind: "light", said: "light strip, led strip, strip light, tape light" },
  {
    kind: "light",
    said: "bedside lamp, bedside light, nightstand lamp, nightstand light, bed lamp, lamp by the bed, light by the bed, lamp next to the bed, light next to the bed",
  },
  {
    kind: "light",
    said: "desk lamp, desk light, study lamp, lamp on the desk, light on the desk, lamp on my desk, light on my desk",
  },
  { kind: "light", said: "floor lamp, standing lamp, standard lamp, floor light" },
  {
    kind: "light",
    said: "mirror light, vanity light, mirror lamp, light over the mirror, light above the mirror, light by the mirror, light at the mirror",
  },
  { kind: "curtain", said: "sheer curtain, sheer, net curtain, thin curtain" },
  { kind: "curtain", said: "blackout curtain, thick curtain, heavy curtain" },
  { kind: "fan", said: "floor fan, standing fan, pedestal fan" },
];
