// Templates that once took seconds, memory or the stack of some template engine, and what each of them ends with here.
import { templateScope } from './template-scope.ts';

/** The values that they are rendered with. */
export const hostileScope = templateScope({
  t: 'x',
  list: Array.from({ length: 400 }, () => 1),
  long: 'x'.repeat(1_000_000),
  euros: '€'.repeat(1_000_000),
});

const size = 200_000;

/** What it is, its source, and the code it is refused or stopped with; `ok` where it is harmless. */
export const hostileTemplates: readonly (readonly [what: string, source: string, code: string])[] = [
  ['blocks inside blocks', '{{#if t}}'.repeat(5000), 'template-syntax'],
  ['brackets inside brackets', `{{${'(upper '.repeat(5000)}t`, 'template-expression-unclosed'],
  ['closed brackets inside brackets', `{{${'(upper '.repeat(500)}t${')'.repeat(500)}}}`, 'template-syntax'],
  ['as many blocks inside blocks as are allowed', nested('{{#if t}}', '{{/if}}', 200), 'ok'],
  ['an else chain as long as is allowed', `{{#if n}}${'{{else if n}}'.repeat(199)}{{/if}}`, 'ok'],
  ['an else chain that is longer', `{{#if n}}${'{{else if n}}'.repeat(200)}{{/if}}`, 'template-syntax'],
  ['thousands of parameters', `{{and ${'t '.repeat(size / 2)}}}`, 'template-syntax'],
  ['a path of thousands of parts', `{{${'a.'.repeat(size / 2)}a}}`, 'template-syntax'],
  ['one long word', `{{${'a'.repeat(size)}}}`, 'ok'],
  ['one long quoted text', `{{default n "${'\\"'.repeat(size / 2)}"}}`, 'ok'],
  ['one long key', `{{[${'\\]'.repeat(size / 2)}]}}`, 'ok'],
  ['a number of thousands of digits', `{{default n ${'1'.repeat(size)}}}`, 'ok'],
  ['quotes that are never closed', `{{x ${'"\' '.repeat(size / 3)}`, 'template-syntax'],
  ['square brackets that are never closed', `{{${'['.repeat(size)}`, 'template-expression-unclosed'],
  ['comments that are never closed', '{{!-- '.repeat(size / 6), 'template-expression-unclosed'],
  ['opening braces', '{'.repeat(size), 'template-raw-block-refused'],
  ['closing braces', `{{t${'}'.repeat(size)}`, 'ok'],
  ['backslashes', `${'\\'.repeat(size)}{{t}}`, 'ok'],
  ['white space to strip', `{{~t~}}${' '.repeat(size)}x`, 'ok'],
  ['lines to strip', `{{#if t}}${'\n '.repeat(size / 2)}{{/if}}`, 'ok'],
  ['unknown names everywhere', '{{nobody}} '.repeat(size / 11), 'ok'],
  ['a text replaced by itself', '{{length (replace long "x" long)}}', 'template-output-limit'],
  ['padding without end', '{{padStart t 99999999999}}', 'template-output-limit'],
  ['a text split into letters', '{{#each (split long "")}}{{/each}}', 'template-helper-arguments'],
  ['a pattern that makes others slow', '{{matches long "(x?){50}x{50}"}}', 'template-helper-arguments'],
  ['a pattern that is large', '{{matches t "((((a{9}){9}){9}){9})"}}', 'template-helper-arguments'],
  ['hashes of a long text', '{{#each list}}{{sha256 ../long}}{{/each}}', 'template-time-limit'],
  ['copies of a long text', '{{#each list}}{{length (upper ../long)}}{{/each}}', 'template-time-limit'],
  [
    'dates without end',
    '{{#each list}}{{#each ../list}}{{formatDate 0 "y"}}{{/each}}{{/each}}',
    'template-time-limit',
  ],
  [
    'all variables as JSON in a loop',
    '{{#each list}}{{length (json @root)}}{{/each}}',
    'template-time-limit',
  ],
];

function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + close.repeat(depth);
}
