// Starts a real nginx with the certificates of a test, one port for each way in which it is set up.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeyPair } from './certificates.ts';
import { freePorts, listens } from './loopback-port.ts';

/** How one port is set up; without `pair` it speaks plain HTTP. */
export interface NginxSite {
  readonly pair?: KeyPair;
  /** As nginx writes them: `TLSv1.2 TLSv1.3`. */
  readonly protocols?: string;
  /** Clients have to show a certificate of this authority. */
  readonly clientsOf?: string;
  /** Where every request is sent on; without it they are answered with what nginx knows of the connection. */
  readonly redirectTo?: (ports: Readonly<Record<string, number>>) => string;
}

/**
 * An nginx that runs as its own process. It answers with one line: the version of TLS, whether the client's certificate was
 * in order, its subject, and how many requests the connection has carried.
 */
export class RunningNginx<Name extends string = string> implements AsyncDisposable {
  readonly ports: Readonly<Record<Name, number>>;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(ports: Readonly<Record<Name, number>>, child: ChildProcess, folder: string) {
    this.ports = ports;
    this.#child = child;
    this.#folder = folder;
  }

  static async start<Name extends string>(
    sites: Readonly<Record<Name, NginxSite>>,
  ): Promise<RunningNginx<Name>> {
    const folder = await mkdtemp(path.join(tmpdir(), 'flowbench-nginx-'));
    await mkdir(path.join(folder, 'temporary'));
    const names = Object.keys(sites) as Name[];
    const free = await freePorts(names.length);
    const ports = Object.fromEntries(names.map((name, at) => [name, free[at]])) as Record<Name, number>;
    const servers: string[] = [];
    for (const name of names) servers.push(await serverOf(name, sites[name], ports, folder));
    await writeFile(path.join(folder, 'nginx.conf'), configuration(folder, servers));
    const args = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'];
    const child = spawn('/usr/sbin/nginx', args, { stdio: 'ignore' });
    const failed = once(child, 'exit').then(() => {
      throw new Error('nginx did not start; see the Debian packages of the tests.');
    });
    await Promise.race([failed, Promise.all(free.map((port) => listens(port, child)))]);
    failed.catch(() => undefined);
    return new RunningNginx(ports, child, folder);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = this.#child.exitCode === null ? once(this.#child, 'exit') : null;
    this.#child.kill('SIGKILL');
    await ended;
    await rm(this.#folder, { recursive: true });
  }
}

function configuration(folder: string, servers: readonly string[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${path.join(folder, 'temporary', kind)};`,
  );
  return [
    'daemon off;',
    'master_process off;',
    `pid ${path.join(folder, 'pid')};`,
    'error_log stderr crit;',
    'events {}',
    'http {',
    'access_log off;',
    ...temporary,
    ...servers,
    '}',
    '',
  ].join('\n');
}

async function serverOf(
  name: string,
  { clientsOf, pair, protocols = 'TLSv1.2 TLSv1.3', redirectTo }: NginxSite,
  ports: Readonly<Record<string, number>>,
  folder: string,
): Promise<string> {
  const file = async (kind: string, content: string): Promise<string> => {
    const written = path.join(folder, `${name}.${kind}`);
    await writeFile(written, content, { mode: 0o600 });
    return written;
  };
  const certificate =
    pair === undefined
      ? []
      : [
          `ssl_certificate ${await file('pem', pair.cert)};`,
          `ssl_certificate_key ${await file('key', pair.key)};`,
        ];
  const clients =
    clientsOf === undefined
      ? []
      : ['ssl_verify_client on;', `ssl_client_certificate ${await file('clients', clientsOf)};`];
  return [
    'server {',
    `listen 127.0.0.1:${ports[name]}${pair === undefined ? '' : ' ssl'};`,
    ...certificate,
    `ssl_protocols ${protocols};`,
    // OpenSSL speaks the old versions at its lowest level only.
    ...(/TLSv1(\.1)?( |$)/.test(protocols) ? ['ssl_ciphers DEFAULT:@SECLEVEL=0;'] : []),
    ...clients,
    'default_type text/plain;',
    redirectTo === undefined
      ? 'return 200 "$ssl_protocol $ssl_client_verify $ssl_client_s_dn $connection_requests";'
      : `return 307 ${redirectTo(ports)};`,
    '}',
  ].join('\n');
}
