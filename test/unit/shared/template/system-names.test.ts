// The list of system names, the engine and the guide are three places that say the same.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import { systemNames } from '#shared/template/system-names.ts';
import { templateScope } from '../../../support/template-scope.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/guides/templates.md'), 'utf8');
const evaluator = readFileSync(
  path.resolve(import.meta.dirname, '../../../../shared/template/evaluation/read-data.ts'),
  'utf8',
);

const bare = templateScope({});
const scope = templateScope(
  {},
  {
    environment: { host: 'localhost' },
    system: {
      ...bare.system,
      request: { platform: 'web', user: { name: 'Ann' } },
      flow: { id: 'fl_1', name: 'Order lookup' },
      run: { id: 'rn_1', startedAt: '2025-03-04T10:20:00.000Z' },
    },
  },
);

const paths = systemNames.flatMap(({ name, keys }) => [name, ...keys.map(({ key }) => `${name}.${key}`)]);

describe('the system names', () => {
  it.each(paths)('%s has a value', (name) => {
    const rendered = renderTemplate(`{{${name}}}`, 'text', scope);
    expect(rendered).toMatchObject({ ok: true, value: { warnings: [] } });
  });

  it('are all that the engine reads, apart from those of blocks and all variables', () => {
    const heads = Array.from(
      evaluator.matchAll(/^ {2}\['(\w+)', \(scope\)/gm),
      ([, head]) => `@${head ?? ''}`,
    );
    expect(heads.filter((head) => head !== '@root').sort()).toEqual(
      systemNames.map(({ name }) => name).sort(),
    );
  });

  it('stand in the guide, and the guide has no others', () => {
    const section = guide.split('### Names that are always there')[1]?.split('##')[0] ?? '';
    const named = Array.from(section.matchAll(/`(@\w+)[^`]*`/g), ([, name]) => name ?? '');
    const ofBlocks = ['@index', '@key', '@first', '@last', '@root'];
    expect([...new Set(named)].filter((name) => !ofBlocks.includes(name)).sort()).toEqual(
      systemNames.map(({ name }) => name).sort(),
    );
    for (const name of paths.filter((each) => /^@(flow|run)\./.test(each)))
      expect(section).toContain(`\`${name}\``);
  });
});
