// Where we are like Handlebars and where not, feature by feature, with its own answer beside ours.
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { templateScope } from '../../../support/template-scope.ts';

/** What Handlebars documents, feature by feature; the official one is asked in the same test. */
const same: readonly (readonly [feature: string, template: string, variables: ValueObject])[] = [
  ['an expression', 'Hello {{name}}', { name: 'Ann' }],
  ['white space inside the braces', '{{  name\n}}', { name: 'Ann' }],
  ['a nested path', '{{a.b.c}}', { a: { b: { c: 'x' } } }],
  ['a path with slashes', '{{a/b}}', { a: { b: 'x' } }],
  ['a path through a list', '{{list.[1].x}}', { list: [{}, { x: 'y' }] }],
  ['a key in brackets', '{{o.[a b]}}{{[c-d]}}', { o: { 'a b': 'x' }, 'c-d': 'y' }],
  ['an escaped bracket in a key', '{{[a\\]b]}}', { 'a]b': 'x' }],
  ['a quoted name', '{{"a b"}}', { 'a b': 'x' }],
  ['a name that is a number', '{{12}}', { 12: 'x' }],
  ['a name that is missing', '[{{nobody}}{{a.b.c}}]', {}],
  ['three braces', '{{{html}}}', { html: '<b>' }],
  ['an ampersand', '{{& html}}', { html: '<b>' }],
  ['this', '{{#each list}}{{this}}{{.}}{{/each}}', { list: ['a', 'b'] }],
  ['a member of this', '{{#each list}}{{this.x}}{{./x}}{{this/x}}{{/each}}', { list: [{ x: 'a' }] }],
  ['if', '{{#if a}}yes{{/if}}', { a: 'x' }],
  ['if with else', '{{#if a}}yes{{else}}no{{/if}}', { a: '' }],
  ['if with a chain', '{{#if a}}a{{else if b}}b{{else}}c{{/if}}', { b: true }],
  ['if of an empty list', '{{#if a}}yes{{else}}no{{/if}}', { a: [] }],
  ['if of an empty object', '{{#if a}}yes{{else}}no{{/if}}', { a: {} }],
  ['if of zero', '{{#if a}}yes{{else}}no{{/if}}', { a: 0 }],
  ['if of zero that counts', '{{#if a includeZero=true}}yes{{else}}no{{/if}}', { a: 0 }],
  ['unless', '{{#unless a}}no{{/unless}}', {}],
  ['unless with else', '{{#unless a}}no{{else}}yes{{/unless}}', { a: 1 }],
  ['an inverse block', '{{^if a}}no{{/if}}', {}],
  ['an inverse block with else', '{{^if a}}no{{else}}yes{{/if}}', { a: 1 }],
  ['a caret for else', '{{#if a}}yes{{^}}no{{/if}}', {}],
  ['each over a list', '{{#each list}}<{{this}}>{{/each}}', { list: ['a', 'b'] }],
  ['each over an object', '{{#each o}}{{@key}}={{this}};{{/each}}', { o: { x: 'a', y: 'b' } }],
  ['each with else', '{{#each list}}x{{else}}none{{/each}}', { list: [] }],
  ['each over nothing', '{{#each nobody}}x{{else}}none{{/each}}', {}],
  ['the index', '{{#each list}}{{@index}}:{{this}} {{/each}}', { list: ['a', 'b'] }],
  ['first and last', '{{#each list}}{{@first}} {{@last}};{{/each}}', { list: ['a', 'b'] }],
  [
    'the index further out',
    '{{#each a}}{{#each this}}{{@../index}}-{{@index}} {{/each}}{{/each}}',
    { a: [['x'], ['y', 'z']] },
  ],
  ['named item and index', '{{#each list as |item i|}}{{i}}={{item}} {{/each}}', { list: ['a', 'b'] }],
  [
    'a named item further in',
    '{{#each a as |x|}}{{#each x.b as |y|}}{{x.n}}{{y}} {{/each}}{{/each}}',
    { a: [{ n: 'n', b: ['p', 'q'] }] },
  ],
  ['with', '{{#with o}}{{x}}{{/with}}', { o: { x: 'a' } }],
  ['with and else', '{{#with o}}{{x}}{{else}}none{{/with}}', {}],
  ['with zero', '{{#with o}}[{{this}}]{{else}}none{{/with}}', { o: 0 }],
  ['with and a name', '{{#with o as |p|}}{{p.x}}{{/with}}', { o: { x: 'a' } }],
  ['the level above', '{{#with o}}{{../name}}{{/with}}', { o: {}, name: 'Ann' }],
  [
    'two levels above',
    '{{#with o}}{{#with p}}{{../../name}}{{/with}}{{/with}}',
    { o: { p: {} }, name: 'Ann' },
  ],
  ['the root', '{{#with o}}{{#with p}}{{@root.name}}{{/with}}{{/with}}', { o: { p: {} }, name: 'Ann' }],
  ['if makes no level', '{{#with o}}{{#if t}}{{../name}}{{/if}}{{/with}}', { o: { t: 1 }, name: 'Ann' }],
  ['lookup', '{{lookup o key}}{{lookup list 1}}', { o: { a: 'x' }, key: 'a', list: ['p', 'q'] }],
  [
    'lookup inside a block',
    '{{#each keys}}{{lookup ../o this}}{{/each}}',
    { keys: ['b', 'a'], o: { a: 'x', b: 'y' } },
  ],
  ['a sub-expression', '{{#with (lookup o "a")}}{{x}}{{/with}}', { o: { a: { x: 'y' } } }],
  ['sub-expressions inside each other', '{{lookup (lookup o "a") "x"}}', { o: { a: { x: 'y' } } }],
  ['a comment', 'a{{! one }}b{{!-- two }} --}}c', {}],
  ['a comment alone on its line', 'a\n  {{! one }}  \nb', {}],
  ['an escaped expression', '\\{{a}} {{a}}', { a: 'x' }],
  ['two backslashes', '\\\\{{a}}', { a: 'x' }],
  ['white space on the left', 'a \n {{~a}} b', { a: 'x' }],
  ['white space on the right', 'a {{a~}} \n b', { a: 'x' }],
  ['white space around blocks', 'a {{~#if a~}} b {{~else~}} c {{~/if~}} d', { a: 'x' }],
  ['white space around three braces', 'a {{~{a}~}} b', { a: 'x' }],
  ['a block alone on its lines', 'a\n{{#if a}}\n  b\n{{/if}}\nc\n', { a: 1 }],
  ['else alone on its line', 'a\n{{#if a}}\n  b\n{{else}}\n  c\n{{/if}}\nd', {}],
  ['a chain alone on its lines', '{{#if a}}\na\n{{else if b}}\nb\n{{else}}\nc\n{{/if}}\nd', { b: 1 }],
  ['each alone on its lines', '{{#each list}}\n- {{this}}\n{{/each}}\nend', { list: ['a', 'b'] }],
  ['blocks inside a line', 'a {{#if a}} b {{/if}} c', { a: 1 }],
  ['line ends of Windows', 'a\r\n{{#if a}}\r\nb\r\n{{/if}}\r\nc', { a: 1 }],
  ['prototypes', '[{{o.constructor}}{{constructor.name}}{{o.__proto__}}]', { o: {} }],
];

const different: readonly (readonly [
  feature: string,
  template: string,
  variables: ValueObject,
  text: string,
])[] = [
  ['HTML is not escaped', '{{a}}', { a: '<b> & "c"' }, '<b> & "c"'],
  ['lists are JSON', '{{a}}', { a: [1, 'x'] }, '[1,"x"]'],
  ['objects are JSON', '{{a}}', { a: { b: 1 } }, '{"b":1}'],
  ['three closing braces', '{"a":{{a}}}', { a: 1 }, '{"a":1}'],
  ['four closing braces', '{{{a}}}}', { a: 1 }, '1}'],
  ['an index at the end', '{{a.1}}', { a: ['x', 'y'] }, 'y'],
  ['two indexes', '{{a.0.1}}', { a: [['x', 'y']] }, 'y'],
  ['a literal as a key', '{{a.true}}{{a.null}}', { a: { true: 'x', null: 'y' } }, 'xy'],
  ['a helper without parameters is a name', '{{lookup}}', { lookup: 'x' }, 'x'],
  [
    'a single item is not its list',
    '{{#each a}}{{#each this}}{{../../n}}{{/each}}{{/each}}',
    { a: [[1]], n: 'N' },
    'N',
  ],
  ['NUL in the text', 'a\u0000b{{a}}', { a: 1 }, 'a\u0000b1'],
];

const refused: readonly (readonly [feature: string, template: string, code: string])[] = [
  ['sections by name', '{{#a}}x{{/a}}', 'template-unknown-block'],
  ['inverse sections by name', '{{^a}}x{{/a}}', 'template-unknown-block'],
  ['helpers as blocks', '{{#lookup a "b"}}x{{/lookup}}', 'template-unknown-block'],
  ['log', '{{log "x"}}', 'template-unknown-helper'],
  ['blocks as helpers', '{{if a "x"}}', 'template-unknown-helper'],
  ['partials', '{{> a}}', 'template-partial-refused'],
  ['partial blocks', '{{#> a}}x{{/a}}', 'template-partial-refused'],
  ['inline partials', '{{#*inline "a"}}x{{/inline}}', 'template-decorator-refused'],
  ['decorators', '{{* a}}', 'template-decorator-refused'],
  ['raw blocks', '{{{{a}}}}x{{{{/a}}}}', 'template-raw-block-refused'],
];

describe('as in Handlebars', () => {
  it.each(same)('%s', (_feature, template, variables) => {
    expect(rendered(template, variables)).toBe(Handlebars.compile(template, { noEscape: true })(variables));
  });
});

describe('unlike Handlebars', () => {
  it.each(different)('%s', (_feature, template, variables, text) => {
    expect(rendered(template, variables)).toBe(text);
    expect(official(template, variables)).not.toBe(text);
  });

  it.each(refused)('%s are refused', (_feature, template, code) => {
    expect(renderTemplate(template, 'text', templateScope({}))).toMatchObject({
      ok: false,
      failure: { code },
    });
  });
});

function rendered(template: string, variables: ValueObject): string {
  const result = renderTemplate(template, 'text', templateScope(variables));
  return result.ok ? result.value.text : result.failure.message;
}

/** With its escaping, as people get it. */
function official(template: string, variables: ValueObject): string {
  try {
    return Handlebars.compile(template)(variables);
  } catch (error) {
    return String(error);
  }
}
