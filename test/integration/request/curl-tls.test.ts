// A copied command shows a real nginx the same client certificate: real sh and curl, with files where we have secrets.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { curlCommand } from '#shared/request/curl-command.ts';
import type { MaskedTls } from '#shared/request/masked-request.ts';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { encryptedKey, passphrase, pkcs12 } from '../../support/servers/client-certificates.ts';
import { RunningNginx } from '../../support/servers/nginx.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const folder = useTemporaryFolder();
const { authority, client, server } = makeCertificates();
const nginx = await RunningNginx.start({
  clients: { pair: server, clientsOf: authority.cert },
  old: { pair: server, protocols: 'TLSv1.1' },
});
afterAll(() => nginx[Symbol.asyncDispose]());

const plain: MaskedTls = {
  verify: true,
  minVersion: 'TLSv1.2',
  authorities: 'API_CA_FILE',
  clientCertificate: null,
};

/** What nginx answers to the command of a request with these settings. */
async function answered(tls: MaskedTls, port: number): Promise<string> {
  const url = [{ text: `https://127.0.0.1:${String(port)}/`, from: 'literal' as const }];
  const command = curlCommand({ method: 'GET', url, headers: [], body: { type: 'none' }, tls }, folder.path);
  if (!command.ok) throw new Error(command.failure);
  const files = {
    API_CA_FILE: authority.cert,
    API_CERTIFICATE_FILE: client.cert,
    API_KEY_FILE: encryptedKey(client),
    API_P12_FILE: Buffer.from(pkcs12(client), 'base64'),
  };
  const env: Record<string, string> = { PATH: process.env['PATH'] ?? '', API_PASSPHRASE: passphrase };
  for (const [name, content] of Object.entries(files)) {
    env[name] = path.join(folder.path, `a file of ${name}`);
    await writeFile(env[name], content);
  }
  expect(command.value.variables.every((name) => name in env)).toBe(true);
  return (await run('sh', ['-c', command.value.text], { env })).stdout;
}

describe('a copied command', () => {
  it('shows the certificate and its key', async () => {
    const own = {
      type: 'pem',
      file: 'API_CERTIFICATE_FILE',
      keyFile: 'API_KEY_FILE',
      passphrase: 'API_PASSPHRASE',
    } as const;
    const tls = { ...plain, minVersion: 'TLSv1.3', clientCertificate: own } as const;
    expect(await answered(tls, nginx.ports.clients)).toBe('TLSv1.3 SUCCESS CN=Test server 1');
  });

  it('shows a PKCS#12 file, to a server that it does not verify', async () => {
    const own = {
      type: 'pkcs12',
      file: 'API_P12_FILE',
      keyFile: null,
      passphrase: 'API_PASSPHRASE',
    } as const;
    const tls = { ...plain, authorities: null, verify: false, clientCertificate: own };
    expect(await answered(tls, nginx.ports.clients)).toBe('TLSv1.3 SUCCESS CN=Test server 1');
  });

  it('speaks to old servers where that is allowed', async () => {
    expect(await answered({ ...plain, minVersion: 'TLSv1.1' }, nginx.ports.old)).toBe('TLSv1.1 NONE  1');
    await expect(answered(plain, nginx.ports.old)).rejects.toThrow(/curl/);
  });
});
