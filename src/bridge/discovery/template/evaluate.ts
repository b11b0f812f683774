import type { Arguments, TemplateNode } from "./ast.ts";
import { type Budget, TemplateError } from "./budget.ts";
import { applyFilter } from "./filters.ts";
import { DICT_FROM_KEYS, TEMPLATE_FUNCTIONS } from "./functions.ts";
import { call, methodOf } from "./methods.ts";
import { applyOperator, operandNumber } from "./operators.ts";
import { applyTest } from "./tests.ts";
import { CallArguments, lookup, Namespace, type TemplateValue, templateItems, templateText, truthy } from "./values.ts";

/** What a block tells the loop around it. */
type Flow = "on" | "break" | "continue";

/** Names of one block; a block sees those around it. */
class Scope {
  readonly #outer: Scope | null;
  readonly #names: Map<string, TemplateValue>;

  constructor(outer: Scope | null, names: ReadonlyMap<string, TemplateValue> = new Map()) {
    this.#outer = outer;
    this.#names = new Map(names);
  }

  get(name: string): TemplateValue {
    for (let scope: Scope | null = this; scope !== null; scope = scope.#outer) {
      if (scope.#names.has(name)) return scope.#names.get(name);
    }
    return TEMPLATE_FUNCTIONS.get(name);
  }

  set(name: string, value: TemplateValue): void {
    this.#names.set(name, value);
  }
}

/** Walks a template's tree. Every node takes a step of the budget. */
export class Evaluation {
  readonly #budget: Budget;
  #output: string[] = [];

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** The rendered text. @throws TemplateError */
  render(template: readonly TemplateNode[], names: ReadonlyMap<string, TemplateValue>): string {
    this.#block(template, new Scope(null, names));
    return this.#output.join("");
  }

  #block(nodes: readonly TemplateNode[], scope: Scope): Flow {
    for (const node of nodes) {
      const flow = this.#statement(node, scope);
      if (flow !== "on") return flow;
    }
    return "on";
  }

  #statement(node: TemplateNode, scope: Scope): Flow {
    this.#budget.step();
    switch (node.kind) {
      case "if":
        return this.#block(truthy(this.#value(node.test, scope)) ? node.yes : node.otherwise, scope);
      case "for":
        this.#loop(node, scope);
        return "on";
      case "set":
        this.#assign(node, scope);
        return "on";
      case "break":
      case "continue":
        return node.kind;
      case "comment":
        return "on";
      default: {
        const text = templateText(this.#value(node, scope), this.#budget);
        this.#budget.make(text.length);
        this.#output.push(text);
        return "on";
      }
    }
  }

  #loop(node: Extract<TemplateNode, { kind: "for" }>, scope: Scope): void {
    const given = templateItems(this.#value(node.iterable, scope), this.#budget);
    const bind = (item: TemplateValue, inner: Scope) => {
      const [only, ...more] = node.names;
      if (only !== undefined && more.length === 0) inner.set(only, item);
      else for (const [index, name] of node.names.entries()) inner.set(name, lookup(item, index));
    };
    const items = node.filter
      ? given.filter((item) => {
          const inner = new Scope(scope);
          bind(item, inner);
          return node.filter === null || truthy(this.#value(node.filter, inner));
        })
      : given;
    if (items.length === 0) {
      this.#block(node.otherwise, scope);
      return;
    }
    for (const [index, item] of items.entries()) {
      this.#budget.step();
      const inner = new Scope(scope);
      bind(item, inner);
      inner.set("loop", {
        index: index + 1,
        index0: index,
        first: index === 0,
        last: index === items.length - 1,
        length: items.length,
        revindex: items.length - index,
        previtem: items[index - 1],
        nextitem: items[index + 1],
      });
      if (this.#block(node.body, inner) === "break") break;
    }
  }

  #assign({ target, value, body }: Extract<TemplateNode, { kind: "set" }>, scope: Scope): void {
    const given = value === null ? this.#captured(body, scope) : this.#value(value, scope);
    if (target.kind === "name") {
      scope.set(target.name, given);
    } else if (target.kind === "list") {
      for (const [index, name] of target.items.entries()) {
        if (name.kind === "name") scope.set(name.name, lookup(given, index));
      }
    } else if (target.kind === "member") {
      const object = this.#value(target.object, scope);
      const key = this.#value(target.key, scope);
      if (!(object instanceof Namespace) || typeof key !== "string") {
        throw new TemplateError("wrong-type", "only a namespace can be changed");
      }
      object.values.set(key, given);
    } else throw new TemplateError("syntax", "nothing to set");
  }

  /** `{% set x %}…{% endset %}`: what the block would have written. */
  #captured(body: readonly TemplateNode[], scope: Scope): string {
    const before = this.#output;
    this.#output = [];
    this.#block(body, scope);
    const text = this.#output.join("");
    this.#output = before;
    return text;
  }

  #value(node: TemplateNode, scope: Scope): TemplateValue {
    this.#budget.step();
    switch (node.kind) {
      case "constant":
        return node.value;
      case "name":
        return scope.get(node.name);
      case "list":
        this.#budget.make(node.items.length);
        return node.items.map((item) => this.#value(item, scope));
      case "dict":
        this.#budget.make(node.entries.length);
        return new Map(node.entries.map(([key, value]) => [this.#value(key, scope), this.#value(value, scope)]));
      case "member":
        return this.#member(node, scope);
      case "slice":
        return this.#slice(node, scope);
      case "call": {
        const callee = this.#value(node.callee, scope);
        if (callee === undefined && node.callee.kind === "name") {
          throw new TemplateError("unsupported", `function ${node.callee.name}`);
        }
        return call(callee, this.#given(node.args, scope), this.#budget);
      }
      case "filter": {
        const operand = this.#value(node.operand, scope);
        return applyFilter(node.name, operand, this.#given(node.args, scope), this.#budget);
      }
      case "test":
        return applyTest(node.name, this.#tested(node.operand, scope), undefined, this.#budget) !== node.negate;
      case "binary":
        return this.#binary(node, scope);
      case "unary": {
        const operand = this.#value(node.operand, scope);
        if (node.operator === "not") return !truthy(operand);
        return node.operator === "-" ? -operandNumber(operand) : operandNumber(operand);
      }
      case "ternary": {
        if (truthy(this.#value(node.test, scope))) return this.#value(node.yes, scope);
        return node.otherwise === null ? undefined : this.#value(node.otherwise, scope);
      }
      default:
        throw new TemplateError("syntax", `${node.kind} is no expression`);
    }
  }

  /** The operand of `is defined`: a member of something undefined is undefined too. */
  #tested(node: TemplateNode, scope: Scope): TemplateValue {
    if (node.kind !== "member") return this.#value(node, scope);
    const object = this.#tested(node.object, scope);
    return object === undefined ? undefined : this.#memberOf(object, this.#value(node.key, scope), node.dotted);
  }

  #member(node: Extract<TemplateNode, { kind: "member" }>, scope: Scope): TemplateValue {
    const key = this.#value(node.key, scope);
    if (node.object.kind === "name" && node.object.name === "dict" && key === "from_keys") return DICT_FROM_KEYS;
    const object = this.#value(node.object, scope);
    if (object === undefined || object === null)
      throw new TemplateError("missing", `nothing to take ${String(key)} of`);
    return this.#memberOf(object, key, node.dotted);
  }

  #memberOf(object: TemplateValue, key: TemplateValue, dotted: boolean): TemplateValue {
    const own = lookup(object, key);
    return own === undefined && dotted && typeof key === "string" ? methodOf(object, key) : own;
  }

  #slice(node: Extract<TemplateNode, { kind: "slice" }>, scope: Scope): TemplateValue {
    const object = this.#value(node.object, scope);
    const part = (bound: TemplateNode | null) => {
      const value = bound === null ? null : this.#value(bound, scope);
      return value === null || value === undefined ? undefined : operandNumber(value);
    };
    const [start, stop, step = 1] = [part(node.start), part(node.stop), part(node.step)];
    if (typeof object !== "string" && !Array.isArray(object)) {
      throw new TemplateError(object === undefined ? "missing" : "wrong-type", "nothing to slice");
    }
    this.#budget.make(object.length);
    if (step === 1) return object.slice(start, stop);
    if (step !== -1 || start !== undefined || stop !== undefined) throw new TemplateError("unsupported", "slice steps");
    return typeof object === "string" ? [...object].reverse().join("") : object.toReversed();
  }

  #binary(node: Extract<TemplateNode, { kind: "binary" }>, scope: Scope): TemplateValue {
    const left = this.#value(node.left, scope);
    if (node.operator === "and") return truthy(left) ? this.#value(node.right, scope) : left;
    if (node.operator === "or") return truthy(left) ? left : this.#value(node.right, scope);
    return applyOperator(node.operator, left, this.#value(node.right, scope), this.#budget);
  }

  #given(args: Arguments, scope: Scope): CallArguments {
    const named = new Map<string, TemplateValue>();
    for (const [name, node] of args.named) named.set(name, this.#value(node, scope));
    return new CallArguments(
      args.positional.map((node) => this.#value(node, scope)),
      named,
    );
  }
}
