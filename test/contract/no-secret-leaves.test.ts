// No secret may leave the main process: every output is walked for fields that could carry one.
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { contract, eventContract } from '#shared/ipc/contract.ts';
import { definitionOf, walkSchema } from '../support/walk-schema.ts';

const leaving = [
  ...Object.entries(contract).map(([name, { output }]) => [name, output] as const),
  ...Object.entries(eventContract),
] as readonly (readonly [string, z.ZodType])[];

const suspicious =
  /^(secret|token|password|passphrase|key|credential|authorization|plain|clear|cipher|value)/i;

/** The words that leave with another meaning, each with the reason why no secret is in it. */
const harmless: readonly (readonly [path: RegExp, why: string])[] = [
  [/(^|\.)value$/, 'of an outcome: what follows is looked at by itself'],
  [/^settings\.\w+(\.output)?\.keys$/, 'the keys of the keyboard that commands have'],
  [
    /\.(document|before)\.(auth\.(token|password|key)|proxy\.password)$/,
    'a credential is a slot or a visible template, below',
  ],
  [/\.(document|before)\.tls\.clientCertificate\.(key|passphrase)$/, 'a slot, below'],
  [
    /\.(document|before)\.(auth\.(token|password|key|clientSecret)|proxy\.password|headers\.value)\.secret$/,
    'the slot that the vault files a secret under',
  ],
  [
    /\.(document|before)\.tls\.clientCertificate\.(key|file|passphrase)\.secret$/,
    'the slot that the vault files a secret under',
  ],
  [/\.tls\.clientCertificate\.(keyFile|passphrase)$/, 'the name of a shell variable'],
  [/\.(document|before)\.auth\.tokenUrl$/, 'the address of a server'],
  [/\.(document|before)\.headers\.value$/, 'a slot or a visible template'],
  [
    /\.(document|before)\.(nodes|values)\b/,
    'text that the person wrote into a flow or an environment, in plain sight',
  ],
  [/\.headers\.value$/, 'segments, in which a secret is a mask'],
  [/^run\.events.*\.value$/, 'a scrubbed preview'],
  [/\.tally(\.keys|\.items)*\.keys$/, 'what a scrubbed preview says of the keys of objects'],
  [/^(cookies|recovery)\.clear$/, 'the channel itself, which is called so'],
  [/^vault\.count-protected\.secrets$/, 'how many there are'],
  [/^trash\.list\.documents\.key$/, 'the name of a folder in the trash'],
  [/\.secured\.cipher$/, 'the public name of how a connection is encrypted'],
];

function pathsOf(name: string, schema: z.ZodType): string[] {
  return walkSchema(schema).map(({ path }) => [name, ...path].join('.'));
}

describe('what leaves the main process', () => {
  it.each(leaving)('%s has no field that could hold a secret', (name, schema) => {
    const found = pathsOf(name, schema)
      .filter((path) => suspicious.test(path.split('.').at(-1) ?? ''))
      .filter((path) => !harmless.some(([pattern]) => pattern.test(path)));
    expect([...new Set(found)]).toEqual([]);
  });

  it('needs every exception that is listed', () => {
    const all = leaving.flatMap(([name, schema]) => pathsOf(name, schema));
    const fields = all.filter((path) => suspicious.test(path.split('.').at(-1) ?? ''));
    expect(harmless.filter(([pattern]) => !fields.some((path) => pattern.test(path)))).toEqual([]);
  });

  it('answers about secrets with exactly these fields', () => {
    const fields = walkSchema(contract['secret.set'].output)
      .filter(({ schema }) => !['object', 'union', 'array', 'never'].includes(definitionOf(schema).type))
      .map(({ path }) => path.join('.'));
    expect([...new Set(fields)].sort()).toEqual([
      'failure.code',
      'failure.message',
      'ok',
      'value.confirmedFor',
      'value.enteredFor',
      'value.setAt',
      'value.short',
      'value.slot',
      'value.state',
    ]);
  });

  it.each(['cookies.list', 'cookies.remove', 'cookies.clear', 'cookies.restore'] as const)(
    'answers %s with exactly these fields, and takes no value',
    (name) => {
      const fields = walkSchema(contract[name].output)
        .filter(({ schema }) => ['string', 'boolean', 'enum', 'number'].includes(definitionOf(schema).type))
        .map(({ path }) => path.join('.').replace(/^value\./, ''));
      expect([...new Set(fields)].filter((field) => !/^(failure|ok)/.test(field)).sort()).toEqual([
        'cookies.domain',
        'cookies.expires',
        'cookies.hostOnly',
        'cookies.httpOnly',
        'cookies.name',
        'cookies.path',
        'cookies.sameSite',
        'cookies.secure',
        'keeping.message',
        'keeping.state',
      ]);
      expect(Object.keys(definitionOf(contract[name].input).shape ?? {})).not.toContain('value');
    },
  );

  it('takes a secret’s value in one channel only, and the password of the settings’ proxy in another', () => {
    const taking = Object.entries(contract)
      .filter(
        ([name, { input }]) => /^(secret|proxy)\./.test(name) && 'value' in (definitionOf(input).shape ?? {}),
      )
      .map(([name]) => name);
    expect(taking).toEqual(['secret.set', 'proxy.set-password']);
  });

  it('takes a passphrase in three channels of the vault, which say no more than who keeps secrets now, and in two of bundles', () => {
    const taking = Object.entries(contract)
      .filter(([, { input }]) => 'passphrase' in (definitionOf(input).shape ?? {}))
      .map(([name]) => name);
    expect(taking.toSorted()).toEqual([
      'bundle.export',
      'bundle.import',
      'vault.change-passphrase',
      'vault.choose-passphrase',
      'vault.unlock',
    ]);
    for (const name of ['vault.choose-passphrase', 'vault.unlock', 'vault.change-passphrase'] as const) {
      const fields = walkSchema(contract[name].output)
        .filter(({ schema }) => ['string', 'boolean', 'enum', 'literal'].includes(definitionOf(schema).type))
        .map(({ path }) => path.join('.'));
      expect([...new Set(fields)].sort()).toEqual([
        'failure.code',
        'failure.message',
        'ok',
        'value.backend',
        'value.keeper',
        'value.message',
        'value.movable',
      ]);
    }
  });
});
