import { newConversation } from "../../../src/assistant/conversations.ts";
import { LocalAssistant } from "../../../src/assistant/local/index.ts";
import { parseHomeFile } from "../../../src/home/index.ts";
import { SPOKEN_WORDS } from "../../../src/language/index.ts";
import { SpecLibrary } from "../../../src/library/index.ts";
import { createDirectHome } from "../../../src/simulator/direct-home.ts";
import { startPlanner } from "../../support/assistant-planner.ts";
import { SimulatedTime } from "../../support/simulated-time.ts";

const library = new SpecLibrary("devices");

/** A home whose people call things by German names; the English ones are for sentences said in English. */
const HOME = {
  name: "Zuhause",
  timezone: "Europe/Berlin",
  location: { latitude: 52.52, longitude: 13.4 },
  rooms: [
    { id: "living", name: "Wohnzimmer", aliases: ["living room"] },
    { id: "kitchen", name: "Küche", aliases: ["kitchen"] },
    { id: "hall", name: "Flur", aliases: ["hall"] },
  ],
  devices: [
    { id: "living-lamp", name: "Stehlampe", aliases: ["floor lamp"], room: "living", model: "yeelink.light.color5" },
    { id: "living-light", name: "Deckenlampe", aliases: ["ceiling light"], room: "living", model: "jia.light.white" },
    { id: "kitchen-light", name: "Deckenlampe", aliases: ["ceiling light"], room: "kitchen", model: "jia.light.white" },
    { id: "living-ac", name: "Klimaanlage", aliases: ["air conditioner"], room: "living", model: "xiaomi.airc.r24r00" },
    { id: "living-fan", name: "Ventilator", aliases: ["fan"], room: "living", model: "dmaker.fan.p33" },
    { id: "living-curtain", name: "Vorhang", aliases: ["curtain"], room: "living", model: "lumi.curtain.hagl08" },
    {
      id: "living-speaker",
      name: "Lautsprecher",
      aliases: ["speaker"],
      room: "living",
      model: "xiaomi.wifispeaker.lx06",
    },
    {
      id: "hall-door",
      name: "Haustür",
      aliases: ["front door"],
      room: "hall",
      model: "jia.lock.generic",
      state: { "lock.locked": true },
    },
    {
      id: "hall-climate",
      name: "Thermometer",
      aliases: ["thermometer"],
      room: "hall",
      model: "jia.temphum.generic",
      state: { "temperature-humidity-sensor.temperature": 21.6 },
    },
    {
      id: "hall-motion",
      name: "Bewegungsmelder",
      aliases: ["motion sensor"],
      room: "hall",
      model: "lumi.sensor_motion.v2",
    },
    { id: "hall-button", name: "Taster", aliases: ["button"], room: "hall", model: "jia.button.generic" },
    { id: "hall-switch", name: "Wandschalter", aliases: ["wall switch"], room: "hall", model: "jia.switch.three" },
  ],
};

/** The home with devices that answer at once. 13:00 on Thursday, 1 January 2026. */
export function germanHome() {
  const time = new SimulatedTime("2026-01-01T12:00:00Z");
  const file = parseHomeFile(HOME, "test", library);
  return { ...createDirectHome(file, { clock: time, words: SPOKEN_WORDS }), time };
}

/** One person who speaks English in the living room and is answered in German: the reply to the last sentence. */
export async function answeredInGerman(sentences: readonly string[], language: string): Promise<string> {
  const { home, time } = germanHome();
  const { planner, stop } = await startPlanner(home, time.now(), time);
  try {
    const local = new LocalAssistant({ home, clock: time, planner });
    local.start();
    const conversation = newConversation("talk", home.language, "living");
    let reply = "";
    for (const text of sentences) {
      const result = await local.respond({
        text,
        conversation,
        language,
        room: conversation.room,
        origin: { kind: "conversation", conversation: conversation.id },
        signal: new AbortController().signal,
      });
      reply = result.handled ? result.reply : "(handed on)";
    }
    return reply;
  } finally {
    await stop();
  }
}
