import { isValueList, isValueObject } from '../../value/value-kinds.ts';
import { equalValues } from '../../value/equal-values.ts';
import { valueText } from '../../value/value-text.ts';
import type { Value } from '../../value/value.ts';
import { HelperRefusal, type Helper, type HelperCall, type HelperExample } from './helper.ts';
import { givenList, givenText, givenValue, wholeNumber } from './helper-values.ts';

/** Work on texts. Places and lengths are counted in UTF-16 units, as `length` is. */
export const textHelpers: readonly Helper[] = [
  changing('upper', 'The text in upper case.', (text) => text.toUpperCase(), [
    { template: '{{upper code}}', variables: { code: 'ab-1' }, output: 'AB-1' },
  ]),
  changing('lower', 'The text in lower case.', (text) => text.toLowerCase(), [
    { template: '{{lower email}}', variables: { email: 'Ann@Acme.Example' }, output: 'ann@acme.example' },
  ]),
  changing('trim', 'The text without white space at both ends.', (text) => text.trim(), [
    { template: '[{{trim answer}}]', variables: { answer: '  yes ' }, output: '[yes]' },
  ]),
  {
    name: 'replace',
    group: 'Text',
    parameters: [{ name: 'text' }, { name: 'search' }, { name: 'replacement' }],
    description: 'The text with every occurrence of a text replaced; the search is no pattern.',
    examples: [
      { template: '{{replace phone " " ""}}', variables: { phone: '044 668 18 00' }, output: '0446681800' },
    ],
    run: replaceText,
  },
  {
    name: 'split',
    group: 'Text',
    parameters: [{ name: 'text' }, { name: 'separator' }],
    description: 'The parts of the text between the separators, as a list.',
    examples: [
      {
        template: '{{#each (split tags ",")}}[{{this}}]{{/each}}',
        variables: { tags: 'a,b' },
        output: '[a][b]',
      },
    ],
    run: splitText,
  },
  {
    name: 'join',
    group: 'Text',
    parameters: [{ name: 'list' }, { name: 'separator' }],
    description: 'The texts of the items, with the separator between them.',
    examples: [{ template: '{{join tags ", "}}', variables: { tags: ['a', 'b'] }, output: 'a, b' }],
    run: joinList,
  },
  {
    name: 'substring',
    group: 'Text',
    parameters: [{ name: 'text' }, { name: 'start' }, { name: 'end', optional: true }],
    description:
      'The text from one place to before another, counted from 0; a negative place counts from the end.',
    examples: [
      { template: '{{substring iban 0 4}}', variables: { iban: 'CH9300762011623852957' }, output: 'CH93' },
      { template: '{{substring iban -4}}', variables: { iban: 'CH9300762011623852957' }, output: '2957' },
    ],
    run: (values) => {
      const text = givenText(values, 0);
      return text.slice(
        wholeNumber(givenValue(values, 1), 0),
        wholeNumber(givenValue(values, 2), text.length),
      );
    },
  },
  {
    name: 'length',
    group: 'Text',
    parameters: [{ name: 'value' }],
    description: 'How many characters a text, items a list or keys an object has.',
    examples: [{ template: '{{length items}}', variables: { items: ['a', 'b'] }, output: '2' }],
    run: (values) => lengthOf(givenValue(values, 0)),
  },
  {
    name: 'contains',
    group: 'Text',
    parameters: [{ name: 'value' }, { name: 'search' }],
    description: 'Whether a text holds a text, or a list an equal item.',
    examples: [
      { template: '{{contains email "@"}}', variables: { email: 'ann@acme.example' }, output: 'true' },
      { template: '{{contains tags "b"}}', variables: { tags: ['a', 'b'] }, output: 'true' },
    ],
    run: contains,
  },
  asking('startsWith', 'Whether the text begins with another.', (text, search) => text.startsWith(search), [
    { template: '{{startsWith phone "+41"}}', variables: { phone: '+41446681800' }, output: 'true' },
  ]),
  asking('endsWith', 'Whether the text ends with another.', (text, search) => text.endsWith(search), [
    { template: '{{endsWith file ".pdf"}}', variables: { file: 'order.txt' }, output: 'false' },
  ]),
  {
    name: 'padStart',
    group: 'Text',
    parameters: [{ name: 'text' }, { name: 'length' }, { name: 'fill', optional: true }],
    description: 'The text filled up at its beginning to a length, with spaces or with another text.',
    examples: [{ template: '{{padStart number 6 "0"}}', variables: { number: 42 }, output: '000042' }],
    run: (values, call) => {
      const length = wholeNumber(givenValue(values, 1), 0);
      call.refuseLength(length);
      return givenText(values, 0).padStart(
        length,
        givenValue(values, 2) === null ? ' ' : givenText(values, 2),
      );
    },
  },
];

function changing(
  name: string,
  description: string,
  change: (text: string) => string,
  examples: readonly HelperExample[],
): Helper {
  const run: Helper['run'] = (values) => change(givenText(values, 0));
  return { name, group: 'Text', parameters: [{ name: 'text' }], description, examples, run };
}

function asking(
  name: string,
  description: string,
  holds: (text: string, search: string) => boolean,
  examples: readonly HelperExample[],
): Helper {
  const run: Helper['run'] = (values) => holds(givenText(values, 0), givenText(values, 1));
  return {
    name,
    group: 'Text',
    parameters: [{ name: 'text' }, { name: 'search' }],
    description,
    examples,
    run,
  };
}

/** An empty search finds nothing: JavaScript would put the replacement between all characters. */
function replaceText(values: readonly Value[], call: HelperCall): string {
  const [text, search, replacement] = [givenText(values, 0), givenText(values, 1), givenText(values, 2)];
  if (search === '') return text;
  const parts = text.split(search);
  call.spend(parts.length);
  call.refuseLength(text.length + (parts.length - 1) * (replacement.length - search.length));
  return parts.join(replacement);
}

/** More parts than blocks may have rounds are of no use, and making them would take long. */
const mostParts = 100_000;

function splitText(values: readonly Value[], call: HelperCall): readonly string[] {
  const parts = givenText(values, 0).split(givenText(values, 1), mostParts + 1);
  call.spend(parts.length);
  if (parts.length <= mostParts) return parts;
  throw new HelperRefusal(`text with at most ${mostParts.toLocaleString('en')} parts`, 'more');
}

function joinList(values: readonly Value[], call: HelperCall): string {
  const separator = givenText(values, 1);
  const texts = givenList(givenValue(values, 0)).map(valueText);
  call.spend(texts.length);
  call.refuseLength(
    texts.reduce((length, text) => length + text.length + separator.length, 0) - separator.length,
  );
  return texts.join(separator);
}

function lengthOf(value: Value): number {
  if (isValueList(value)) return value.length;
  return isValueObject(value) ? Object.keys(value).length : valueText(value).length;
}

function contains(values: readonly Value[], call: HelperCall): boolean {
  const value = givenValue(values, 0);
  if (!isValueList(value)) return valueText(value).includes(givenText(values, 1));
  call.spend(value.length);
  return value.some((item) => equalValues(item, givenValue(values, 1)));
}
