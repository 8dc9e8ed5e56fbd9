import type { ValuePreview } from '#shared/run-events/value-preview.ts';
import { readJson } from '#shared/value/read-json.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { printableText } from './printable-text.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** A variable with its value as indented JSON, every digit kept. */
export function variableLines(name: string, value: ValuePreview, style: TerminalStyle): readonly string[] {
  const read = readJson(value.json);
  const json = printableText(read.ok ? writeJson(read.value, 2) : value.json);
  const [first = '', ...rest] = json.split('\n');
  const lines = [
    `${style.strong(name)} ${style.quiet('=')} ${first}`,
    ...rest.map((line) => withKey(line, style)),
  ];
  return (value.truncated ? [...lines, style.quiet('(cut to 64 kB)')] : lines).map((line) => `  ${line}`);
}

function withKey(line: string, style: TerminalStyle): string {
  const member = /^(\s*)("(?:[^"\\]|\\.)*")(: .*)$/.exec(line);
  if (member === null) return line;
  const [, space = '', key = '', rest = ''] = member;
  return space + style.key(key) + rest;
}
