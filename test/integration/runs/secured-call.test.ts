// Calls of a flow show a real nginx a client certificate from the vault: events tell of the server, and of no key.
import { afterAll, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { RunEventType } from '#shared/run-events/run-event.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { hostRuns, startedRun } from '../../support/host-runs.ts';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { encryptedKey, passphrase } from '../../support/servers/client-certificates.ts';
import { RunningNginx } from '../../support/servers/nginx.ts';

const { authority, client, server } = makeCertificates();
const nginx = await RunningNginx.start({ clients: { pair: server, clientsOf: authority.cert } });
afterAll(() => nginx[Symbol.asyncDispose]());

const endpointId = storyId('ep', 'Secured API');
const keySlot = storyId('sl', 'client key');
const passphraseSlot = storyId('sl', 'client passphrase');
const origin = `https://127.0.0.1:${String(nginx.ports.clients)}`;

const flow = storyFlow({
  name: 'With a client certificate',
  nodes: [
    ['Start', 'start', {}],
    ['Ask', 'api-call', { endpoint: endpointId, method: 'GET', path: '/', responseVariable: 'told' }],
    ['End', 'end', { result: '{{told.body}}' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'success', 'End'],
  ],
});

const endpointWith = (tls: object) =>
  endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Secured API',
    baseUrl: origin,
    tls,
  });
const clientCertificate = {
  type: 'pem',
  certificate: client.cert,
  key: { secret: keySlot },
  passphrase: { secret: passphraseSlot },
};
const key = encryptedKey(client);
const secrets = { [keySlot]: key, [passphraseSlot]: passphrase };

async function ranWith(tls: object, given: Record<string, string> = secrets) {
  const runs = await hostRuns({ documents: [flow, endpointWith(tls)], secrets: given });
  const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));
  await runs.event(runId, 'run-ended');
  await runs.close();
  const of = <Type extends RunEventType>(type: Type) => runs.eventsOf(runId, type);
  return { asked: runs.asked, events: runs.events(runId), of };
}

test('the events tell of the handshake and of what was asked for, and hold nothing of the key', async () => {
  const { asked, events, of } = await ranWith({ ca: authority.cert, clientCertificate });
  expect(of('call-ended')[0]).toMatchObject({ status: 'success', statusCode: 200 });
  expect(of('exchange-started')[0]).toMatchObject({
    tls: {
      verify: true,
      authorities: 'SECURED_API_AUTHORITIES_FILE',
      clientCertificate: {
        type: 'pem',
        keyFile: 'SECURED_API_KEY_FILE',
        passphrase: 'SECURED_API_PASSPHRASE',
      },
    },
  });
  expect(of('exchange-secured')).toMatchObject([
    {
      attempt: 1,
      exchange: 1,
      secured: {
        tlsVersion: 'TLSv1.3',
        verification: 'passed',
        trouble: null,
        certificates: [
          {
            subjectName: 'CN=Test server',
            issuerName: 'CN=Test authority',
            names: ['a.test', 'b.test', 'www.a.test', 'localhost', '127.0.0.1'],
            validFrom: '2000-01-01T00:00:00.000Z',
            validTo: '2099-01-01T00:00:00.000Z',
            publicKey: 'EC P-256',
          },
          { subject: 'Test authority', issuer: 'Test authority' },
        ],
      },
    },
  ]);
  const told = JSON.stringify(events);
  for (const secret of [passphrase, ...key.split('\n').slice(1, -2)]) expect(told).not.toContain(secret);
  expect(asked.map(({ slot, origin: asks }) => [slot, asks])).toEqual([
    [keySlot, origin],
    [passphraseSlot, origin],
  ]);
});

test('a run warns where certificates are not verified', async () => {
  const { of } = await ranWith({ clientCertificate, verify: false });
  expect(of('warned')).toMatchObject([
    {
      code: 'certificate-not-verified',
      message: `The certificate of 127.0.0.1:${String(nginx.ports.clients)} is not verified, because that is switched off in the TLS settings of Secured API. Whoever is on the way can read and change what is sent.`,
    },
  ]);
  expect(of('exchange-secured')[0]?.secured).toMatchObject({
    verification: 'off',
    trouble: 'The certificate of 127.0.0.1 was issued by Test authority, which is not trusted here.',
  });
  expect(of('call-ended')[0]).toMatchObject({ status: 'success' });
});

test('a certificate that is refused is told of all the same', async () => {
  const { of } = await ranWith({ clientCertificate });
  expect(of('call-ended')[0]).toMatchObject({ status: 'failure', code: 'certificate-not-trusted' });
  expect(of('exchange-secured')[0]?.secured).toMatchObject({
    verification: 'failed',
    certificates: [{ subject: 'Test server' }],
  });
  expect(of('warned')).toEqual([]);
});

test('a wrong passphrase is an exception, in the call and in its preview', async () => {
  const wrong = { ...secrets, [passphraseSlot]: 'not the right one' };
  const { of } = await ranWith({ ca: authority.cert, clientCertificate }, wrong);
  const sentence = 'The passphrase of the client certificate of Secured API is wrong.';
  expect(of('call-ended')[0]).toMatchObject({
    status: 'exception',
    code: 'client-certificate-passphrase-wrong',
    sentence,
    wayOn: 'Enter it again.',
    attempts: 0,
  });
  const runs = await hostRuns({ documents: [flow, endpointWith({ clientCertificate })], secrets: wrong });
  const [, node] = flow.nodes;
  if (node?.kind !== 'api-call') throw new Error('The flow has its API Call elsewhere.');
  const asked = { flowId: flow.id, config: node.config, environmentId: null, variables: {} };
  expect(await runs.host.preview(asked)).toMatchObject({
    ok: false,
    failure: { code: 'client-certificate-passphrase-wrong', message: sentence },
  });
  await runs.close();
});
