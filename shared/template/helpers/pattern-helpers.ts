import type { RE2JS } from 're2js';
import type { Value } from '../../value/value.ts';
import { HelperRefusal, type Helper, type HelperCall } from './helper.ts';
import { givenText } from './helper-values.ts';
import { patternWork, safePattern } from './safe-pattern.ts';

/**
 * Regular expressions in the syntax of RE2, whose time grows with text and pattern only: no look-around and no
 * back-references, so that no pattern can hang a run.
 */
export const patternHelpers: readonly Helper[] = [
  {
    name: 'matches',
    group: 'Patterns',
    parameters: [{ name: 'text' }, { name: 'pattern' }],
    description: 'Whether a regular expression is found in the text; ^ and $ tie it to the ends.',
    examples: [{ template: '{{matches zip "^[0-9]{4}$"}}', variables: { zip: '8001' }, output: 'true' }],
    run: (values, call) => {
      const text = givenText(values, 0);
      return patternFor(givenText(values, 1), text, call).test(text);
    },
  },
  {
    name: 'extract',
    group: 'Patterns',
    parameters: [{ name: 'text' }, { name: 'pattern' }],
    description:
      'What a regular expression finds first: its first group, or all of it without groups; null if nothing.',
    examples: [
      {
        template: '{{extract subject "order ([0-9]+)"}}',
        variables: { subject: 'Your order 4711' },
        output: '4711',
      },
    ],
    run: extract,
  },
  {
    name: 'replacePattern',
    group: 'Patterns',
    parameters: [{ name: 'text' }, { name: 'pattern' }, { name: 'replacement' }],
    description:
      'The text with everything that a regular expression finds replaced; the replacement is plain text.',
    examples: [
      {
        template: '{{replacePattern phone "[^0-9]" ""}}',
        variables: { phone: '+41 44-668' },
        output: '4144668',
      },
    ],
    run: replacePattern,
  },
];

function extract(values: readonly Value[], call: HelperCall): string | null {
  const text = givenText(values, 0);
  const pattern = patternFor(givenText(values, 1), text, call);
  const matcher = pattern.matcher(text);
  return matcher.find() ? matcher.group(Math.min(1, pattern.groupCount())) : null;
}

function replacePattern(values: readonly Value[], call: HelperCall): string {
  const text = givenText(values, 0);
  const replacement = givenText(values, 2);
  const pattern = patternFor(givenText(values, 1), text, call);
  let found = 0;
  const result = pattern.matcher(text).replaceAll(() => {
    found += 1;
    call.refuseLength(found * replacement.length);
    return replacement;
  });
  call.spend(found);
  return result;
}

function patternFor(source: string, text: string, call: HelperCall): RE2JS {
  const pattern = safePattern(source, text);
  if (!pattern.ok) throw patternRefusal(pattern.failure);
  call.spend(patternWork(pattern.value, text) >> 5);
  return pattern.value;
}

function patternRefusal(what: string): HelperRefusal {
  return new HelperRefusal('pattern', 'another text', `The pattern at line {line}, column {column} ${what}.`);
}
