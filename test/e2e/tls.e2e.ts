// A person makes a real nginx believed and shows it a client certificate, sees whom the window spoke to, and the key stays secret.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerDialogs } from '../support/answered-dialogs.ts';
import { test } from '../support/app-test.ts';
import { createEndpoint, endpointOpened, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { bytesFound } from '../support/search-bytes.ts';
import { makeCertificates } from '../support/servers/certificates.ts';
import { encryptedKey, passphrase, pkcs12 } from '../support/servers/client-certificates.ts';
import { RunningNginx } from '../support/servers/nginx.ts';
import { freshFolder, removeFolders } from '../support/launch-app.ts';
import { shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const certificates = makeCertificates();
const { authority, client } = certificates;

let nginx: RunningNginx<'clients' | 'expired'>;
let files: string;

test.beforeEach(async () => {
  nginx = await RunningNginx.start({
    clients: { pair: certificates.server, clientsOf: authority.cert },
    expired: { pair: certificates.expired },
  });
  files = await freshFolder('client-files');
});

test.afterEach(async () => {
  await nginx[Symbol.asyncDispose]();
  await removeFolders(files);
});

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(files, name);
  await writeFile(file, content);
  return file;
}

const rowOf = (page: Page) => page.getByRole('region', { name: 'TLS', exact: true });
const testOf = (page: Page) => page.getByRole('form', { name: 'Test request' });

async function sent(page: Page): Promise<void> {
  await saved(page);
  await testOf(page).getByRole('button', { name: 'Send', exact: true }).click();
}

test('a client certificate is set up from PEM files and from a PKCS#12 file, one that is none is refused, the server is shown it, and its key stays a secret', async ({
  launch,
}) => {
  const workspace = await drawnWorkspace(shopEndpoint(`https://localhost:${nginx.ports.clients}`));
  const launched = await launch({ window: { width: 1280, height: 800 }, workspace, alone: true });
  const { close, page, userData } = launched;
  await endpointOpened(page);
  await page.getByRole('button', { name: 'Send a test request' }).click();
  const row = rowOf(page);
  await expect(row.getByText('Requests are sent as HTTP/1.1.')).toBeVisible();
  await sent(page);
  await expect(
    testOf(page).getByText(
      'The certificate of localhost was issued by Test authority, which is not trusted here.',
    ),
  ).toBeVisible();

  await row.getByRole('button', { name: 'Authority' }).click();
  const authorities = row.getByLabel('Authorities of your own');
  await authorities.fill('my company');
  await expect(row.getByText('Paste certificates in PEM form')).toBeVisible();
  await authorities.fill(authority.cert.slice(0, 300));
  await expect(row.getByText('The last certificate is cut off')).toBeVisible();
  await authorities.fill(authority.cert);
  await expect(row.getByText('is cut off')).toHaveCount(0);

  await row.getByRole('radio', { name: 'PEM' }).click();
  // A file that holds both: the page gets the certificate and nothing else.
  await answerDialogs(launched, { folder: await fileOf('client.pem', client.key + client.cert) });
  const certificate = row.getByLabel('Certificate', { exact: true });
  await row.getByRole('button', { name: 'Choose a file…' }).nth(1).click();
  await expect(certificate).toHaveValue(client.cert);
  await certificate.fill(client.key + client.cert);
  await expect(row.getByText('A private key was among it and was left out')).toBeVisible();
  await expect(certificate).toHaveValue(client.cert);

  const key = encryptedKey(client);
  await answerDialogs(launched, { folder: await fileOf('client.key', key) });
  await row.getByRole('button', { name: 'Choose a file…' }).nth(2).click();
  await expect(row.getByText('set just now')).toHaveCount(1);
  await sent(page);
  await expect(
    testOf(page).getByText(
      'The client certificate of Shop API could not be read (its key is encrypted, and no passphrase is set).',
    ),
  ).toBeVisible();
  await row.getByRole('switch', { name: 'It is protected by a passphrase' }).click();
  await row.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(row.getByText('set just now')).toHaveCount(2);
  await sent(page);
  await expect(testOf(page).getByText('200 OK')).toBeVisible();

  await testOf(page).getByRole('button', { name: 'Show the response' }).click();
  await expect(page.getByText('TLSv1.3 SUCCESS CN=Test server 1').first()).toBeVisible();
  await page.getByRole('tab', { name: 'TLS' }).click();
  const shown = page.getByRole('group', { name: 'TLS', exact: true });
  await expect(shown.getByText('verified', { exact: true })).toBeVisible();
  await expect(shown.getByRole('list', { name: 'Certificate chain' }).getByRole('listitem')).toHaveCount(2);
  await expect(shown.getByText('a.test, b.test, www.a.test, localhost, 127.0.0.1')).toBeVisible();
  await expect(shown.getByText('2000-01-01 00:00 UTC to 2099-01-01 00:00 UTC')).toBeVisible();
  await page.getByRole('tab', { name: 'Request', exact: true }).click();
  await expect(page.getByText('With authorities of the endpoint, client certificate')).toBeVisible();

  const [secretLine = ''] = key.split('\n').slice(2);
  const [plainLine = ''] = client.key.split('\n').slice(1);
  for (const secret of [secretLine, plainLine, passphrase])
    expect(await page.content()).not.toContain(secret);
  for (const secret of [secretLine, plainLine, passphrase])
    expect(await bytesFound([userData, workspace], secret)).toEqual([]);

  await row.getByRole('radio', { name: 'PKCS#12' }).click();
  const file = row.getByRole('group', { name: 'File' });
  await answerDialogs(launched, { folder: await fileOf('client.pem', client.cert) });
  await file.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(page.getByText('client.pem is a PEM file.').first()).toBeVisible();
  const base64 = pkcs12(client);
  await answerDialogs(launched, { folder: await fileOf('client.p12', Buffer.from(base64, 'base64')) });
  await file.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(file.getByText('set just now')).toBeVisible();

  await row.getByLabel('Passphrase', { exact: true }).fill('not the right one');
  await page.keyboard.press('Enter');
  await sent(page);
  await expect(
    testOf(page).getByText('The passphrase of the client certificate of Shop API is wrong.'),
  ).toBeVisible();
  await row.getByRole('group', { name: 'Passphrase' }).getByRole('button', { name: 'Replace' }).click();
  await row.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(row.getByRole('group', { name: 'Passphrase' }).getByText('set just now')).toBeVisible();
  await sent(page);
  await expect(testOf(page).getByText('200 OK')).toBeVisible();
  await close();
  expect(await bytesFound([workspace], '-----END CERTIFICATE-----')).not.toEqual([]);
  for (const secret of [secretLine, plainLine, base64.slice(100, 160), passphrase])
    expect(await bytesFound([userData, workspace], secret)).toEqual([]);
});

test('verification that is off is red in the form and seen wherever the call is', async ({ launch }) => {
  const workspace = await drawnWorkspace(shopEndpoint(`https://localhost:${nginx.ports.expired}`));
  const { page } = await launch({ window: { width: 1280, height: 800 }, workspace });
  await endpointOpened(page);
  await page.getByRole('button', { name: 'Send a test request' }).click();
  const row = rowOf(page);
  await row.getByRole('switch', { name: 'Verify the certificate of the server' }).click();
  await expect(row.getByRole('alert')).toContainText('Certificates are not verified');
  await sent(page);
  await expect(testOf(page).getByText('200 OK')).toBeVisible();
  await testOf(page).getByRole('button', { name: 'Show the response' }).click();
  await expect(page.getByText('certificate not verified')).toBeVisible();
  await page.getByRole('tab', { name: 'Request', exact: true }).click();
  await expect(page.getByText('The certificate of the server is not verified')).toBeVisible();
  await page.getByRole('tab', { name: 'TLS' }).click();
  await expect(page.getByText('This certificate would have been refused')).toBeVisible();
  await expect(page.getByText('expired', { exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Verify them' }).click();
  await expect(row.getByRole('alert')).toHaveCount(0);
  await sent(page);
  await expect(testOf(page).getByText('The certificate of localhost')).toBeVisible();
  await expect(page.getByText('This certificate was refused')).toBeVisible();
});

for (const size of pictureSizes('dark')) {
  test(`it looks right at ${String(size.width)}`, async ({ launch }) => {
    const app = await launch(startedAt(size));
    const { page } = app;
    const look = await photographer(app, { folder: `tls/${String(size.width)}`, axeIn: size.axeIn });
    await createEndpoint(page, { name: 'Shop API', baseUrl: `https://localhost:${nginx.ports.expired}` });
    const row = rowOf(page);
    await row.getByText('Client certificate').scrollIntoViewIfNeeded();
    await look('plain');
    await row.getByRole('switch', { name: 'Verify the certificate of the server' }).click();
    await row.getByRole('radio', { name: '1.1' }).click();
    await row.getByRole('switch', { name: 'Verify' }).scrollIntoViewIfNeeded();
    await look('unverified');
    await row.getByRole('button', { name: 'Authority' }).click();
    await row.getByLabel('Authorities of your own').fill(authority.cert.slice(0, 400));
    await row.getByRole('radio', { name: 'PEM' }).click();
    await row.getByLabel('Certificate', { exact: true }).fill(client.cert);
    await row.getByRole('switch', { name: 'It is protected' }).click();
    await row.getByLabel('Passphrase', { exact: true }).scrollIntoViewIfNeeded();
    await look('client-certificate');
    await row.getByRole('radio', { name: 'PKCS#12' }).click();
    await row.getByLabel('Passphrase', { exact: true }).scrollIntoViewIfNeeded();
    await look('pkcs12');
    await row.getByRole('radio', { name: 'None' }).click();
    await row.getByLabel('Authorities of your own').fill(authority.cert);
    await page.getByRole('button', { name: 'Send a test request' }).click();
    await sent(page);
    await testOf(page).getByRole('button', { name: 'Show the response' }).click();
    await page.getByRole('tab', { name: 'TLS' }).click();
    await expect(page.getByText('This certificate would have been refused')).toBeVisible();
    await look('chain');
    await page.getByRole('tab', { name: 'Request', exact: true }).click();
    await look('request');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await look('timeline');
  });
}
