// Generates documents of every kind for properties that hold for all of them.
import fc from 'fast-check';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { tlsVersions } from '#shared/endpoint/tls.ts';
import { environmentColours, environmentSchema, type Environment } from '#shared/environment/environment.ts';
import { fixtureSchema, type Fixture } from '#shared/fixture/fixture.ts';
import { flowSchema, type Flow } from '#shared/flow/flow.ts';
import { answerTypes } from '#shared/nodes/answer-types.ts';
import { httpMethods } from '#shared/nodes/api-call-node.ts';
import { changeActions } from '#shared/nodes/set-variables-node.ts';
import { scenarioSchema, type Scenario } from '#shared/scenario/scenario.ts';
import { matcherWays } from '#shared/scenario/matcher.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';

const idLetters = Array.from('abcdefghijklmnopqrstuvwxyz234567');

/** An id with the given prefix, of any letters. */
export function anyId(prefix: string): fc.Arbitrary<string> {
  const letters = fc.array(fc.constantFrom(...idLetters), { minLength: 12, maxLength: 12 });
  return letters.map((each) => `${prefix}_${each.join('')}`);
}

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
/** A name as people give it: never empty, often not ASCII. */
export const anyName = fc.oneof(
  fc.constantFrom('Shop API', 'Bücher & Söhne', '注文検索', 'con', '...', 'a/b\\c', '🔑', 'x'.repeat(300)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);
const variable = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/).map((name) => `v_${name}`);
const delayMs = fc.integer({ min: 1, max: 86_400_000 });
const statusCode = fc.integer({ min: 100, max: 599 });
const coordinate = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);

const length = fc.integer({ min: 1, max: 100_000 });

const template = fc.record({ template: text });
const credential = fc.oneof(template, fc.record({ secret: anyId('sl') }));
const row = fc.record(
  { name: text, value: text, enabled: fc.boolean(), description: text },
  { requiredKeys: ['name', 'value', 'enabled'] },
);
const rows = fc.array(row, { maxLength: 3 });

const authentication = fc.oneof(
  fc.record({ type: fc.constant('none') }),
  fc.record({ type: fc.constant('bearer'), token: credential }),
  fc.record({
    type: fc.constant('api-key'),
    in: fc.constantFrom('header', 'query'),
    name: text,
    key: credential,
  }),
  fc.record({ type: fc.constant('basic'), userName: template, password: credential }),
);

const slotReference = fc.record({ secret: anyId('sl') });
const clientCertificate = fc.oneof(
  fc.record(
    { type: fc.constant('pem'), certificate: text, key: slotReference, passphrase: slotReference },
    { requiredKeys: ['type', 'certificate', 'key'] },
  ),
  fc.record(
    { type: fc.constant('pkcs12'), file: slotReference, passphrase: slotReference },
    { requiredKeys: ['type', 'file'] },
  ),
);
const tls = fc.record(
  { ca: text, clientCertificate, verify: fc.boolean(), minVersion: fc.constantFrom(...tlsVersions) },
  { requiredKeys: [] },
);

/** Any endpoint that a form can make. */
export const anyEndpoint: fc.Arbitrary<Endpoint> = fc
  .record({
    format: fc.constant('flowbench.endpoint'),
    version: fc.constant(1),
    id: anyId('ep'),
    name: anyName,
    description: text,
    baseUrl: text,
    allowedHosts: fc.array(text, { maxLength: 3 }),
    auth: authentication,
    headers: fc.array(fc.record({ name: text, value: credential, enabled: fc.boolean() }), { maxLength: 3 }),
    timeouts: fc.record({
      connectMs: delayMs,
      responseMs: delayMs,
      idleMs: delayMs,
      totalMs: fc.option(delayMs),
    }),
    retry: fc.record({
      retries: fc.nat(100),
      factor: fc.double({ min: 1, max: 10, noNaN: true }),
      jitter: fc.constantFrom('full', 'none'),
      codes: fc.array(statusCode, { maxLength: 3 }),
    }),
    tls,
  })
  .map((endpoint) => endpointSchema.parse(endpoint));

/** Any environment. */
export const anyEnvironment: fc.Arbitrary<Environment> = fc
  .record({
    format: fc.constant('flowbench.environment'),
    version: fc.constant(1),
    id: anyId('en'),
    name: anyName,
    colour: fc.constantFrom(...environmentColours),
    values: fc.array(
      fc.oneof(
        fc.record({ name: variable, value: text, enabled: fc.boolean() }),
        fc.record({ name: variable, secret: anyId('sl'), enabled: fc.boolean() }),
      ),
      { maxLength: 4 },
    ),
  })
  .map((environment) => environmentSchema.parse(environment));

const body = fc.oneof(
  fc.record({ type: fc.constant('none') }),
  fc.record({ type: fc.constantFrom('json', 'text'), template: text }),
  fc.record({ type: fc.constant('custom'), contentType: text, template: text }),
  fc.record({ type: fc.constant('form-urlencoded'), rows }),
  fc.record({
    type: fc.constant('multipart'),
    rows: fc.array(
      fc.oneof(
        row,
        fc.record(
          { name: text, file: text, fileName: text, enabled: fc.boolean() },
          { requiredKeys: ['name', 'file', 'enabled'] },
        ),
      ),
      { maxLength: 3 },
    ),
  }),
);

const apiCallConfig = fc.record({
  endpoint: fc.option(anyId('ep')),
  method: fc.constantFrom(...httpMethods),
  path: text,
  query: rows,
  headers: rows,
  body,
  responseVariable: variable,
  successCodes: fc.array(statusCode, { maxLength: 2 }),
  exits: fc.uniqueArray(fc.constantFrom('404', '5xx', 'failure', 'exception'), { maxLength: 3 }),
  overrides: fc.record(
    { timeouts: fc.record({ idleMs: delayMs }, { requiredKeys: [] }) },
    { requiredKeys: [] },
  ),
});

const configs: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  start: fc.record({
    inputs: fc.array(fc.record({ name: variable, default: fc.option(text) }), { maxLength: 2 }),
  }),
  message: fc.record({ text }),
  'set-variables': fc.record({
    changes: fc.array(
      fc.record({ variable, action: fc.constantFrom(...changeActions), value: text, enabled: fc.boolean() }),
      { maxLength: 3 },
    ),
  }),
  prompt: fc.record(
    {
      text,
      answerType: fc.constantFrom(...answerTypes),
      variable,
      textRules: fc.record(
        { minLength: length, maxLength: length, pattern: text, patternText: text },
        { requiredKeys: [] },
      ),
      numberRules: fc.record({ min: coordinate, max: coordinate, whole: fc.boolean() }, { requiredKeys: [] }),
      dateRules: fc.record({ earliest: text, latest: text }, { requiredKeys: [] }),
      choices: fc.array(fc.record({ id: anyId('ch'), label: text, value: text }), { maxLength: 4 }),
      limit: fc.option(fc.integer({ min: 1, max: 100 })),
    },
    { requiredKeys: ['text', 'variable'] },
  ),
  'api-call': apiCallConfig,
  'sub-flow': fc.record({
    flow: fc.option(anyId('fl')),
    inputs: fc.array(fc.record({ name: variable, value: text }), { maxLength: 2 }),
    outputs: fc.array(fc.record({ variable, value: text }), { maxLength: 2 }),
    resultVariable: fc.oneof(fc.constant(''), variable),
    reasonVariable: fc.oneof(fc.constant(''), variable),
    recursionLimit: fc.integer({ min: 1, max: 100 }),
  }),
  wait: fc.record({ amount: text, unit: fc.constantFrom('ms', 's', 'min', 'h') }),
  end: fc.record({ result: text }),
  note: fc.record({
    text,
    width: fc.integer({ min: 96, max: 1200 }),
    height: fc.integer({ min: 48, max: 1200 }),
  }),
};

const node = fc.constantFrom(...Object.keys(configs)).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    id: anyId('nd'),
    name: text,
    position: fc.record({ x: coordinate, y: coordinate }),
    config: configs[kind]!,
  }),
);

/** Any flow; its connections need not lead anywhere. */
export const anyFlow: fc.Arbitrary<Flow> = fc
  .record({
    format: fc.constant('flowbench.flow'),
    version: fc.constant(1),
    id: anyId('fl'),
    name: anyName,
    strict: fc.boolean(),
    errorNode: fc.option(anyId('nd')),
    nodes: fc.uniqueArray(node, { maxLength: 5, selector: (each) => each.id }),
    connections: fc.array(
      fc.record({
        from: fc.record({ node: anyId('nd'), exit: fc.constantFrom('next', '404') }),
        to: anyId('nd'),
      }),
      { maxLength: 4 },
    ),
  })
  .map((flow) => flowSchema.parse(flow));

/** Any fixture; it need not be one of a call that exists. */
export const anyFixture: fc.Arbitrary<Fixture> = fc
  .record(
    {
      format: fc.constant('flowbench.fixture'),
      version: fc.constant(1),
      id: anyId('fx'),
      name: anyName,
      flow: anyId('fl'),
      node: anyId('nd'),
      statusCode: fc.integer({ min: 200, max: 599 }),
      reason: text,
      headers: fc.array(fc.record({ name: text, value: text, enabled: fc.boolean() }), { maxLength: 3 }),
      body: fc.oneof(
        fc.record({ text }),
        fc.record({
          base64: fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('base64')),
        }),
      ),
      latencyMs: fc.nat(86_400_000),
    },
    { requiredKeys: ['format', 'version', 'id', 'name', 'flow', 'node', 'statusCode', 'headers', 'body'] },
  )
  .map((fixture) => fixtureSchema.parse(fixture));

const matcher = fc.record(
  {
    is: fc.constantFrom(...matcherWays),
    text,
    json: text,
    column: text,
    columnIsJson: fc.constant(true),
  },
  { requiredKeys: ['is'] },
);
const nodeId = anyId('nd');
const expectation = fc.oneof(
  fc.record({ type: fc.constant('message'), text: matcher, absent: fc.boolean() }),
  fc.record({ type: fc.constant('variable'), path: text, value: matcher }),
  fc.record({ type: fc.constant('exit'), node: nodeId, exit: text }),
  fc.record({ type: fc.constant('path'), nodes: fc.array(nodeId, { maxLength: 3 }), exact: fc.boolean() }),
  fc.record({ type: fc.constant('calls'), count: fc.nat(9) }),
  fc.record({
    type: fc.constant('call'),
    node: nodeId,
    nth: fc.integer({ min: 1, max: 9 }),
    headers: fc.array(fc.record({ name: text, value: matcher }), { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('end'), outcome: fc.constantFrom('ended', 'failed') }),
  fc.record({ type: fc.constant('duration'), atMostMs: fc.nat(100_000) }),
);

/** Any scenario; what it refers to need not be there. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record(
    {
      format: fc.constant('flowbench.scenario'),
      version: fc.constant(1),
      id: anyId('sc'),
      name: anyName,
      description: text,
      tags: fc.array(text, { maxLength: 3 }),
      flow: anyId('fl'),
      environment: fc.option(anyId('en')),
      inputs: fc.array(fc.record({ name: variable, value: text }), { maxLength: 2 }),
      answers: fc.array(
        fc.record({ node: nodeId, when: matcher, text, column: text }, { requiredKeys: [] }),
        {
          maxLength: 3,
        },
      ),
      network: fc.constantFrom('allowed', 'refused'),
      standIns: fc.array(
        fc.record(
          {
            node: nodeId,
            call: fc.integer({ min: 1, max: 9 }),
            use: fc.oneof(
              fc.constant('live'),
              fc.record({ type: fc.constant('fixture'), id: anyId('fx') }),
              fc.record({ type: fc.constant('fault'), fault: fc.record({ kind: fc.constant('reset') }) }),
            ),
          },
          { requiredKeys: ['node', 'use'] },
        ),
        { maxLength: 2 },
      ),
      clock: fc.constantFrom('2026-03-12T12:00:00.000Z', '2026-03-12T12:00:00+01:00'),
      seed: fc.nat(0xffff_ffff),
      data: fc.record({
        columns: fc.array(text, { maxLength: 2 }),
        rows: fc.array(fc.array(text, { maxLength: 2 }), { maxLength: 2 }),
      }),
      expect: fc.array(expectation, { maxLength: 4 }),
      snapshot: fc.array(fc.record({ who: fc.constantFrom('bot', 'person'), text }), { maxLength: 3 }),
    },
    { requiredKeys: ['format', 'version', 'id', 'name', 'flow'] },
  )
  .map((scenario) => scenarioSchema.parse(scenario));

/** Any document of a workspace. */
export const anyDocument: fc.Arbitrary<WorkspaceDocument> = fc.oneof(
  anyEndpoint,
  anyFlow,
  anyEnvironment,
  anyFixture,
  anyScenario,
);
