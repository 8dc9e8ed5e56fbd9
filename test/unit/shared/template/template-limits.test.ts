// A template is a program of a stranger: each limit must stop it, and at the promised size.
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateScope } from '#shared/template/template-scope.ts';
import { templateScope } from '../../../support/template-scope.ts';

const scope = templateScope({
  t: 'x',
  list: Array.from({ length: 400 }, () => 1),
  long: 'x'.repeat(1_000_000),
  euros: '€'.repeat(1_000_000),
});

describe('the limits of a template', () => {
  it('let 256 kB of source pass and refuse more, counted in UTF-8', () => {
    expect(codeOf('a'.repeat(256 * 1024))).toBe('ok');
    expect(codeOf('a'.repeat(256 * 1024 + 1))).toBe('template-syntax');
    expect(codeOf('€'.repeat(Math.floor((256 * 1024) / 3)))).toBe('ok');
    expect(codeOf('€'.repeat(Math.ceil((256 * 1024) / 3)))).toBe('template-syntax');
  });

  it('count the rounds of all blocks together', () => {
    expect(codeOf('{{#each list}}{{#each ../list}}{{/each}}{{/each}}')).toBe('template-iterations-limit');
    expect(codeOf('{{#each list}}{{/each}}'.repeat(250))).toBe('ok');
    expect(codeOf('{{#each list}}{{/each}}'.repeat(251))).toBe('template-iterations-limit');
  });

  it('count the output in UTF-8 bytes', () => {
    expect(codeOf('{{long}}'.repeat(10))).toBe('ok');
    expect(codeOf('{{long}}'.repeat(11))).toBe('template-output-limit');
    expect(codeOf('{{euros}}'.repeat(3))).toBe('ok');
    expect(codeOf('{{euros}}'.repeat(4))).toBe('template-output-limit');
  });

  it('stop work that takes longer than 250 ms, at the place where it was', () => {
    const rendered = renderTemplate('{{#each list}}\n{{#each ../list}}{{/each}}{{/each}}', 'text', ticking());
    expect(rendered).toMatchObject({
      failure: {
        code: 'template-time-limit',
        line: 2,
        message: 'Making the text of the text took longer than 250 ms.',
      },
    });
  });

  it('stop reading a template like rendering it, and read it again when there is more time', () => {
    const source = '{{~t~}} '.repeat(20_000);
    expect(renderTemplate(source, 'text', ticking())).toMatchObject({
      failure: { code: 'template-time-limit' },
    });
    expect(codeOf(source)).toBe('ok');
  });

  it('stop without a clock after two million steps', () => {
    const body = '{{../t}}{{#if ../t}}{{/if}}'.repeat(3000);
    expect(codeOf(`{{#each list}}${body}{{/each}}`)).toBe('template-time-limit');
  });
});

/** Each of them once took seconds, memory or the stack of some template engine. */
describe('a hostile template', () => {
  const size = 200_000;
  it.each([
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
  ])('of %s is refused or stopped', (_what, source, code) => {
    expect(codeOf(source)).toBe(code);
  });
});

function codeOf(source: string): string {
  const rendered = renderTemplate(source, 'text', scope);
  return rendered.ok ? 'ok' : rendered.failure.code;
}

function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + close.repeat(depth);
}

/** A clock that goes on by a millisecond each time somebody looks at it. */
function ticking(): TemplateScope {
  let now = 0;
  return { ...scope, system: { ...scope.system, monotonicMs: () => (now += 1) } };
}
