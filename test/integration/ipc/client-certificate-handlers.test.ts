// Keys and PKCS#12 files are picked in the main process: the page learns that they are set, and certificates only.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import { newFolder, useHandlerDesk, type HandlerDesk } from '../../support/handler-desk.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { makeCertificates, withOpenssl } from '../../support/servers/certificates.ts';
import { pkcs12 } from '../../support/servers/client-certificates.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const slot = 'sl_aaaaaaaaaaaa' as SecretSlot;
const { authority, chained, client } = makeCertificates();

function endpointWith(clientCertificate: object): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: 'ep_aaaaaaaaaaaa',
    name: 'Shop API',
    baseUrl: 'https://shop.example/v2',
    tls: { clientCertificate },
  });
}

const pem = endpointWith({ type: 'pem', certificate: client.cert, key: { secret: slot } });
const p12 = endpointWith({ type: 'pkcs12', file: { secret: slot } });
const place = { documentId: pem.id, slot, origin: 'https://shop.example' };

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(root.path, name);
  await writeFile(file, content);
  return file;
}

/** A desk whose person picks these files, one after the other. */
async function deskWith(endpoint: Endpoint, files: (string | null)[]): Promise<HandlerDesk> {
  const desk = newDesk(root.path, { answers: { folders: [await newFolder(root.path, 'shop')], files } });
  await desk.call('workspace.create', { folder: null, name: 'Shop' });
  const { opening } = await desk.call('workspace.read', null);
  await desk.call('document.save', { opening, document: endpoint, revision: null, overwrite: true });
  return desk;
}

async function kept({ workbench }: HandlerDesk): Promise<string | null> {
  const { vault, workspace } = await workbench.current();
  const reading = await vault.read({ ...place, workspaceId: workspace.id });
  return reading.state === 'set' ? reading.value.reveal() : null;
}

describe('secret.pick-file', () => {
  it('keeps the key of a file, whatever else is in it, and answers with nothing of it', async () => {
    const desk = await deskWith(pem, [await fileOf('client.pem', `${client.cert}\n${client.key}`)]);
    const answered = await desk.call('secret.pick-file', place);
    expect(answered).toMatchObject({ ok: true, value: [{ slot, state: 'set', short: false }] });
    const line = client.key.split('\n').at(-3)!;
    expect(JSON.stringify(answered)).not.toContain(line);
    expect(await kept(desk)).toContain(line);
    expect(await kept(desk)).not.toContain('CERTIFICATE');
    expect(desk.happened).toContain('asked for a file of key');
    expect(desk.scrub(`read ${(await kept(desk))!}`)).not.toContain(line);
    expect(await bytesFound([path.join(root.path, 'user-data'), path.join(root.path, 'shop')], line)).toEqual(
      [],
    );
  });

  it('keeps a PKCS#12 file as base64', async () => {
    const base64 = pkcs12(client);
    const desk = await deskWith(p12, [await fileOf('client.p12', Buffer.from(base64, 'base64'))]);
    expect(await desk.call('secret.pick-file', place)).toMatchObject({ ok: true });
    expect(await kept(desk)).toBe(base64);
    expect(desk.happened).toContain('asked for a file of pkcs12');
  });

  it('keeps nothing where nobody chose, or the file is of no use, and says why', async () => {
    const files = [
      null,
      await fileOf('client.crt', client.cert),
      path.join(root.path, 'nowhere.key'),
      await fileOf('large.key', Buffer.alloc(80_000)),
    ];
    const desk = await deskWith(pem, files);
    const failures = [];
    for (const _ of [...files]) {
      const answered = await desk.call('secret.pick-file', place);
      failures.push(answered.ok ? null : [answered.failure.code, answered.failure.message]);
    }
    expect(failures).toEqual([
      ['cancelled', 'No file was chosen.'],
      [
        'file-unusable',
        'client.crt holds no private key in PEM form, which begins with -----BEGIN PRIVATE KEY----- or a line like it.',
      ],
      ['file-unusable', expect.stringMatching(/^nowhere\.key cannot be read: /)],
      ['file-unusable', 'large.key is too large for this: 80,000 bytes.'],
    ]);
    expect(await kept(desk)).toBeNull();
  });

  it('says of a file of the other kind what to do', async () => {
    const files = [await fileOf('client.pem', client.key), await fileOf('photo.p12', 'a photo')];
    const desk = await deskWith(p12, files);
    expect(await desk.call('secret.pick-file', place)).toMatchObject({
      failure: {
        message: 'client.pem is a PEM file. Choose PEM as the kind of the client certificate to use it.',
      },
    });
    expect(await desk.call('secret.pick-file', place)).toMatchObject({
      failure: { message: 'photo.p12 is no PKCS#12 file; such files are usually named .p12 or .pfx.' },
    });
  });

  it('asks for no file for a slot that no file belongs into, and binds none to another address', async () => {
    const other = { ...place, slot: 'sl_bbbbbbbbbbbb' as SecretSlot };
    const desk = await deskWith(pem, [await fileOf('client.key', client.key)]);
    expect(await desk.call('secret.pick-file', other)).toMatchObject({
      failure: { code: 'document-missing' },
    });
    expect(desk.happened.filter((each) => each.startsWith('asked for a file'))).toEqual([]);
    const elsewhere = { ...place, origin: 'https://other.example' };
    expect(await desk.call('secret.pick-file', elsewhere)).toMatchObject({
      failure: { code: 'origin-changed' },
    });
    expect(await kept(desk)).toBeNull();
  });
});

describe('certificate.pick', () => {
  const der = (cert: string) =>
    withOpenssl({ cert }, 'x509', '-in', 'cert', '-outform', 'DER', '-out', 'out');

  it('gives the certificates of a file and nothing else of it, from both forms', async () => {
    const desk = await deskWith(pem, [
      await fileOf('chain.pem', client.key + chained.cert),
      await fileOf('authority.cer', der(authority.cert)),
    ]);
    expect(await desk.call('certificate.pick', null)).toEqual({ ok: true, value: { pem: chained.cert } });
    expect(await desk.call('certificate.pick', null)).toEqual({ ok: true, value: { pem: authority.cert } });
  });

  it('says why there are none', async () => {
    const desk = await deskWith(pem, [null, await fileOf('client.key', client.key), root.path]);
    const codes = [];
    for (const _ of [1, 2, 3]) {
      const answered = await desk.call('certificate.pick', null);
      codes.push(answered.ok ? null : answered.failure.code);
    }
    expect(codes).toEqual(['cancelled', 'no-certificate', 'not-readable']);
  });
});
