// `flowbench call` takes what an endpoint asks of TLS, with its secrets from the environment and from nowhere else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { formsFound } from '../../support/search-bytes.ts';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { encryptedKey, oldPkcs12, passphrase, pkcs12 } from '../../support/servers/client-certificates.ts';
import { RunningNginx } from '../../support/servers/nginx.ts';

const { authority, client, server } = makeCertificates();
const nginx = await RunningNginx.start({ clients: { pair: server, clientsOf: authority.cert } });
afterAll(() => nginx[Symbol.asyncDispose]());
beforeAll(commandLineBuilt, 60_000);

const secret = (name: string) => ({ secret: name });

async function calledWith(tls: object, env: Record<string, string>) {
  const input = JSON.stringify({
    endpoint: { name: 'Shop API', baseUrl: `https://localhost:${String(nginx.ports.clients)}`, tls },
    request: {},
  });
  const { code, errors, output } = await ran(['call', '--events'], { input, env });
  return { code, errors, output, variable: JSON.parse(output) as Record<string, unknown> };
}

test('a client certificate as PEM, and what it was shown for', async () => {
  const key = encryptedKey(client);
  const clientCertificate = {
    type: 'pem',
    certificate: client.cert,
    key: secret('CLIENT_KEY'),
    passphrase: secret('CLIENT_PASSPHRASE'),
  };
  const { code, errors, output, variable } = await calledWith(
    { ca: authority.cert, clientCertificate, minVersion: 'TLSv1.3' },
    { FLOWBENCH_SECRET_CLIENT_KEY: key, FLOWBENCH_SECRET_CLIENT_PASSPHRASE: passphrase },
  );
  expect(code).toBe(0);
  expect(variable).toMatchObject({ status: 'success', body: 'TLSv1.3 SUCCESS CN=Test server 1' });
  const events = errors
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'exchange-secured',
      secured: expect.objectContaining({ tlsVersion: 'TLSv1.3', verification: 'passed' }) as unknown,
    }),
  );
  for (const hidden of [key, key.split('\n')[1]!, passphrase])
    expect(formsFound(Buffer.from(output + errors), hidden)).toEqual([]);
});

test('a PKCS#12 file as base64, and no verification, which is told', async () => {
  const clientCertificate = { type: 'pkcs12', file: secret('P12'), passphrase: secret('P12_PASSPHRASE') };
  const { code, errors, variable } = await calledWith(
    { clientCertificate, verify: false },
    { FLOWBENCH_SECRET_P12: pkcs12(client), FLOWBENCH_SECRET_P12_PASSPHRASE: passphrase },
  );
  expect(code).toBe(0);
  expect(variable).toMatchObject({ status: 'success', body: 'TLSv1.3 SUCCESS CN=Test server 1' });
  expect(errors).toContain('"code":"certificate-not-verified"');
});

test('what its TLS library cannot read ends as an exception with a way on', async () => {
  const clientCertificate = { type: 'pkcs12', file: secret('P12'), passphrase: secret('P12_PASSPHRASE') };
  const { code, variable } = await calledWith(
    { clientCertificate },
    { FLOWBENCH_SECRET_P12: oldPkcs12(client), FLOWBENCH_SECRET_P12_PASSPHRASE: passphrase },
  );
  expect(code).toBe(1);
  expect(variable).toMatchObject({
    status: 'exception',
    error:
      'The client certificate of Shop API could not be read (its encryption is too old: export it again with AES).',
  });
});

test('a key in plain sight does not fit', async () => {
  const clientCertificate = { type: 'pem', certificate: client.cert, key: { template: client.key } };
  const input = JSON.stringify({
    endpoint: { baseUrl: 'https://localhost', tls: { clientCertificate } },
    request: {},
  });
  const { code, errors } = await ran(['call'], { input });
  expect(code).toBe(2);
  expect(errors).toMatch(/^Standard input does not fit: endpoint\.tls\.clientCertificate/);
  expect(errors).not.toContain(client.key.split('\n')[1]!);
});
