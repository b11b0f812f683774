import { createHash } from "node:crypto";
import type { Message } from "../../home/index.ts";
import { consentQuestion, type Language, message } from "../../language/index.ts";
import { scenesOf } from "../actions/index.ts";
import type { Scene } from "../definition/index.ts";
import {
  activateQuestion,
  cancelQuestion,
  delayQuestion,
  moveQuestion,
  pauseQuestion,
  removeRuleQuestion,
  removeSceneQuestion,
  ruleQuestion,
  sceneQuestion,
  sceneWords,
} from "../describe/consent.ts";
import type { Wording } from "../describe/wording.ts";
import type { AutomationRegistry } from "../engine/automation-registry.ts";
import { canonicalJson } from "../files/definitions-file.ts";
import type { Approval, Consent, Proposal, Scenes, Timers } from "../port.ts";
import { withParameters } from "../scenes/commands.ts";
import { notFound } from "./problems.ts";
import { NO_TRIGGERS } from "./scene-cycle.ts";

interface ConsentsOptions {
  readonly scenes: Pick<Scenes, "get" | "check" | "approvals">;
  readonly automations: Pick<AutomationRegistry, "get" | "checkWith">;
  readonly timers: Pick<Timers, "list" | "approvals">;
  readonly wording: () => Wording;
}

/** A question, why the policy asks, and all that a yes to it depends on. */
interface Asked {
  readonly question: Message;
  readonly approvals: readonly Approval[];
  readonly depends: readonly unknown[];
}

/** Makes the question for a yes to a proposal, by its kind. */
export class Consents {
  readonly #options: ConsentsOptions;

  constructor(options: ConsentsOptions) {
    this.#options = options;
  }

  /** @throws JiaError `not-found` */
  consent(proposal: Proposal, language: Language): Consent {
    const { question, approvals, depends } = this.#asked(proposal);
    const commands = approvals.map(({ command }) => command);
    const read = canonicalJson([proposal.kind, commands, ...depends]);
    const why = approvals.map((each) => each.why);
    return {
      question: consentQuestion(question, why, language),
      token: createHash("sha256").update(read).digest("base64url"),
    };
  }

  #asked(proposal: Proposal): Asked {
    const { scenes, automations, timers } = this.#options;
    const wording = this.#options.wording();
    switch (proposal.kind) {
      case "save-automation": {
        const { draft, replace, scenes: beside = [] } = proposal;
        const scene = (id: string) => beside.find((each) => each.id === id) ?? scenes.get(id)?.definition;
        const replaced = replace && draft.id !== undefined ? automations.get(draft.id)?.definition : undefined;
        const within = scenesOf(draft.actions).map(scene);
        return {
          question: ruleQuestion(draft, replaced, this.#wording(scene)),
          approvals: automations.checkWith(draft, { scene, triggers: NO_TRIGGERS }).approvals,
          depends: [draft, replaced, within],
        };
      }
      case "save-scene": {
        const { draft, replace } = proposal;
        const replaced = replace && draft.id !== undefined ? scenes.get(draft.id)?.definition : undefined;
        return {
          question: sceneQuestion(draft, replaced, wording),
          approvals: scenes.check(draft).approvals,
          depends: [draft, replaced],
        };
      }
      case "activate-scene": {
        const scene = this.#scene(proposal.scene);
        return {
          question: activateQuestion(withParameters(scene, proposal.parameters), wording),
          approvals: scenes.approvals(scene.id, proposal.parameters),
          depends: [scene, proposal.parameters],
        };
      }
      case "delay":
        return {
          question: delayQuestion(proposal.parts, wording),
          approvals: timers.approvals(proposal.parts.flatMap(({ commands }) => commands)),
          // `in` is measured from the yes, so the token holds the duration and not a moment.
          depends: proposal.parts.map(({ commands, when }) => ("in" in when ? [commands, when] : commands)),
        };
      case "pause":
      case "resume": {
        const automation = this.#options.automations.get(proposal.id)?.definition;
        if (!automation) throw notFound("automation", proposal.id);
        const until = proposal.kind === "pause" ? proposal.until : undefined;
        // An automation that becomes active again is asked about as when it was saved.
        const checked = automations.checkWith(automation, {
          scene: (id) => scenes.get(id)?.definition,
          triggers: NO_TRIGGERS,
        });
        return {
          question: pauseQuestion(automation, until, wording),
          approvals: proposal.kind === "resume" ? checked.approvals : [],
          depends: [automation, until ?? null],
        };
      }
      case "rename": {
        const { of, id, to } = proposal;
        const named = (of === "scene" ? scenes.get(id) : automations.get(id))?.definition;
        if (!named) throw notFound(of, id);
        return { question: message("consent.rename", { name: named.name, to }), approvals: [], depends: [of, id, to] };
      }
      case "move": {
        const timer = timers.list().find((each) => each.id === proposal.id);
        if (!timer) throw notFound("timer", proposal.id);
        return {
          question: moveQuestion(timer, proposal.at, wording),
          approvals: timers.approvals(timer.commands),
          depends: [timer.id, timer.commands, proposal.at],
        };
      }
      case "remove":
        return { approvals: [], ...this.#removal(proposal, wording) };
      default:
        return proposal satisfies never;
    }
  }

  #removal({ of, id }: Extract<Proposal, { kind: "remove" }>, wording: Wording): Pick<Asked, "question" | "depends"> {
    switch (of) {
      case "automation": {
        const automation = this.#options.automations.get(id)?.definition;
        if (!automation) throw notFound("automation", id);
        return { question: removeRuleQuestion(automation, wording), depends: [automation] };
      }
      case "scene": {
        const scene = this.#scene(id);
        return { question: removeSceneQuestion(scene, wording), depends: [scene] };
      }
      case "timer": {
        const timer = this.#options.timers.list().find((each) => each.id === id);
        if (!timer) throw notFound("timer", id);
        return { question: cancelQuestion(timer, wording), depends: [timer.id, timer.commands] };
      }
      default:
        return of satisfies never;
    }
  }

  #scene(id: string): Scene {
    const scene = this.#options.scenes.get(id)?.definition;
    if (!scene) throw notFound("scene", id);
    return scene;
  }

  /** A wording that tells scenes with what they do, because anybody may have chosen their names. */
  #wording(scene: (id: string) => Scene | undefined): Wording {
    const wording = this.#options.wording();
    const within = (id: string) => {
      const known = scene(id);
      return known ? sceneWords(known, wording) : null;
    };
    return { ...wording, scene, within };
  }
}
