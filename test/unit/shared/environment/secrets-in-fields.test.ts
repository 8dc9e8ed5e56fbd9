// What an editor says of secrets: offered in API Calls with dots for a value, and refused elsewhere with the reason.
import { describe, expect, it } from 'vitest';
import { flowNames } from '#shared/flow/flow-names.ts';
import { knownNames } from '#shared/flow/known-names.ts';
import { namesAtPlace } from '#shared/flow/names-here.ts';
import { checkNames } from '#shared/flow/unknown-names.ts';
import { templateCompletions } from '#shared/template/language/template-completions.ts';
import { nameDiagnostics } from '#shared/template/language/name-diagnostics.ts';
import { templatePreview } from '#shared/template/language/template-preview.ts';
import type { TemplateName } from '#shared/template/template-name.ts';
import { storyFlow } from '../../../stories/story-flow.ts';

const flow = storyFlow({
  name: 'Ask',
  nodes: [
    ['Start', 'start', {}],
    ['Say', 'message', { text: '' }],
    ['Ask', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'told' }],
  ],
  connections: [
    ['Start', 'next', 'Say'],
    ['Say', 'next', 'Ask'],
  ],
});

function at(node: string) {
  const place = {
    flow,
    names: flowNames(flow),
    nodeId: flow.nodes.find(({ name }) => name === node)?.id ?? '',
  };
  const secrets = new Set(['token']);
  const here = namesAtPlace(place, { values: new Set(['host']), secrets });
  const environment = { host: 'shop.example' };
  const names = knownNames(place, here, new Map(), { environment, secrets, defaultNames: new Set(['host']) });
  return { here, knowledge: { names, troubleWith: (name: TemplateName) => here.troubleWith(name) } };
}

const only = 'is a secret of the active environment: only API endpoints and API Calls may use it.';
const labels = (node: string, source: string) =>
  templateCompletions(source, source.indexOf('}}'), at(node).knowledge)?.items.map(({ label }) => label) ??
  [];

describe('a secret in the fields of an API Call', () => {
  it('is offered by its name and in the environment, and is no mistake', () => {
    const { here, knowledge } = at('Ask');
    const items = templateCompletions('{{to}}', 4, knowledge)?.items ?? [];
    expect(items.find(({ label }) => label === 'token')).toMatchObject({ kind: 'secret', detail: 'secret' });
    expect(labels('Ask', '{{@env.}}')).toEqual(['host', 'token']);
    expect(nameDiagnostics('{{token}} {{@env.token}}', knowledge)).toEqual([]);
    expect(checkNames(['{{token}} {{@env.token}}'], here).error).toBeUndefined();
  });

  it('is previewed with dots, whatever a helper makes of it', () => {
    const values = { host: 'shop.example' };
    const preview = templatePreview('{{host}} {{token}} {{length @env.token}} {{upper token}}', 'text', {
      values,
      knowledge: at('Ask').knowledge,
      now: '2025-03-04T10:20:30.000Z',
    });
    expect(preview?.kind === 'text' && preview.pieces.map(({ text }) => text).join('')).toBe(
      'shop.example •••••••• •••••••• ••••••••',
    );
  });
});

describe('a secret anywhere else', () => {
  it('is not offered, and the field says why it cannot be used', () => {
    const { here, knowledge } = at('Say');
    expect(labels('Say', '{{}}')).not.toContain('token');
    expect(labels('Say', '{{@env.}}')).toEqual(['host']);
    expect(nameDiagnostics('{{token}}', knowledge)).toMatchObject([{ message: `token ${only}` }]);
    expect(nameDiagnostics('{{@env.token}}', knowledge)).toMatchObject([{ message: `@env.token ${only}` }]);
    expect(checkNames(['{{token}}'], here).error).toBe(`token ${only}`);
    expect(checkNames(['{{@env.token}}'], here).error).toBe(`@env.token ${only}`);
  });

  it('and a default say where they come from', () => {
    const host = at('Say').knowledge.names.find(({ name }) => name === 'host');
    expect(host?.isDefault).toBe(true);
  });
});
