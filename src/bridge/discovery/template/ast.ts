/** A template as it is evaluated: what the parser of @huggingface/jinja gives, checked and bounded. */
export type Node =
  | { readonly kind: "constant"; readonly value: string | number | boolean | null }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [Node, Node])[] }
  | { readonly kind: "member"; readonly object: Node; readonly key: Node; readonly dotted: boolean }
  | {
      readonly kind: "slice";
      readonly object: Node;
      readonly start: Node | null;
      readonly stop: Node | null;
      readonly step: Node | null;
    }
  | { readonly kind: "call"; readonly callee: Node; readonly args: Arguments }
  | { readonly kind: "filter"; readonly operand: Node; readonly name: string; readonly args: Arguments }
  | { readonly kind: "test"; readonly operand: Node; readonly name: string; readonly negate: boolean }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Node }
  | { readonly kind: "ternary"; readonly test: Node; readonly yes: Node; readonly otherwise: Node | null }
  | {
      readonly kind: "for";
      readonly names: readonly string[];
      readonly iterable: Node;
      readonly filter: Node | null;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | { readonly kind: "if"; readonly test: Node; readonly yes: readonly Node[]; readonly otherwise: readonly Node[] }
  | { readonly kind: "set"; readonly target: Node; readonly value: Node | null; readonly body: readonly Node[] }
  | { readonly kind: "break" | "continue" | "comment" };

export interface Arguments {
  readonly positional: readonly Node[];
  /** Keyed by argument name. */
  readonly named: ReadonlyMap<string, Node>;
}
