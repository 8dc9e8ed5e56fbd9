import type { BundleSummary } from '#shared/bundle/bundle-summary.ts';
import { printableText } from '../printable-text.ts';

/** What is in a bundle, as lines for a person. */
export function reportBundle(summary: BundleSummary): string {
  const { documents, files, hasSealedSecrets, madeBy, name, secrets, sha256, silenced, weakened } = summary;
  const listed = (kind: string) => documents.filter((document) => document.kind === kind);
  const lines = [
    `${name}, made by ${madeBy.name} ${madeBy.version}`,
    `SHA-256 ${sha256}`,
    ...part(
      'Flows',
      listed('flow').map((flow) => `${flow.name}${flow.isChosen ? '' : ' (needed by others)'}`),
    ),
    ...part(
      'Endpoints',
      listed('endpoint').map((endpoint) => `${endpoint.name}: ${endpoint.baseUrl ?? ''}`),
    ),
    ...part(
      'Environments',
      listed('environment').map((environment) => environment.name),
    ),
    ...part(
      'Scenarios',
      listed('scenario').map((scenario) => scenario.name),
    ),
    ...part(
      'Fixtures',
      listed('fixture').map((fixture) => fixture.name),
    ),
    ...part(
      'Files',
      files.map((file) => `${file.name}, ${file.sizeBytes.toLocaleString('en')} bytes`),
    ),
    ...part(
      'Secrets to enter',
      secrets.map((secret) => `${secret.name}: ${secret.purpose}${placeOf(secret.origin)}`),
    ),
    ...(hasSealedSecrets ? ['', 'Secrets travel along, behind a passphrase.'] : []),
    ...part(
      'Rules that it silences',
      silenced.map(({ reason, rule }) => (reason === '' ? rule : `${rule}: ${reason}`)),
    ),
    ...part(
      'Look at these before you trust it',
      weakened.map(({ endpoint, what }) => `${endpoint}: ${what}`),
    ),
  ];
  return lines.map(printableText).join('\n');
}

function placeOf(origin: string | undefined): string {
  return origin === undefined ? '' : `, for ${origin}`;
}

function part(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', title, ...items.map((item) => `  ${item}`)];
}
