import type { Speech } from "../speech.ts";

export const speech: Speech = {
  done: [
    /\b(done|all set|i(['’]ve| have)( just| now)? (\w+ed|set|shut|put|begun|made)|(has|have) been \w+(ed|set|shut))\b/iu,
    /\b(is|are|['’]s|['’]re)( all)? (on|off|open|closed|locked|unlocked|dimmed|set) now\b|\b(has|have) now been\b/iu,
    /\b(is|are) now\b|\bnow (on|off|set|open|closed|locked|unlocked|playing|running)\b/iu,
    /^\s*(ok(ay)?|sure|certainly|alright|got it)\b[^?]*\b(turn|switch|sett|open|clos|start|stopp|dimm|lock|unlock|\w+ing\b)/iu,
    /\b(turned|switched|set|opened|closed|dimmed|locked|unlocked|started|stopped|increased|decreased|raised|lowered)\b.*\b(on|off|to|up|down|for you|the|your)\b/iu,
    /^\s*(turning|switching|setting|opening|closing|dimming|locking|unlocking|starting|stopping|adjusting)\b/iu,
    /\bi(['’]ll| will)\b.*\b(turn|switch|set|open|close|start|stop|dim|lock|unlock|remind|wake|tell you|let you know)\b/iu,
  ],
  asks: [
    /\b(turn|switch|set|open|close|shut|dim|brighten|lock|unlock|start|stop|pause|resume|play|mute|raise|lower|increase|decrease|reduce|make|put|run|activate|deactivate|enable|disable|clean|vacuum|warm|cool|heat|remind|wake|timer|alarm|schedule)\b/iu,
    /\bi(['’]d like| would like|['’]d love| want| need)\b(?! to (know|ask|see)\b)/iu,
    /^(?!\s*(tell|show|list)\b).*\b(on|off)\b[\s,]*(please|now)?[\s.!]*$/iu,
    /\b(brighter|darker|dimmer|warmer|cooler|colder|louder|quieter|softer|faster|slower|higher)\b/iu,
  ],
  questions: [/^\s*(is|are|was|were|do|does|did|what|which|who|when|where|why|how|has|have)\b/iu],
  polite: [/^\s*(please\b|(can|could|would|will) (you|we|i)\b)/iu],
};
