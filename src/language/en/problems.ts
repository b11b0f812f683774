/** How a problem begins that says something of its value; any other is a sentence of its own. */
const PREDICATE = /^(?:is|has|may|must|needs|matches|occurs|names|contains|never)\b/;

/** What is wrong with a definition, after its field; and, as whole sentences, what to do about it. */
export const problems = {
  unitsDiffer: "measure something else: {one} and {other}",
  nameNumber: "Name a property that measures the same.",
  endsBefore: "comes before it would run for the first time",
  laterEnd: "Give a later day, such as 2026-12-24, or leave it out.",
  /** A problem as a line. `value` and `fix` may be empty. */
  line: ({ place, value, problem, fix }: { place: string; value: string; problem: string; fix: string }) => {
    const shown = value === "" || /^[[{]/.test(value) ? value : `"${value}"`;
    const about = PREDICATE.test(problem)
      ? [place, shown].filter((part) => part !== "").join(": ")
      : `${place}${shown && ` ${shown}`}:`;
    return `${about} ${problem}. ${fix}`.trimEnd();
  },
  seeDocs: "See docs/automation.md.",
  taken: ({ kind, id }: { kind: "automation" | "scene"; id: string }) =>
    `${kind === "automation" ? "An" : "A"} ${kind} with the id "${id}" already exists.`,
  nameTaken: ({ kind, name, id }: { kind: "automation" | "scene" | "timer"; name: string; id: string }) =>
    `${kind === "automation" ? "An" : "A"} ${kind} called "${name}" already exists (${id}). Choose another name, or change that ${kind}.`,
  nameInUse: 'is already the name of "{id}"',
  otherName: "Choose another name, or change that one by its id.",
  sceneUsed: ({ id, users }: { id: string; users: readonly string[] }) =>
    `${users.join(", ")} ${users.length === 1 ? "uses" : "use"} the scene "${id}". Change or delete ${users.length === 1 ? "it" : "them"} first.`,
  runEnded: "The run has already ended.",
  timerPaused: "The timer is already paused.",
  timerRuns: "The timer is already running.",
  activationToUndo: "activation of a scene to undo",
  activationOfToUndo: 'activation of "{id}" to undo',
  parameter: "parameter {name}",

  notYaml: "is not YAML: {detail}",
  yamlTooDeep: "line {line} is nested deeper than {limit} levels",
  yamlTooManyKeys: "line {line} has more than {limit} keys in one place",
  yamlTooMuch: "line {line}: the aliases expand to more than {limit} values",
  yamlTooManyAliases: "line {line}: the file has more than {limit} aliases",
  yamlNoAnchor: "line {line}: no anchor &{name} stands before the alias *{name}",
  yamlCircle: "line {line}: the alias *{name} is inside its own anchor",
  twice: "occurs twice",
  giveOwnId: "Give each its own id.",
  removeOne: "Remove one.",
  tooDeep: "is nested too deeply",
  splitUp: "Split it into smaller parts.",
  forNeedsTo: 'needs "to" beside "for": the value that must last',
  addTo: 'Add "to".',
  noTopicFilter: "is not an MQTT topic filter",
  topicFilter: "+ matches one level, # matches the rest and stands at the end.",
  noParameter: "is not a parameter of the scene",
  addParameter: 'Add it under "parameters", with its default.',
  has: ({ known }: { known: readonly string[] }) => `Available: ${known.join(", ") || "none"}.`,
  noMode: "is not a mode of this home",
  listModes: '"jia modes" lists them.',
  nearestMode: ({ near }: { near: string }) => `Did you mean "${near}"? "jia modes" lists all.`,
  noScene: "is not a scene of this home",
  listScenes: '"jia scenes" lists them.',
  circle: "these would trigger each other forever",
  breakCircle: "Remove the scene trigger or the scene action from one of them.",
  noMotion: "none of these devices detects motion",
  nameMotion: "Choose motion or occupancy sensors.",
  emptyRange: "no value is above {above} and below {below}",
  swapBounds: "Swap them, or use two triggers.",
  notUpToAYear: "is not a time within a year",
  giveMilliseconds: "Use milliseconds from now.",

  noDevice: "is not a device of this home",
  saveAgain: "Bring it back, or remove it here and save again.",
  sharedHandle: "is a name of more than one device",
  saveById: "Choose one device and save again.",
  saveForYes: "Save it again and confirm.",
  renameOne: "Rename one of them. Otherwise nobody can tell which one you mean.",
  noRoom: "is not a room of this home",
  noFloor: "is not a floor of this home",
  noKind: "is not a kind of any device here",
  noMatch: "matches no device",
  checkTogether: "Check the combination of room, floor and kind.",
  didYouMean: 'Did you mean "{near}"?',
  listed: '"{command}" lists them all.',
  noProperty: "{device} has no such property",
  noAction: "{device} has no such action",
  noArgument: "is not an argument of the event",
  outOfRange: 'is outside the range of "{address}", or can never be crossed',
  notNotified: '{device} does not report changes of "{address}", so Jia notices them late, when it reads the value',
  useSchedule: "If that is too late, use a schedule with a condition.",
  noEvent: "{device} has no such event",
  readOnly: '"{address}" of {device} is read-only',
  setAnother: "Choose another property.",
  notNumber: '"{address}" of {device} is not a number',
  useState: "Use a trigger or condition of type property or state.",
  wrongArguments: ({ wanted }: { wanted: readonly string[] }) =>
    `the action takes ${wanted.length} arguments: ${wanted.join(", ") || "none"}`,
  inThisOrder: "Give them in this order.",
  misfit: 'is not a valid value for "{address}"',
  give: "Use {expected}.",
};
