// Generates templates from plain ones to nonsense, for the properties of parser and renderer.
import fc from 'fast-check';

const pieces = [
  '{{',
  '}}',
  '{{{',
  '}}}',
  '}}}}',
  '{',
  '}',
  '{{~',
  '~}}',
  '{{#if ',
  '{{/if}}',
  '{{#each ',
  '{{/each}}',
  '{{#with ',
  '{{/with}}',
  '{{else}}',
  '{{else if ',
  '{{^}}',
  '{{^if ',
  '{{!',
  '{{!--',
  '--}}',
  '{{&',
  '{{>',
  '{{#>',
  '{{*',
  '{{{{',
  '\\',
  '\\\\',
  '\\{{',
  '"',
  "'",
  '[',
  ']',
  '(',
  ')',
  '|',
  'as |',
  '@',
  '.',
  '..',
  '../',
  '/',
  '=',
  ' ',
  '\n',
  '\r\n',
  '\u2028',
  '\u0000',
  'x',
  'name',
  'items',
  'items.0',
  'a.b.c',
  'this',
  'true',
  'null',
  'else',
  '@index',
  '@env.host',
  'eq',
  'default',
  'upper',
  'shout',
  '1',
  '-2.50',
  '007',
  '"text"',
  ':',
  ',',
  'é',
  '😀',
  '\ud800',
];

/** Text that looks like a template and mostly is none. */
export const anyTemplateSoup: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 14 })
  .map((parts) => parts.join(''));

const names = [
  'name',
  'order',
  'order.id',
  'items',
  'items.0.sku',
  'nobody',
  '@env.host',
  '@today',
  'user-name',
  'order.lines.[0].sku',
  'order.[odd key].[this]',
  'order.[}} {{]',
  '_x',
  '$y',
];
const gaps = ['', ' ', '\n', '\t '];
const texts = [
  '',
  ' ',
  'Hi ',
  '{',
  '}',
  '"',
  '\\ ',
  '\n',
  '\r\n',
  '{"a":',
  ',',
  'é😀',
  '\u0000',
  '.',
  '/',
  '?q=',
];

/** Templates of text and plain paths, as nearly all real ones are. */
export const anyPlainTemplate: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...texts),
      fc
        .tuple(fc.constantFrom(...gaps), fc.constantFrom(...names), fc.constantFrom(...gaps))
        .map(([before, name, after]) => `{{${before}${name}${after}}}`),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

const tree = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      'a',
      ' ',
      '\n',
      '  \n',
      ' b ',
      '\r\n',
      ' { ',
      ' } ',
      '-',
      '\\{{x}} ',
      '{{! note }}',
      '{{!-- n --}}',
    ),
    fc.constantFrom(
      '{{t}}',
      '{{ o.k }}',
      '{{{t}}}',
      '{{&u}}',
      '{{~t~}}',
      '{{t~}}',
      '{{~{u}~}}',
      '{{this.t}}',
      '{{@root.u}}',
    ),
    fc
      .tuple(
        fc.constantFrom('if t', 'if nil', 'unless t', 'unless nil', 'if list', 'if none'),
        tie('nodes'),
        tie('nodes'),
        fc.constantFrom('{{else}}', '{{^}}', '{{~else~}}', null),
      )
      .map(
        ([head, body, otherwise, divider]) =>
          `{{#${head}}}${body}${divider === null ? '' : divider + otherwise}{{/${head.split(' ')[0] ?? ''}}}`,
      ),
    fc
      .tuple(tie('nodes'), tie('nodes'), tie('nodes'))
      .map(([a, b, c]) => `{{#if nil}}${a}{{else if t}}${b}{{else}}${c}{{/if}}`),
    fc
      .tuple(fc.constantFrom('list', 'o', 'none', '../list'), tie('nodes'))
      .map(
        ([over, body]) =>
          `{{#each ${over}}}${body}{{@index}}-{{@key}}{{#unless @last}};{{/unless}}{{else}}none{{/each}}`,
      ),
    fc
      .tuple(fc.constantFrom('o', 'nil'), tie('nodes'))
      .map(([over, body]) => `{{#with ${over}}}${body}{{../t}}{{else}}-{{/with}}`),
  ),
}));

/** Templates with blocks, white-space control and comments that the official Handlebars accepts too. */
export const anyBlockTemplate: fc.Arbitrary<string> = tree.nodes;
