// Which value of a name holds: the active environment's before the defaults, and a secret like any other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultsAmong, environmentSecrets, heldValues } from '#shared/environment/environment-layers.ts';
import { environmentVariables } from '#shared/environment/environment-variables.ts';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import { renderTemplate } from '#shared/template/render-template.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { anyEnvironment } from '../../../support/any-document.ts';
import { runs } from '../../../support/runs.ts';

function environment(name: string, values: readonly object[], more: object = {}): Environment {
  return environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: `en_${name.padEnd(12, 'a').slice(0, 12)}`,
    name,
    values,
    ...more,
  });
}

const secret = 'sl_aaaaaaaaaaaa';
const defaults = environment(
  'defaults',
  [
    { name: 'host', value: 'shop.example' },
    { name: 'token', value: 'in plain sight' },
    { name: 'key', secret },
  ],
  { defaults: true },
);
const staging = environment('staging', [
  { name: 'host', value: 'staging.shop.example' },
  { name: 'token', secret: 'sl_bbbbbbbbbbbb' },
  { name: 'key', value: 'plain here' },
  { name: 'region', value: 'eu' },
  { name: 'off', value: 'x', enabled: false },
]);

describe('the values that hold', () => {
  it('are those of the active environment, then the defaults', () => {
    const held = [...heldValues({ active: staging, defaults })].map(([name, { from, owner }]) => [
      name,
      from,
      owner.name,
    ]);
    expect(held).toEqual([
      ['host', 'overridden', 'staging'],
      ['token', 'overridden', 'staging'],
      ['key', 'overridden', 'staging'],
      ['region', 'environment', 'staging'],
    ]);
    expect([...heldValues({ active: null, defaults })].map(([, { from }]) => from)).toEqual([
      'default',
      'default',
      'default',
    ]);
  });

  it('hide a plain default behind a secret, and a secret behind a plain value', () => {
    expect(environmentVariables(staging, defaults)).toEqual({
      host: 'staging.shop.example',
      key: 'plain here',
      region: 'eu',
    });
    expect([...environmentSecrets({ active: staging, defaults }).keys()]).toEqual(['token']);
    expect([...environmentSecrets({ active: null, defaults }).keys()]).toEqual(['key']);
  });

  it('are never of two environments at once, whatever they are, and run variables go before them', () => {
    fc.assert(
      fc.property(anyEnvironment, anyEnvironment, fc.string(), (active, behind, text) => {
        const values = environmentVariables(active, behind);
        const own = environmentVariables(active);
        for (const [name, value] of Object.entries(environmentVariables(behind)))
          if (!heldValues({ active, defaults: null }).has(name)) expect(values[name]).toBe(value);
        for (const [name, value] of Object.entries(own)) {
          expect(values[name]).toBe(value);
          const scope = { variables: { [name]: text }, environment: values, system };
          const rendered = renderTemplate(`{{${name}}}|{{@env.${name}}}`, 'text', scope);
          expect(rendered.ok && rendered.value.text).toBe(`${text}|${value as string}`);
        }
        const secrets = environmentSecrets({ active, defaults: behind });
        expect([...secrets.keys()].filter((name) => Object.hasOwn(values, name))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});

const system = { now: '2025-03-04T10:20:30.000Z', uuid: () => 'uuid' };

describe('the defaults among the environments', () => {
  it('are the document that says so, and of two the one whose id comes first', () => {
    const other = environment('another', [], { defaults: true });
    expect(defaultsAmong([staging])).toBeNull();
    expect(defaultsAmong([staging, defaults])).toBe(defaults);
    expect(defaultsAmong([defaults, other])).toBe(other);
  });
});

describe('a file of an environment', () => {
  it('that was written before there were secrets and colours is read as it was', () => {
    const read = environment('old', [{ name: 'host', value: 'x' }]);
    expect(read).toMatchObject({ colour: 'amber', values: [{ name: 'host', value: 'x', enabled: true }] });
    expect(read).not.toHaveProperty('defaults');
  });

  it('keeps keys that it does not know, beside plain and secret values', () => {
    const text = JSON.stringify({
      ...staging,
      later: 1,
      values: [
        { name: 'host', value: 'a', later: 2 },
        { name: 'key', secret, later: 3 },
      ],
    });
    const stored = readDocument('staging.json', text);
    if (!stored.ok) throw new Error(stored.failure.message);
    const written = writeDocument({ ...stored.value.content, name: 'renamed' }, stored.value);
    expect(JSON.parse(written)).toMatchObject({
      name: 'renamed',
      later: 1,
      values: [{ later: 2 }, { later: 3, secret }],
    });
  });

  it('has no text left of a value that became a secret', () => {
    const text = JSON.stringify({ ...staging, values: [{ name: 'key', value: 'once-visible', later: 1 }] });
    const stored = readDocument('staging.json', text);
    if (!stored.ok || stored.value.content.format !== 'flowbench.environment') throw new Error('not read');
    const values = [{ name: 'key', secret: secret as SecretSlot, enabled: true }];
    const written = writeDocument({ ...stored.value.content, values }, stored.value);
    expect(written).toContain(secret);
    expect(written).not.toContain('once-visible');
  });
});
