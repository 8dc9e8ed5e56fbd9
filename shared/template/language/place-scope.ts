import type { ValueShape } from '../../value/value-shape.ts';
import { blockTags, groupsAround, tagGroups, type TagGroup } from './block-tags.ts';
import type { TagToken } from './tag-tokens.ts';
import type { KnownName, TemplateKnowledge } from './template-knowledge.ts';
import { writtenPath, type WrittenPath } from './written-path.ts';

/** What names mean at a place of a template, as far as shapes are known. */
export interface PlaceScope {
  /** For each `each` and `with` around the place, outermost first, the shape of its item; `null` where none is known. */
  readonly levels: readonly (ValueShape | null)[];
  /** The names of `as |item index|` that can be seen there. */
  readonly locals: ReadonlyMap<string, ValueShape | null>;
  /** Whether `@index` and the like mean something. */
  readonly inLoop: boolean;
  readonly knowledge: TemplateKnowledge;
}

/** What names mean at an offset. */
export function scopeAt(source: string, offset: number, knowledge: TemplateKnowledge): PlaceScope {
  return scopeAmong(source.includes('{{') ? tagGroups(blockTags(source)) : [], offset, knowledge);
}

/** The same for many offsets of one source, whose blocks are then found only once. */
export function scopeAmong(
  groups: readonly TagGroup[],
  offset: number,
  knowledge: TemplateKnowledge,
): PlaceScope {
  const top: PlaceScope = { levels: [], locals: new Map(), inLoop: false, knowledge };
  return groupsAround(groups, offset).reduce((scope, group) => inside(tagInForce(group, offset), scope), top);
}

/** The tag whose body the place is in; behind a bare `else` there is none. */
function tagInForce({ open, elses }: TagGroup, offset: number): readonly TagToken[] {
  const last = elses.findLast((tag) => tag.end <= offset);
  return last?.tokens ?? open.tokens;
}

function inside(tokens: readonly TagToken[], scope: PlaceScope): PlaceScope {
  const at = tokens.findIndex((token) => token.kind === 'block');
  const name = tokens[at]?.text;
  if (name !== 'each' && name !== 'with') return scope;
  const value = shapeOfOperand(tokens[at + 1], scope);
  const item = name === 'each' ? itemOf(value) : value;
  const names = tokens.filter((token) => token.kind === 'local').map(({ text }) => text);
  // The second name is the place in the loop.
  const locals = names.map((local, index) => [local, index === 0 ? item : null] as const);
  return {
    ...scope,
    levels: [...scope.levels, item],
    locals: new Map([...scope.locals, ...locals]),
    inLoop: scope.inLoop || name === 'each',
  };
}

function shapeOfOperand(token: TagToken | undefined, scope: PlaceScope): ValueShape | null {
  return token?.kind === 'path' ? shapeAtPath(token.text, scope) : null;
}

/** What `each` gives of a value: the items of a list, else the values of an object, if they are alike. */
function itemOf(shape: ValueShape | null): ValueShape | null {
  if (shape === null) return null;
  if (shape.items !== null) return shape.items;
  const [only, ...others] = shape.keys.values();
  return only !== undefined && others.length === 0 ? only : null;
}

/** The shape of what a written path leads to; `null` where it is not known. */
export function shapeAtPath(text: string, scope: PlaceScope): ValueShape | null {
  const path = writtenPath(text);
  return shapeAtKeys(
    path,
    path.keys.map(({ key }) => key),
    scope,
  );
}

/** The same for the first keys of a path. */
export function shapeAtKeys(
  path: WrittenPath,
  keys: readonly string[],
  scope: PlaceScope,
): ValueShape | null {
  const [head = '', ...rest] = keys;
  if (path.data) return head === 'root' ? variableAt(rest, scope) : walked(named(`@${head}`, scope), rest);
  const local = path.scoped || path.depth > 0 ? undefined : scope.locals.get(head);
  return local === undefined
    ? shapeInLevel(scope.levels.length - path.depth, keys, scope)
    : walked(local, rest);
}

/** At level 0 are the names of the flow, further in the items of blocks. */
function shapeInLevel(level: number, keys: readonly string[], scope: PlaceScope): ValueShape | null {
  if (level > 0) return walked(scope.levels[level - 1] ?? null, keys);
  return level === 0 ? variableAt(keys, scope) : null;
}

function variableAt(keys: readonly string[], scope: PlaceScope): ValueShape | null {
  const [head, ...rest] = keys;
  return head === undefined ? null : walked(named(head, scope), rest);
}

function named(name: string, { knowledge }: PlaceScope): ValueShape | null {
  return nameKnown(name, knowledge)?.shape ?? null;
}

/** What is known of a name, which keeps its `@`. */
export function nameKnown(name: string, knowledge: TemplateKnowledge): KnownName | undefined {
  return knowledge.names.find((known) => known.name === name);
}

function walked(shape: ValueShape | null, keys: readonly string[]): ValueShape | null {
  let at = shape;
  for (const key of keys) {
    if (at === null) return null;
    at = at.keys.get(key) ?? (/^\d+$/.test(key) ? at.items : null);
  }
  return at;
}
