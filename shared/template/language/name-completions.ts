import { pathStep } from '../write-path.ts';
import type { PlaceScope } from './place-scope.ts';
import { shapeInWords } from './shape-in-words.ts';
import type { TemplateCompletion } from './template-completion.ts';
import type { KnownName } from './template-knowledge.ts';
import type { ValueShape } from '../../value/value-shape.ts';

/** Keys of one object that are offered; more is a map and no record. */
const mostKeys = 500;

/** The names that an operand can begin with at a place, the best first. */
export function nameCompletions(scope: PlaceScope): readonly TemplateCompletion[] {
  const { levels, knowledge } = scope;
  if (levels.length === 0) return knowledge.names.map((known) => knownItem(known, known.name));
  const item = levels.at(-1) ?? null;
  return [
    ...localItems(scope),
    ...(item === null ? [] : keyCompletions(item)),
    plain('this', 'variable', 'the item here', item),
    ...(scope.inLoop ? loopItems : []),
    ...knowledge.names.flatMap((known) => outerItem(known)),
  ];
}

/** What can follow a path with a dot. */
export function keyCompletions(shape: ValueShape): readonly TemplateCompletion[] {
  const keys = [...shape.keys].slice(0, mostKeys).flatMap(([key, at]) => {
    const insert = pathStep(key);
    return insert === null ? [] : [{ ...plain(key, 'key', '', at), insert }];
  });
  if (shape.items !== null)
    keys.push(plain('0', 'key', 'The first item; any number reads another one.', shape.items));
  if (shape.kinds.includes('list')) keys.push(plain('length', 'key', 'How many items it has.', null));
  return keys;
}

function localItems({ locals }: PlaceScope): readonly TemplateCompletion[] {
  return [...locals].map(([name, shape]) => plain(name, 'variable', 'Named by the block around it.', shape));
}

/** Inside a block a name of the flow is reached from the root; the environment has its own. */
function outerItem(known: KnownName): readonly TemplateCompletion[] {
  if (known.origin === 'system') return [knownItem(known, known.name)];
  return known.origin === 'variable' ? [knownItem(known, `@root.${known.name}`)] : [];
}

function knownItem(known: KnownName, insert: string): TemplateCompletion {
  const { name, origin, shape, secret } = known;
  return {
    label: name,
    kind: secret === true ? 'secret' : origin,
    insert,
    isSnippet: false,
    detail: secret === true ? 'secret' : shape === null ? '' : shapeInWords(shape),
    documentation: whereFrom(known),
  };
}

/** Where a name comes from, in sentences; empty where there is nothing to say. */
export function whereFrom(known: KnownName): string {
  const { origin, setBy, set, description } = known;
  const [nearest, ...others] = setBy;
  const sentences = [description];
  if (nearest !== undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    sentences.push(`Set by ${nearest.nodeName}${more}.`);
  } else if (origin === 'environment') sentences.push(ofEnvironment(known));
  if (set === 'perhaps') sentences.push('May be unset here.');
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function ofEnvironment({ isDefault = false, secret = false }: KnownName): string {
  const what = secret ? 'A secret' : 'A value';
  return isDefault ? `${what} of the defaults of all environments.` : `${what} of the active environment.`;
}

function plain(
  label: string,
  kind: TemplateCompletion['kind'],
  documentation: string,
  shape: ValueShape | null,
): TemplateCompletion {
  const detail = shape === null ? '' : shapeInWords(shape);
  return { label, kind, insert: label, isSnippet: false, detail, documentation };
}

/** What the places of a loop are, for completion and hover. */
export const loopNames: ReadonlyMap<string, string> = new Map([
  ['@index', 'The number of the round, from 0.'],
  ['@key', 'The key of the item in its object, or its number in a list.'],
  ['@first', 'Whether this is the first round.'],
  ['@last', 'Whether this is the last round.'],
]);

const loopItems = [...loopNames].map(([name, sentence]) => plain(name, 'system', sentence, null));
