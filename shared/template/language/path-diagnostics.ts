import type { ValueShape } from '../../value/value-shape.ts';
import { nearestName } from '../nearest-name.ts';
import { blockTags, tagGroups } from './block-tags.ts';
import { pathStep } from '../write-path.ts';
import { writtenPath, type WrittenKey, type WrittenPath } from './written-path.ts';
import { scopeAmong, shapeAtKeys, type PlaceScope } from './place-scope.ts';
import { replacement } from './problem-fixes.ts';
import { templateTokens, type TagToken } from './tag-tokens.ts';
import type { TemplateDiagnostic } from './template-diagnostic.ts';
import type { TemplateKnowledge } from './template-knowledge.ts';

/**
 * Paths that lead nowhere in any value seen so far: a key that is nearly one that was seen, and a key of a list's items
 * without saying which item. Samples are not all there is, so that both are warnings.
 */
export function pathDiagnostics(source: string, knowledge: TemplateKnowledge): readonly TemplateDiagnostic[] {
  if (knowledge.names.every(({ shape }) => shape === null)) return [];
  const groups = tagGroups(blockTags(source));
  return templateTokens(source).flatMap((token) => {
    if (token.kind !== 'path' || !/[./]/.test(token.text)) return [];
    const found = troubleAt(token, source, scopeAmong(groups, token.start, knowledge));
    return found === null ? [] : [found];
  });
}

function troubleAt(token: TagToken, source: string, scope: PlaceScope): TemplateDiagnostic | null {
  const path = writtenPath(token.text);
  for (let at = firstKey(path, scope); at < path.keys.length; at += 1) {
    const before = path.keys.slice(0, at).map(({ key }) => key);
    const shape = shapeAtKeys(path, before, scope);
    if (shape === null) return null;
    const trouble = keyTrouble(token, path, at, shape, source);
    if (trouble !== null) return trouble;
  }
  return null;
}

/** Names of the flow and of the environment are checked with all other names; what belongs to an item is checked here. */
function firstKey({ data, depth, scoped, keys: [head] }: WrittenPath, scope: PlaceScope): number {
  if (data) return head?.key === 'env' ? 2 : 1;
  const isLocal = !scoped && depth === 0 && scope.locals.has(head?.key ?? '');
  return isLocal || depth >= scope.levels.length ? 1 : 0;
}

function keyTrouble(
  token: TagToken,
  path: WrittenPath,
  at: number,
  shape: ValueShape,
  source: string,
): TemplateDiagnostic | null {
  const key = path.keys[at];
  if (key === undefined || key.key === '' || shape.keys.has(key.key)) return null;
  const isOfItems = shape.items?.keys.has(key.key) === true && shape.kinds.length === 1;
  return isOfItems ? listTrouble(token, key, source) : misspelt(token, key, shape);
}

function listTrouble({ start, end, text }: TagToken, key: WrittenKey, source: string): TemplateDiagnostic {
  const list = key.start === 0 ? 'this' : text.slice(0, key.start - 1);
  const at = start + key.start;
  const item = replacement('Read the first item', { start: at, end: at }, '0.');
  const loop = loopFix(source, start, end, list, text.slice(key.start));
  return {
    start: at,
    end: start + key.end,
    severity: 'warning',
    message: `${list} is a list: read one of its items, or repeat for each.`,
    fixes: loop === null ? [item] : [loop, item],
  };
}

function misspelt({ start, text }: TagToken, key: WrittenKey, shape: ValueShape): TemplateDiagnostic | null {
  const nearest = nearestName(key.key, [...shape.keys.keys()]);
  const written = nearest === null ? null : pathStep(nearest);
  if (nearest === null || written === null) return null;
  const range = { start: start + key.start, end: start + key.end };
  const before = key.start === 0 ? 'the item' : text.slice(0, key.start - 1);
  return {
    ...range,
    severity: 'warning',
    message: `No value of ${before} seen so far has ${key.key}. Did you mean ${nearest}?`,
    fixes: [replacement(`Change to ${nearest}`, range, written)],
  };
}

/** Wraps an expression that is nothing but the path in a loop over the list. */
function loopFix(source: string, start: number, end: number, list: string, rest: string) {
  const open = /\{\{\s*$/.exec(source.slice(0, start));
  const close = /^\s*\}\}(?!\})/.exec(source.slice(end));
  if (open === null || close === null || source[open.index - 1] === '{') return null;
  const range = { start: open.index, end: end + close[0].length };
  return replacement('Repeat with #each', range, `{{#each ${list}}}{{${rest}}}{{/each}}`);
}
