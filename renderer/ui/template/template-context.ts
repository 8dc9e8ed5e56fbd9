import { createContext } from 'react';
import type { TemplateKnowledge } from '#shared/template/language/template-knowledge.ts';
import type { ValueObject } from '#shared/value/value.ts';

/** What the fields below a provider know of the place that their templates stand in, and what they can have done there. */
export interface TemplatePlace {
  readonly knowledge: TemplateKnowledge;
  /** What a preview renders with: values of the last run, else samples. Nothing secret is among them. */
  readonly previewValues: ValueObject;
  /** What `@request` is in a preview: the persona of the Simulator. */
  readonly previewRequest?: ValueObject | undefined;
  /** Further system names in a preview: `{ sample: { url } }` gives `@sample.url`. */
  readonly previewExtra?: ValueObject | undefined;
  /** Shows where a name is set. */
  readonly onGoToDefinition?: ((name: string) => void) | undefined;
  /** Lists where a name is read and set. */
  readonly onFindUses?: ((name: string) => void) | undefined;
  /** Why a variable cannot be renamed so, in one sentence; `null` where it can. */
  readonly renameTrouble?: ((from: string, to: string) => string | null) | undefined;
  /** Renames a variable of the flow wherever it is set or read. */
  readonly onRename?: ((from: string, to: string) => void) | undefined;
}

const nothingKnown: TemplatePlace = { knowledge: { names: [] }, previewValues: {} };

/** Outside a flow (the sheet of components, a new endpoint) nothing is known. */
export const TemplateContext = createContext<TemplatePlace>(nothingKnown);
