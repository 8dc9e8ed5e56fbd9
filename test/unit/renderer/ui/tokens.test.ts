// Holds the rule that looks come from tokens: the themes agree on names, and no style sheet brings values of its own.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../../support/contrast-ratio.ts';
import { readThemes, type ThemeTokens } from '../../../support/read-tokens.ts';

const rendererFolder = path.resolve(import.meta.dirname, '../../../../renderer');
const { common, themes } = readThemes(path.join(rendererFolder, 'ui/tokens.css'));

const styleSheets = readdirSync(rendererFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'))
  .map((file) => ({ file, text: withoutComments(readFileSync(path.join(rendererFolder, file), 'utf8')) }));

/** Set by Base UI and React Flow on their own elements. */
const foreign =
  /^--(anchor-|available-|transform-origin|positioner-|popup-|toast-|collapsible-|accordion-|xy-|node-)/;

describe('the themes', () => {
  it('are light, dark and high contrast, with the same names in each', () => {
    expect(Object.keys(themes)).toEqual(['theme-light', 'theme-dark', 'theme-contrast']);
    const [light, ...others] = Object.values(themes).map((theme) => Object.keys(theme).sort());
    for (const other of others) expect(other.filter((name) => name !== '--icon-stroke')).toEqual(light);
  });

  it('tell the browser whether they are light or dark, for scroll bars and native parts', () => {
    expect(Object.values(themes).map((theme) => theme['color-scheme'])).toEqual(['light', 'dark', 'dark']);
  });
});

describe('contrast (WCAG 2.2, 1.4.3 and 1.4.11)', () => {
  for (const [theme, tokens] of Object.entries(themes)) {
    it(`of text is at least 4.5 in ${theme}`, () => {
      expect(textPairs).toHaveLength(107);
      expect(textPairs.filter((pair) => ratioOf(tokens, pair) < 4.5)).toEqual([]);
    });

    it(`of what is drawn is at least 3 in ${theme}`, () => {
      expect(graphicPairs).toHaveLength(56);
      expect(graphicPairs.filter((pair) => ratioOf(tokens, pair) < 3)).toEqual([]);
    });
  }

  it('of text on a row under the pointer is at least 4.5 on every surface', () => {
    const weak = Object.entries(themes).flatMap(([theme, tokens]) =>
      on('text-1 text-2 text-3 j-null', 'surface-0 surface-1 surface-2')
        .filter(
          ([front, under]) =>
            contrastRatio(colourOf(tokens, front), colourOf(tokens, 'hover'), colourOf(tokens, under)) < 4.5,
        )
        .map((pair) => [theme, ...pair]),
    );
    expect(weak).toEqual([]);
  });

  it('of a field border is full in high contrast', () => {
    expect(ratioOf(themes['theme-contrast'] ?? {}, ['border-control', 'field'])).toBe(21);
  });
});

describe('the style sheets', () => {
  const bad = [
    {
      file: 'ui/bad.css',
      text: '.a { color: #fa0; background: rgb(1 2 3); transition: all 120ms; border-color: var(--nowhere) }',
    },
  ];

  it('write no colour of their own', () => {
    expect(coloursIn(bad)).toEqual(['ui/bad.css: #fa0', 'ui/bad.css: rgb(']);
    expect(coloursIn(styleSheets)).toEqual([]);
  });

  it('write no duration of their own', () => {
    expect(durationsIn(bad)).toEqual(['ui/bad.css: 120ms']);
    expect(durationsIn(styleSheets)).toEqual([]);
  });

  it('use no name that no theme has', () => {
    expect(unknownNamesIn(bad)).toEqual(['ui/bad.css: --nowhere']);
    expect(unknownNamesIn(styleSheets)).toEqual([]);
  });
});

interface StyleSheet {
  /** Below the folder of the page. */
  readonly file: string;
  readonly text: string;
}

const coloursIn = (sheets: readonly StyleSheet[]) =>
  found(sheets, /#[0-9a-f]{3,8}\b(?![^{]*\{)|\b(?:rgb|hsl|oklch|lab)a?\(/gi);

const durationsIn = (sheets: readonly StyleSheet[]) => found(sheets, /(?<![\w-])\d*\.?\d+m?s\b/g);

function unknownNamesIn(sheets: readonly StyleSheet[]): readonly string[] {
  const known = new Set([...Object.keys(common), ...Object.keys(themes['theme-light'] ?? {})]);
  return sheets.flatMap(({ file, text }) => {
    const local = new Set(Array.from(text.matchAll(/(--[\w-]+)\s*:/g), ([, name]) => name));
    return Array.from(text.matchAll(/var\(\s*(--[\w-]+)/g), ([, name = '']) => name)
      .filter((name) => !known.has(name) && !local.has(name) && !foreign.test(name) && !setInCode(file, name))
      .map((name) => `${file}: ${name}`);
  });
}

type Pair = readonly [front: string, ground: string];

const on = (fronts: string, grounds: string): readonly Pair[] =>
  fronts.split(' ').flatMap((front) => grounds.split(' ').map((ground) => [front, ground] as const));

const textPairs: readonly Pair[] = [
  ...on('text-1 text-2 text-3', 'surface-0 surface-1 surface-2 field hover select'),
  ...on('accent', 'surface-0 surface-1 surface-2 accent-bg'),
  ...on('on-accent', 'accent-solid accent-solid-hover'),
  ...on('on-danger', 'danger-solid'),
  ...on('expr expr-call expr-string expr-number', 'expr-bg surface-2 field'),
  ...on('get post put patch delete head options', 'surface-2 field surface-0 select'),
  ...['s2xx', 's3xx', 's4xx', 's5xx', 'failure', 'exception'].flatMap((name) =>
    on(name, `${name}-bg surface-2 surface-1 surface-0`),
  ),
  ...on('run-paused-text', 'run-paused-bg surface-2 surface-0'),
  ...on('j-key j-string j-number j-bool j-null', 'surface-2 hover field'),
];

const graphicPairs: readonly Pair[] = [
  ...on('run-running run-paused run-done run-failed breakpoint', 'surface-2 surface-1'),
  ...on('focus', 'surface-0 surface-1 surface-2'),
  ...on('edge-taken edge-failed', 'surface-1'),
  ...on(
    'env-dot env-amber env-green env-blue env-violet env-red env-teal env-pink env-grey',
    'surface-0 surface-1 surface-2 select',
  ),
  ...on('ph-dns ph-connect ph-tls ph-wait ph-download', 'surface-2'),
];

function ratioOf(tokens: ThemeTokens, [front, ground]: Pair): number {
  return contrastRatio(colourOf(tokens, front), colourOf(tokens, ground), colourOf(tokens, 'surface-2'));
}

function colourOf(tokens: ThemeTokens, name: string): string {
  return tokens[`--${name}`] ?? '';
}

function found(sheets: readonly StyleSheet[], pattern: RegExp): readonly string[] {
  return sheets.flatMap(({ file, text }) =>
    Array.from(text.matchAll(pattern), ([match]) => `${file}: ${match}`),
  );
}

/** Custom properties that a component sets on the element, beside its style sheet. */
/** Whether code of the same feature gives a name its value. */
function setInCode(file: string, name: string): boolean {
  const [layer = '', feature = ''] = path.dirname(file).split('/');
  const folder = path.join(rendererFolder, layer, feature);
  return readdirSync(folder)
    .filter((each) => /\.tsx?$/.test(each))
    .some((each) => readFileSync(path.join(folder, each), 'utf8').includes(`'${name}'`));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '');
}
