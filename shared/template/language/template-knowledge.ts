import type { ValueShape } from '../../value/value-shape.ts';
import type { TemplateName } from '../template-name.ts';

/** What an editor knows about the names that a template can read where it stands. */
export interface TemplateKnowledge {
  /** Variables, environment values and system names (with their `@`), the nearest in the flow first. */
  readonly names: readonly KnownName[];
  /** What is wrong with reading a variable or an environment value at the place; absent where nobody can tell. */
  readonly troubleWith?: (name: TemplateName) => NameTrouble | null;
  /** Whether no environment is active: values are those of the defaults alone. */
  readonly noEnvironment?: boolean;
}

/** Why a name has no value where it is read, or perhaps none. */
export interface NameTrouble {
  readonly severity: 'error' | 'warning';
  /** One sentence for people. */
  readonly message: string;
}

/** A name that has a value where the template stands, at least on some ways there. */
export interface KnownName {
  readonly name: string;
  readonly origin: 'variable' | 'environment' | 'system';
  /** `perhaps` where a way leads here on which nothing sets it. */
  readonly set: 'always' | 'perhaps';
  /** The nodes that set it, the nearest first; none for names that no node sets. */
  readonly setBy: readonly { readonly nodeId: string; readonly nodeName: string }[];
  /** Its values so far, merged from runs, defaults and examples; `null` where none is known, and for secrets. */
  readonly shape: ValueShape | null;
  /** A secret of the environment: nothing of its value is known here. */
  readonly secret?: boolean;
  /** Of the environment: it comes from the defaults, because the active environment does not say otherwise. */
  readonly isDefault?: boolean;
  /** One sentence about a name that is not the flow's own: `@today`, `@run`. */
  readonly description?: string;
}
