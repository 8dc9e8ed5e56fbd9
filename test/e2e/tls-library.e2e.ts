// The table of TLS in Electron's main process, whose library is BoringSSL: the same facts and the same sentences.
import { expect, test } from '@playwright/test';
import { callsInElectron } from '../support/tls/calls-in-electron.ts';
import { tableDifferences } from '../support/tls/table-differences.ts';
import { oldPkcs12Case } from '../support/tls/client-certificate-cases.ts';
import { tlsCases } from '../support/tls/tls-cases.ts';
import { startTlsServers } from '../support/tls/tls-servers.ts';

test('the TLS library of the application says what that of the command line says', async () => {
  await using servers = await startTlsServers();
  const rows = [...tlsCases(servers), oldPkcs12Case(servers, true)];
  const { facts, openssl } = await callsInElectron(rows.map(({ calls }) => calls));
  // BoringSSL gives no version that OpenSSL ever had.
  expect(openssl).toBe('0.0.0');
  const found = rows.map((row, at) => ({ row: row.name, differs: tableDifferences(row, facts[at] ?? []) }));
  expect(found.filter(({ differs }) => differs.length > 0)).toEqual([]);
});
