// Reads the design tokens as data, so that tests can hold looks against them.
import { readFileSync } from 'node:fs';

export type ThemeTokens = Readonly<Record<string, string>>;

/** What all themes share, and each theme by its class. */
export interface Tokens {
  readonly common: ThemeTokens;
  readonly themes: Readonly<Record<string, ThemeTokens>>;
}

export function readThemes(file: string): Tokens {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const plain = text.replace(/@media[^{]*\{[\s\S]*?\}\s*\}/g, '');
  const rules = Array.from(plain.matchAll(/([^{}]+)\{([^{}]*)\}/g), ([, selector = '', body = '']) => ({
    selector: selector.trim(),
    tokens: declarations(body),
  }));
  const common = rules.find(({ selector }) => selector === ':root')?.tokens ?? {};
  const themed = rules.filter(({ selector }) => selector.includes('.theme-'));
  return {
    common,
    themes: Object.fromEntries(
      themed.map(({ selector, tokens }) => [/\.(theme-\w+)/.exec(selector)?.[1], tokens]),
    ),
  };
}

function declarations(body: string): ThemeTokens {
  return Object.fromEntries(
    body
      .split(';')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}
