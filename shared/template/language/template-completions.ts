import { blockItems, closingItems, elseItems, elseWord } from './block-completions.ts';
import { helperItems, operandItems } from './call-completions.ts';
import type { CompletionPlace } from './completion-place.ts';
import { keyCompletions, nameCompletions } from './name-completions.ts';
import { scopeAt, shapeAtKeys, type PlaceScope } from './place-scope.ts';
import { tagAt } from './tag-at.ts';
import type { TagToken } from './tag-tokens.ts';
import type { TemplateCompletion, TemplateCompletions } from './template-completion.ts';
import type { TemplateKnowledge } from './template-knowledge.ts';
import { writtenPath } from './written-path.ts';

/** What can be written at an offset of a template, finished or not; `null` where nothing can be offered, as in text. */
export function templateCompletions(
  source: string,
  offset: number,
  knowledge: TemplateKnowledge,
): TemplateCompletions | null {
  const tag = tagAt(source, offset);
  if (tag === null || isFixed(tag.current)) return null;
  const sign = tag.tokens[0]?.text.replace(/^\{\{~?/, '') ?? '';
  const place: CompletionPlace = { source, offset, tag, sign, knowledge };
  return keysAfterDot(place) ?? wordsAt(place);
}

/** In a quoted text, a number or the names of `as |…|` nothing is known better. */
function isFixed(token: TagToken | undefined): boolean {
  return token !== undefined && ['string', 'number', 'local'].includes(token.kind);
}

/** Behind a dot: the keys of what stands before it. */
function keysAfterDot({ source, offset, tag, knowledge }: CompletionPlace): TemplateCompletions | null {
  const { current } = tag;
  if (current === undefined || !/[./]|\[/.test(source.slice(current.start, offset))) return null;
  const path = writtenPath(current.text);
  const at = path.keys.findIndex(({ end }) => current.start + end >= offset);
  const key = path.keys[at];
  const scope = scopeAt(source, offset, knowledge);
  if (key === undefined) return { start: offset, end: offset, items: outerNames(path.depth, scope) };
  // In front of the first key, inside ../, there is nothing to write.
  if (current.start + key.start > offset) return { start: offset, end: offset, items: [] };
  const before = path.keys.slice(0, at).map((each) => each.key);
  const range = { start: current.start + key.start, end: current.start + key.end };
  if (before.length === 0 && !path.data) return { ...range, items: outerNames(path.depth, scope) };
  const shape = shapeAtKeys(path, before, scope);
  return {
    ...range,
    items: shape === null ? rootNames(path.data, before, knowledge) : keyCompletions(shape),
  };
}

/** What `this.` and `../` lead to. */
function outerNames(depth: number, scope: PlaceScope): readonly TemplateCompletion[] {
  const levels = scope.levels.slice(0, Math.max(0, scope.levels.length - depth));
  const item = levels.at(-1);
  if (item !== undefined) return item === null ? [] : keyCompletions(item);
  if (depth > scope.levels.length) return [];
  const names = scope.knowledge.names.filter(({ origin }) => origin !== 'system');
  return nameCompletions({ ...scope, levels: [], locals: new Map(), knowledge: { names } });
}

function rootNames(
  data: boolean,
  before: readonly string[],
  { names }: TemplateKnowledge,
): readonly TemplateCompletion[] {
  if (!data || before.join('.') !== 'root') return [];
  const variables = names.filter(({ origin }) => origin === 'variable');
  return nameCompletions({ levels: [], locals: new Map(), inLoop: false, knowledge: { names: variables } });
}

/** A word that no dot precedes: what is offered depends on what stands before it. */
function wordsAt(place: CompletionPlace): TemplateCompletions | null {
  const { tag, offset } = place;
  const range = { start: tag.current?.start ?? offset, end: tag.current?.end ?? offset };
  const items = itemsFor(place);
  return items.length === 0 ? null : { ...range, items };
}

function itemsFor(place: CompletionPlace): readonly TemplateCompletion[] {
  const { before } = place.tag;
  const last = before.at(-1)?.text;
  switch (place.sign) {
    case '>':
      return [];
    case '/':
      return before.length === 1 ? closingItems(place) : [];
    default:
      if (last === '(') return helperItems(place, false);
      if (before.length === 1) return headItems(place);
      return last === 'else' ? elseItems(place) : operandItems(place);
  }
}

/** The first word of an expression. */
function headItems(place: CompletionPlace): readonly TemplateCompletion[] {
  const { sign, source, offset, knowledge } = place;
  if (sign === '#' || sign === '^') return blockItems(place, '');
  const names = [...nameCompletions(scopeAt(source, offset, knowledge)), ...helperItems(place, false)];
  // Three braces and & write a value as it is: no place for a block.
  return sign === '' ? [...elseWord(place), ...names, ...blockItems(place, '#')] : names;
}
