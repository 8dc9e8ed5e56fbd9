// Makes good and bad certificates for one test process, since none may be kept in the repository.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A key and a certificate in PEM form. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

/** Throwaway certificates, made by openssl for this test process only. */
export interface Certificates {
  /** The authority that signed all but the self-signed ones. */
  readonly authority: KeyPair;
  /** An authority that nobody trusts. */
  readonly strangeAuthority: KeyPair;
  /** Valid for a.test, b.test, www.a.test, localhost and 127.0.0.1. */
  readonly server: KeyPair;
  readonly expired: KeyPair;
  readonly notYetValid: KeyPair;
  /** Valid for elsewhere.test only. */
  readonly otherHost: KeyPair;
  readonly selfSigned: KeyPair;
  /** Signed by the authority that nobody trusts. */
  readonly notTrusted: KeyPair;
  /** Good for clients only. */
  readonly wrongPurpose: KeyPair;
  readonly client: KeyPair;
  /** Signed by another authority between it and the first one, whose certificate goes with it. */
  readonly chained: KeyPair;
  /** Without the certificate between. */
  readonly broken: KeyPair;
}

const names = 'DNS:a.test,DNS:b.test,DNS:www.a.test,DNS:localhost,IP:127.0.0.1';
const forever = ['20000101000000Z', '20990101000000Z'] as const;

/** Makes one of each kind; takes about a second. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(path.join(tmpdir(), 'flowbench-certificates-'));
  try {
    const authority = selfSigned(folder, 'Test authority', 'basicConstraints=critical,CA:TRUE');
    const strange = selfSigned(folder, 'Strange authority', 'basicConstraints=critical,CA:TRUE');
    const signed = (issuer: KeyPair, extensions: string, [from, to]: readonly [string, string] = forever) =>
      signedBy(folder, issuer, extensions, from, to);
    const between = signedBy(folder, authority, 'basicConstraints=critical,CA:TRUE', ...forever, 'Between');
    const behind = signed(between, `subjectAltName=${names}`);
    return {
      authority,
      strangeAuthority: strange,
      server: signed(authority, `subjectAltName=${names}`),
      expired: signed(authority, `subjectAltName=${names}`, ['20000101000000Z', '20010203040506Z']),
      notYetValid: signed(authority, `subjectAltName=${names}`, ['20980101000000Z', '20990101000000Z']),
      otherHost: signed(authority, 'subjectAltName=DNS:elsewhere.test'),
      selfSigned: selfSigned(folder, 'a.test', `subjectAltName=${names}`),
      notTrusted: signed(strange, `subjectAltName=${names}`),
      wrongPurpose: signed(authority, `subjectAltName=${names}\nextendedKeyUsage=clientAuth`),
      client: signed(authority, 'extendedKeyUsage=clientAuth'),
      chained: { key: behind.key, cert: behind.cert + between.cert },
      broken: behind,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs openssl on throwaway files: gives what it wrote into `out`. */
export function withOpenssl(files: Readonly<Record<string, string>>, ...args: readonly string[]): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'flowbench-certificates-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    openssl(folder, ...args);
    return readFileSync(path.join(folder, 'out'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function openssl(folder: string, ...args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

function newKey(folder: string): string {
  openssl(folder, 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'key.pem');
  return readFileSync(path.join(folder, 'key.pem'), 'utf8');
}

function selfSigned(folder: string, name: string, extension: string): KeyPair {
  const key = newKey(folder);
  openssl(folder, 'req', '-x509', '-new', '-key', 'key.pem', '-subj', `/CN=${name}`, '-days', '3650',
    '-addext', extension, '-out', 'cert.pem'); // prettier-ignore
  return { key, cert: readFileSync(path.join(folder, 'cert.pem'), 'utf8') };
}

/** `openssl ca` is the command that takes a first and a last day. */
function signedBy(
  folder: string,
  issuer: KeyPair,
  extensions: string,
  from: string,
  to: string,
  name = 'Test server',
): KeyPair {
  const key = newKey(folder);
  const files = {
    'ca.key': issuer.key,
    'ca.pem': issuer.cert,
    'index.txt': '',
    'ca.cnf': `[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nrand_serial=yes\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n[x]\n${extensions}\n`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  openssl(folder, 'req', '-new', '-key', 'key.pem', '-subj', `/CN=${name}`, '-out', 'request.pem');
  openssl(folder, 'ca', '-batch', '-notext', '-config', 'ca.cnf', '-extensions', 'x', '-keyfile', 'ca.key',
    '-cert', 'ca.pem', '-startdate', from, '-enddate', to, '-in', 'request.pem', '-out', 'cert.pem'); // prettier-ignore
  return { key, cert: readFileSync(path.join(folder, 'cert.pem'), 'utf8') };
}
