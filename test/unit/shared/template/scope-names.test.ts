// What a name means depends on where it stands; this is the order in which it is looked up.
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { SystemNames, TemplateScope } from '#shared/template/template-scope.ts';
import { templateScope } from '../../../support/template-scope.ts';

const variables = { name: 'run', nothing: null, list: [1, 2] };
const layers = {
  flowDefaults: { name: 'flow', nothing: 'flow', only_flow: 'flow' },
  environment: { name: 'env', only_flow: 'env', only_env: 'env', host: { a: 'h' } },
};

describe('names at the top of a template', () => {
  it.each([
    ['{{name}}', 'run'],
    ['{{nothing}}', ''],
    ['{{only_flow}}', 'flow'],
    ['{{only_env}}', 'env'],
    ['{{host.a}} {{@env.host.a}}', 'h h'],
    ['{{@env.name}}', 'env'],
    ['{{this.name}} {{./name}} {{@root.name}}', 'run run run'],
    ['{{this.only_env}}{{@root.only_flow}}', ''],
    ['{{json this}}', '{"name":"run","nothing":null,"list":[1,2]}'],
    ['{{#each list}}{{../only_env}}{{../this.only_env}} {{/each}}', 'env env '],
    ['{{#each list}}{{@root.only_env}}{{/each}}', ''],
    [
      '{{#each list}}{{#each ../list}}{{@../index}}{{@index}}{{@../../index}} {{/each}}{{/each}}',
      '00 01 10 11 ',
    ],
    ['{{#each list}}{{@../today}}{{@../../today}} {{/each}}', '2025-03-04 2025-03-04 '],
    ['{{#each list}}{{@index.x}}{{/each}}', ''],
  ])('%s gives %j', (source, text) => {
    expect(textOf(source, templateScope(variables, layers))).toBe(text);
  });
});

describe('names of the system', () => {
  const system: SystemNames = {
    now: '2025-03-04T23:59:59.999Z',
    uuid: counter(),
    request: { platform: 'web', user: { first_name: 'Ann' } },
    flow: { id: 'fl_1', name: 'Order lookup' },
    run: { id: 'run_1', startedAt: '2025-03-04T23:00:00.000Z' },
    extra: { sample: { url: 'http://127.0.0.1:4010' }, today: 'never', index: 'never' },
  };

  it.each([
    ['{{@today}} {{@now}}', '2025-03-04 2025-03-04T23:59:59.999Z'],
    ['{{@uuid}} {{@uuid}}', 'id-1 id-2'],
    ['{{@request.platform}} {{@request.user.first_name}}', 'web Ann'],
    ['{{@flow.id}} {{@flow.name}}', 'fl_1 Order lookup'],
    ['{{@run.id}} {{@run.started_at}}{{@run.startedAt}}', 'run_1 2025-03-04T23:00:00.000Z'],
    ['{{@sample.url}}/orders', 'http://127.0.0.1:4010/orders'],
    ['{{#each items}}{{@sample.url}}{{/each}}', 'http://127.0.0.1:4010'],
  ])('%s gives %j', (source, text) => {
    expect(textOf(source, templateScope({ items: [1] }, { system }))).toBe(text);
  });

  it.each([
    '@request.platform',
    '@flow.name',
    '@run.id',
    '@env.host',
    '@sample.url',
    '@constructor',
    '@__proto__',
    '@toString',
  ])('%s is unknown where nothing stands behind it', (name) => {
    const rendered = renderTemplate(`[{{${name}}}]`, 'text', templateScope({}));
    expect(rendered).toMatchObject({ value: { text: '[]', warnings: [{ code: 'unknown-variable', name }] } });
  });
});

describe('a template that is one expression', () => {
  it.each([
    ['{{list}}', [1, 2]],
    ['{{{list}}}', [1, 2]],
    ['{{ list.0 }}', 1],
    ['{{length list}}', 2],
    ['{{nobody}}', null],
    ['{{nothing}}', null],
  ])('%s keeps the type of its value', (source, value) => {
    const rendered = renderTemplate(source, 'text', templateScope(variables));
    expect(rendered).toMatchObject({ ok: true, value: { value } });
  });

  it.each(['{{list}} ', 'x{{list}}', '{{list}}{{list}}', '{{#if list}}1{{/if}}', 'text', ''])(
    '%j has only a text',
    (source) => {
      const rendered = renderTemplate(source, 'text', templateScope(variables));
      expect(rendered.ok && 'value' in rendered.value).toBe(false);
    },
  );
});

function textOf(source: string, scope: TemplateScope): string {
  const rendered = renderTemplate(source, 'text', scope);
  return rendered.ok ? rendered.value.text : rendered.failure.message;
}

function counter(): () => string {
  let count = 0;
  return () => `id-${(count += 1)}`;
}
