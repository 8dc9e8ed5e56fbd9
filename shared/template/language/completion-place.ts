import type { TagAt } from './tag-at.ts';
import type { TemplateCompletion } from './template-completion.ts';
import type { TemplateKnowledge } from './template-knowledge.ts';

/** Where completions are asked for. */
export interface CompletionPlace {
  readonly source: string;
  readonly offset: number;
  readonly tag: TagAt;
  /** What stands in the opening braces: `#`, `/`, `^`, `{`, `&`, `>` or nothing. */
  readonly sign: string;
  readonly knowledge: TemplateKnowledge;
}

/** What stands behind the word that is being completed, if the tag goes on there. */
export function hasMoreBehind({ tag }: CompletionPlace): boolean {
  const next = tag.tokens[tag.before.length + (tag.current === undefined ? 0 : 1)];
  return next !== undefined && next.kind !== 'braces' && next.text !== ')';
}

/** A word of the language. */
export function keyword(label: string, insert: string, detail: string): TemplateCompletion {
  return { label, kind: 'keyword', insert, isSnippet: false, detail, documentation: '' };
}
