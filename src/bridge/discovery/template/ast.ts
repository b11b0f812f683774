/** A template as it is evaluated: what the parser of @huggingface/jinja gives, checked and bounded. */
export type TemplateNode =
  | { readonly kind: "constant"; readonly value: string | number | boolean | null }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list"; readonly items: readonly TemplateNode[] }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [TemplateNode, TemplateNode])[] }
  | { readonly kind: "member"; readonly object: TemplateNode; readonly key: TemplateNode; readonly dotted: boolean }
  | {
      readonly kind: "slice";
      readonly object: TemplateNode;
      readonly start: TemplateNode | null;
      readonly stop: TemplateNode | null;
      readonly step: TemplateNode | null;
    }
  | { readonly kind: "call"; readonly callee: TemplateNode; readonly args: Arguments }
  | { readonly kind: "filter"; readonly operand: TemplateNode; readonly name: string; readonly args: Arguments }
  | { readonly kind: "test"; readonly operand: TemplateNode; readonly name: string; readonly negate: boolean }
  | { readonly kind: "binary"; readonly operator: string; readonly left: TemplateNode; readonly right: TemplateNode }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: TemplateNode }
  | {
      readonly kind: "ternary";
      readonly test: TemplateNode;
      readonly yes: TemplateNode;
      readonly otherwise: TemplateNode | null;
    }
  | {
      readonly kind: "for";
      readonly names: readonly string[];
      readonly iterable: TemplateNode;
      readonly filter: TemplateNode | null;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | {
      readonly kind: "if";
      readonly test: TemplateNode;
      readonly yes: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | {
      readonly kind: "set";
      readonly target: TemplateNode;
      readonly value: TemplateNode | null;
      readonly body: readonly TemplateNode[];
    }
  | { readonly kind: "break" | "continue" | "comment" };

export interface Arguments {
  readonly positional: readonly TemplateNode[];
  /** Keyed by argument name. */
  readonly named: ReadonlyMap<string, TemplateNode>;
}
