// What a Start says of a default that a run could not begin with.
import { describe, expect, test } from 'vitest';
import { defaultTrouble } from '#shared/flow/default-trouble.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';

const input = (type: FlowInput['type'], text: string | null): FlowInput => ({
  name: 'count',
  type,
  default: text,
  required: true,
});

describe('the default of an input', () => {
  test.each<[FlowInput['type'], string | null]>([
    ['text', 'anything'],
    ['number', '42'],
    ['number', '12345678901234567890'],
    ['boolean', 'true'],
    ['json', '{"a":[1]}'],
    ['number', null],
    ['number', '{{@env.count}}'],
    ['json', '{"a":{{count}}}'],
  ])('of type %s may be %s', (type, text) => {
    expect(defaultTrouble(input(type, text))).toBeNull();
  });

  test.each<[FlowInput['type'], string, string]>([
    ['number', 'many', 'The default is not a number: write digits, or an expression that gives a number.'],
    [
      'boolean',
      'yes',
      'The default is neither true nor false: write true or false, or an expression that gives one of them.',
    ],
    ['json', '{"a":}', 'The default is not JSON (line 1, column 6): mend it, or make the type Text.'],
  ])('of type %s may not be %s', (type, text, sentence) => {
    expect(defaultTrouble(input(type, text))).toBe(sentence);
  });
});
