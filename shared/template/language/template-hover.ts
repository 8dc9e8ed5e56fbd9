import type { ValueShape } from '../../value/value-shape.ts';
import { valueAtPath } from '../../value/value-at-path.ts';
import type { Value, ValueObject } from '../../value/value.ts';
import { writeJson } from '../../value/write-json.ts';
import { helperNamed } from '../helpers/helper-registry.ts';
import { helperSignature } from '../helpers/helper.ts';
import { templateNames } from '../template-names.ts';
import { blockHelp } from './block-help.ts';
import { loopNames, whereFrom } from './name-completions.ts';
import { nameKnown, scopeAt, shapeAtKeys } from './place-scope.ts';
import { shapeInWords } from './shape-in-words.ts';
import { tagAt } from './tag-at.ts';
import type { TagToken } from './tag-tokens.ts';
import type { KnownName, TemplateKnowledge } from './template-knowledge.ts';
import { writtenPath } from './written-path.ts';

/** What is known of a word of a template. All of it is plain text: names and values come from responses. */
export interface TemplateHover {
  /** The stretch that it is about: UTF-16 offsets, the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** A path so far as the place, or how a helper or block is written. */
  readonly title: string;
  /** Sentences and the kind of value, one a line. */
  readonly lines: readonly string[];
  /** The value that the last run had, as JSON on one or more lines; `null` where none is known. */
  readonly value: string | null;
  /** The nodes that set it, the nearest first. */
  readonly setBy: KnownName['setBy'];
}

/**
 * What the word at an offset is; `null` where there is nothing to tell.
 *
 * @param values what the last run had by name, without secrets
 */
export function templateHover(
  source: string,
  offset: number,
  knowledge: TemplateKnowledge,
  values: ValueObject,
): TemplateHover | null {
  const current = tagAt(source, offset)?.current;
  switch (current?.kind) {
    case 'helper':
      return helperHover(current) ?? pathHover(source, offset, current, knowledge, values);
    case 'block':
      return blockHover(current);
    case 'path':
      return pathHover(source, offset, current, knowledge, values);
    default:
      return null;
  }
}

function helperHover({ text, start, end }: TagToken): TemplateHover | null {
  const helper = helperNamed(text);
  if (helper === undefined) return null;
  const examples = helper.examples.map(({ template, output }) => `${template} gives ${output}`);
  const lines = [helper.description, ...examples];
  return { start, end, title: helperSignature(helper), lines, value: null, setBy: [] };
}

function blockHover({ text, start, end }: TagToken): TemplateHover | null {
  const block = blockHelp.find(({ name }) => name === text);
  if (block === undefined) return null;
  return { start, end, title: block.signature, lines: [block.description], value: null, setBy: [] };
}

function pathHover(
  source: string,
  offset: number,
  { text, start }: TagToken,
  knowledge: TemplateKnowledge,
  values: ValueObject,
): TemplateHover | null {
  const path = writtenPath(text);
  // The path up to the key under the place, so that every part of it can be asked.
  const under = path.keys.find(({ end }) => offset <= start + end);
  const title = text.slice(0, under?.end);
  const keys = path.keys.filter(({ end }) => end <= title.length).map(({ key }) => key);
  const full = pathFromTop(source, start, title);
  const known = nameKnown(full[0] ?? '', knowledge);
  const shape = shapeAtKeys(path, keys, scopeAt(source, start, knowledge));
  const lines = linesOf(text, shape, known);
  const value = known?.secret === true ? undefined : valueAt(full, values);
  if (lines.length === 0 && value === undefined) return null;
  return { start, end: start + title.length, title, lines, value: shown(value), setBy: known?.setBy ?? [] };
}

function linesOf(text: string, shape: ValueShape | null, known: KnownName | undefined): readonly string[] {
  return [
    shape === null ? '' : shapeInWords(shape),
    known === undefined ? (loopNames.get(text) ?? '') : whereFrom(known),
    known?.secret === true ? 'A secret: its value is never shown.' : '',
  ].filter((line) => line !== '');
}

/** The path from the top so far as it is asked for, `@` names included; empty for what belongs to a block. */
function pathFromTop(source: string, start: number, asked: string): readonly string[] {
  const name = templateNames(source).find((each) => each.start === start);
  if (name === undefined) return [];
  const cut = writtenPath(asked).keys.length;
  const behind = writtenPath(source.slice(name.start, name.end)).keys.length - cut;
  return name.path.slice(0, name.path.length - behind);
}

/** A variable's value; system names have none that a run left behind. */
function valueAt([head = '', ...rest]: readonly string[], values: ValueObject): Value | undefined {
  return Object.hasOwn(values, head) ? valueAtPath(values[head], rest) : undefined;
}

const mostLines = 12;
const mostUnits = 600;

function shown(value: Value | undefined): string | null {
  if (value === undefined) return null;
  const text = writeJson(value, 2);
  const lines = text.slice(0, mostUnits).split('\n').slice(0, mostLines).join('\n');
  return lines.length < text.length ? `${lines} …` : text;
}
