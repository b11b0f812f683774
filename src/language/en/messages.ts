import { access, signInCommand, signInPage, tokenCommand } from "./access.ts";
import { actions } from "./actions.ts";
import { answers } from "./answers.ts";
import { api } from "./api.ts";
import { audit } from "./audit.ts";
import { automation } from "./automation.ts";
import { backup } from "./backup.ts";
import { broker, brokerCauses, brokerDetails } from "./broker.ts";
import { cameras } from "./cameras.ts";
import { causes } from "./causes.ts";
import { channels } from "./channels.ts";
import { say } from "./chat-commands.ts";
import { cli } from "./command-line.ts";
import { words } from "./common-words.ts";
import { conditions } from "./conditions.ts";
import { config } from "./configuration.ts";
import { consent } from "./consent.ts";
import { conversations } from "./conversations.ts";
import { definition } from "./definition.ts";
import { definitions } from "./definitions.ts";
import { devices } from "./devices.ts";
import { doctorReport } from "./doctor-report.ts";
import { errors } from "./errors.ts";
import { evaluation } from "./evaluation.ts";
import { events } from "./events.ts";
import { expected } from "./expected.ts";
import { findingAdvice, findings } from "./findings.ts";
import { gateway } from "./gateway.ts";
import { energy, history } from "./history.ts";
import { home } from "./home.ts";
import { hub } from "./hub.ts";
import { knowledge } from "./knowledge.ts";
import { layout } from "./layout.ts";
import { mcp } from "./mcp.ts";
import { mcpCommand } from "./mcp-command.ts";
import { memory } from "./memory.ts";
import { miio } from "./miio.ts";
import { model, modelFailures, modelReplaced } from "./model.ts";
import { modes } from "./modes.ts";
import { noticeCommands } from "./notice-commands.ts";
import { notices } from "./notices.ts";
import { openai } from "./openai.ts";
import { outgoing } from "./outgoing.ts";
import { pairing } from "./pairing.ts";
import { past } from "./past.ts";
import { people } from "./people.ts";
import { plans } from "./plans.ts";
import { policy } from "./policy.ts";
import { presence } from "./presence.ts";
import { problemAdvice } from "./problem-advice.ts";
import { problems } from "./problems.ts";
import { replies } from "./replies.ts";
import { schedule } from "./schedule.ts";
import { settings } from "./settings.ts";
import { simulate } from "./simulate.ts";
import { start } from "./start.ts";
import { states } from "./states.ts";
import { statuses } from "./statuses.ts";
import { store } from "./store.ts";
import { talk } from "./talk.ts";
import { things } from "./things.ts";
import { times } from "./times.ts";
import { tools } from "./tools.ts";
import { traces } from "./traces.ts";
import { triggers } from "./triggers.ts";
import { turn } from "./turn.ts";
import { wellbeing } from "./wellbeing.ts";
import { why } from "./why.ts";

/** Every message of the product in English: the keys are those that every pack must have. */
export const messages = {
  access,
  signInCommand,
  statuses,
  signInPage,
  tokenCommand,
  actions,
  answers,
  api,
  audit,
  automation,
  backup,
  broker,
  brokerCauses,
  brokerDetails,
  cameras,
  causes,
  channels,
  cli,
  conditions,
  config,
  consent,
  conversations,
  definition,
  definitions,
  devices,
  doctorReport,
  energy,
  errors,
  evaluation,
  events,
  expected,
  findings,
  findingAdvice,
  gateway,
  history,
  home,
  hub,
  knowledge,
  layout,
  mcp,
  mcpCommand,
  memory,
  miio,
  modelFailures,
  modelReplaced,
  model,
  noticeCommands,
  notices,
  wellbeing,
  openai,
  outgoing,
  modes,
  people,
  pairing,
  past,
  plans,
  policy,
  presence,
  problemAdvice,
  problems,
  replies,
  say,
  schedule,
  settings,
  simulate,
  start,
  states,
  store,
  talk,
  things,
  times,
  tools,
  traces,
  triggers,
  turn,
  why,
  words,
};
