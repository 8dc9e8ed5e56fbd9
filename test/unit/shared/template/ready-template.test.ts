// Templates are read once and remembered, which must never show and never fill the memory.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WorkBudget } from '#shared/template/evaluation/work-budget.ts';
import { readyTemplate } from '#shared/template/ready-template.ts';

const ready = (source: string) => readyTemplate(source, new WorkBudget(undefined));

describe('a template that was read', () => {
  it('is remembered, right or wrong', () => {
    expect(ready('{{a}} once')).toBe(ready('{{a}} once'));
    expect(ready('{{a once')).toBe(ready('{{a once'));
  });

  it('is remembered as long as it is used', () => {
    const first = ready('{{a}} kept');
    for (let index = 0; index < 2000; index += 1) {
      ready(`{{a}} other ${index}`);
      expect(ready('{{a}} kept')).toBe(first);
    }
  });

  it('is forgotten when a thousand others came since', () => {
    const first = ready('{{a}} forgotten');
    for (let index = 0; index < 1001; index += 1) ready(`{{a}} another ${index}`);
    expect(ready('{{a}} forgotten')).not.toBe(first);
  });

  it('is forgotten sooner when the others are long', () => {
    const first = ready('{{a}} little');
    for (let index = 0; index < 12; index += 1) ready(`${'x'.repeat(200_000)}${index}`);
    expect(ready('{{a}} little')).not.toBe(first);
  });
});

describe('the template engine', () => {
  it('takes from Handlebars what reads templates, and nothing that would need eval', () => {
    const folder = join(import.meta.dirname, '../../../../shared/template');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const imported = sources.flatMap((file) =>
      Array.from(
        readFileSync(join(folder, file), 'utf8').matchAll(/from '(handlebars[^']*)'/g),
        (match) => match[1],
      ),
    );
    expect(new Set(imported)).toEqual(
      new Set(
        ['parser', 'helpers', 'whitespace-control'].map(
          (file) => `handlebars/dist/cjs/handlebars/compiler/${file}.js`,
        ),
      ),
    );
  });
});
