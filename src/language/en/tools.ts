/** What tools say: to a model, and to the person when the model has nothing to add. */
export const tools = {
  device: "device",
  room: "room",
  kind: "kind of device",
  scene: "scene",
  automation: "automation",
  timer: "timer",
  saved: "Saved.",
  /** Why a draft was not saved: its form was wrong. */
  /** For a model: a command that would be asked about, of a device another part for which was refused. */
  notAsked: "not done and not asked about, because another part for this device was refused: correct that first",
  unusableDraft: "the model did not say in a usable form what it should do",
  nameInUse: "something else has this name already",
  /** A reason with what was named: `"attic lamp" is not a device of this home`. */
  named: ({ problem, name }: { problem: string; name: string }) => `${name && `"${name}" `}${problem}`,
  deleted: '"{name}" is deleted.',
  timerOf: "timer of {time}",
  /** A countdown after which something is done. */
  timerDoes: ({ time, things }: { time: string; things: readonly string[] }) => `In ${time}: ${things.join(", ")}.`,
  timerSet: "The timer is set: {time}.",
  namedTimerSet: 'The timer "{name}" is set: {time}.',
  offline: "offline: the state is the last that it reported",
  brokerLost:
    "the MQTT broker cannot be reached: the state is the last that was reported, and nothing is known of the device now",
  chooseDevices: "give at least one of devices, room, kind, properties",
};
