import type { TemplateField } from '#shared/template/template-field.ts';
import type { TemplatePlace } from '../template-context.ts';

/** A text that a field offers outside of expressions, such as the name of a header. */
export interface Suggestion {
  readonly text: string;
  readonly detail?: string | undefined;
}

/** What a field tells its editor; it may change while the editor is open. */
export interface EditorSettings {
  readonly value: string;
  readonly field: TemplateField;
  readonly isTall: boolean;
  /** Lines that it has at least. */
  readonly lines: number;
  readonly unknownNames: ReadonlySet<string> | undefined;
  readonly suggestions: readonly Suggestion[];
  readonly place: TemplatePlace;
  /** What a native field would carry. */
  readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
  readonly onChange: (value: string) => void;
}

const byModel = new Map<string, () => EditorSettings>();

/** Lets the language features find the field of a model; the result ends it. */
export function settingsRegistered(uri: string, settings: () => EditorSettings): () => void {
  byModel.set(uri, settings);
  return () => void byModel.delete(uri);
}

/** The field that a model belongs to. */
export function settingsOf(model: { readonly uri: { toString: () => string } }): EditorSettings | null {
  return byModel.get(model.uri.toString())?.() ?? null;
}
