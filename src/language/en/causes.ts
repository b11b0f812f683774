/** The cause of a run, and the origin of a command. `detail` may be empty. */
export const causes = {
  byHand: ({ by, detail }: { by: string; detail: string }) => `started by hand${by && ` ${by}`}${more(detail)}`,
  dryRun: "a dry run: nothing was sent",
  undone: "undone",
  timeUp: ({ detail }: { detail: string }) => `its time was up${more(detail)}`,
  automation: ({ name, detail }: { name: string; detail: string }) => `the automation "${name}"${more(detail)}`,
  /** A trigger, in the words of `triggers`. */
  trigger: ({ trigger, detail }: { trigger: string; detail: string }) => `${trigger}${more(detail)}`,
  /** Triggers that the automation no longer has. */
  due: "its schedule, due {moment}",
  webhook: "its webhook was called",
  scene: "a scene was activated",
  message: "an MQTT message arrived",
  mode: "the mode of the home changed",
  presence: "somebody came or went",
  startup: "Jia started",
  device: "a device changed",
  /** A timer without a name. */
  timer: "Timer",
  byPerson: "by {name}",
  bySomebody: "by a person",
  /** For the reader who did it. */
  byYou: "by you",
  inConversation: "in a conversation",
  saying: 'because somebody said "{text}"',
  /** For the reader who said it. */
  youSaying: 'because you said "{text}"',
  byApi: ({ client }: { client: string }) => `through the API${more(client)}`,
  byCommandLine: "on the command line",
  byMcp: ({ client }: { client: string }) => `through MCP${more(client)}`,
  byScene: 'by the scene "{scene}"',
  bySceneRun: 'by the scene "{scene}" ({cause})',
  bySceneUndone: 'because the scene "{scene}" was undone',
  byAutomation: 'by the automation "{automation}"',
  byAutomationRun: 'by the automation "{automation}" ({cause})',
  byTimer: "because the timer ended",
  byTimerNamed: 'because the timer "{timer}" ended',
};

function more(detail: string): string {
  return detail && ` (${detail})`;
}
