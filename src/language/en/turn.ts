/** The fixed sentences of a turn. */
export const turn = {
  empty: "What shall I do?",
  tooLong: "That is too long for one message. Please say it in less than {limit} characters.",
  notUnderstood: "Sorry, I didn't get that.",
  /** After notUnderstood: the parts that were recognized. */
  heard: "I only caught {names}.",
  /** A yes or a no without a question. */
  nothingAsked: "I haven't asked you anything.",
  noModel: "I did not understand that by myself, and the model cannot be used now: {why}. Nothing was done.",
  /** The model answered, but the answer was useless. */
  noHelp: "I did not understand that by myself, and the model was no help: {why}. Nothing was done.",
  /** The text contains a name that is not sent to the model. */
  kept: "I did not understand that by myself, and {names} is kept from the model. Nothing was done.",
  /** No devices are known, with the state of the MQTT broker as the reason. */
  unseen: "I know of no device yet, so I can't tell what there is. The MQTT broker: {why}.",
  partlyUnseen: "Devices may be missing that I can't see now. The MQTT broker: {why}.",
  recognised: "I did recognise: {names}.",
  unfounded: "Nothing was done: no device was told anything. Please say it again, with the name of the device.",
  unsure: "I can't say that for sure: nothing that I have read or done shows it.",
  address: "I leave out web addresses that you did not give me.",
  found: "There is: {names}.",
  foundNothing: "Nothing in this home fits that.",
  spent: "That took more steps than one request may take, so I stopped.",
  late: "That took longer than one request may take, so I stopped.",
  cancelled: "Stopped before it was done.",
  notTried: "Not tried: {detail}",
  /** The model named something that does not exist. */
  notThere: "I found nothing called “{name}” here.",
  notClear: "It isn't clear which one “{name}” is.",
  notSaved: '"{what}" could not be saved: {why}.',
  /** After notTried: the model's tool call was invalid. */
  unusable: "the model did not say in a usable form what is to be done.",
  notDone: "{what} was not done: {why}.",
  /** After the question for something lasting that needs a PIN. */
  sayPin: "If so, say the PIN.",
  wrongPin: "That's not the PIN. Try again.",
  /** A PIN too soon after a wrong one. */
  pinSoon: "Wait {wait}, then say the PIN again.",
  pinLocked: "There were too many wrong PINs. Try again in {wait}.",
  /** A PIN among other words. */
  onlyDigits: "Just say the digits of the PIN.",
  noPinAsked: "I'm not waiting for a PIN now. Please say again what you want.",
  dropped: "OK, I won't.",
  /** A yes after another sentence in between. */
  lapsed: "I'm not waiting for a yes to that any more, so nothing was done. Please ask again.",
  /** A yes after another action in between. */
  noneWaiting: "Nothing is waiting for a yes any more: I dropped that question when you said something else.",
  expired: "That question is too old to say yes to. Please ask again.",
  modelFailed: "The model cannot be used any further now: {why}.",
  noFurtherHelp: "The model was no further help: {why}.",
  conversationNamed: 'conversation "{name}"',
  internal: "Jia made a mistake and could not finish this: {why}.",
};
