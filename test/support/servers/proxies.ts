// Starts the proxies of the system, which nobody here wrote: squid and tinyproxy for HTTP, microsocks for SOCKS.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts, listens } from './loopback-port.ts';

/** Who may use the proxies of the tests. */
export const proxyUser = { userName: 'flow', password: 'bench-of-a-proxy' } as const;

/** The programs of the Debian packages squid, tinyproxy-bin and microsocks. */
const programs = {
  squid: '/usr/sbin/squid',
  tinyproxy: '/usr/bin/tinyproxy',
  microsocks: '/usr/bin/microsocks',
};

/** A proxy that runs as its own process on a loopback port and asks for {@link proxyUser}. */
export class RunningProxy implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(port: number, child: ChildProcess, folder: string) {
    this.port = port;
    this.#child = child;
    this.#folder = folder;
  }

  /** Knows `a.test` and `b.test` as this machine, and refuses to connect to `forbidden.test`. */
  static squid(): Promise<RunningProxy> {
    return RunningProxy.#start('squid', async (folder, port) => {
      const passwords = path.join(folder, 'passwords');
      const hosts = path.join(folder, 'hosts');
      const hash = execFileSync('openssl', ['passwd', '-apr1', proxyUser.password], { encoding: 'utf8' });
      await writeFile(passwords, `${proxyUser.userName}:${hash}`);
      await writeFile(hosts, '127.0.0.1 a.test b.test forbidden.test\n');
      const file = path.join(folder, 'squid.conf');
      await writeFile(
        file,
        [
          `http_port 127.0.0.1:${port}`,
          `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${passwords}`,
          'auth_param basic realm proxy',
          'acl known proxy_auth REQUIRED',
          'acl forbidden dstdomain forbidden.test',
          'http_access deny !known',
          'http_access deny forbidden',
          'http_access allow all',
          'cache deny all',
          'access_log none',
          'cache_log /dev/null',
          'cache_store_log none',
          'pid_filename none',
          'shutdown_lifetime 0 seconds',
          `hosts_file ${hosts}`,
          `coredump_dir ${folder}`,
          '',
        ].join('\n'),
      );
      return ['-N', '-f', file];
    });
  }

  static tinyproxy(): Promise<RunningProxy> {
    return RunningProxy.#start('tinyproxy', async (folder, port) => {
      const file = path.join(folder, 'tinyproxy.conf');
      const { password, userName } = proxyUser;
      const lines = [`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 60', `BasicAuth ${userName} ${password}`];
      await writeFile(file, [...lines, ''].join('\n'));
      return ['-d', '-c', file];
    });
  }

  static microsocks(): Promise<RunningProxy> {
    const { password, userName } = proxyUser;
    return RunningProxy.#start('microsocks', (_folder, port) =>
      Promise.resolve(['-i', '127.0.0.1', '-p', String(port), '-u', userName, '-P', password]),
    );
  }

  static async #start(
    name: keyof typeof programs,
    prepare: (folder: string, port: number) => Promise<readonly string[]>,
  ): Promise<RunningProxy> {
    const folder = await mkdtemp(path.join(tmpdir(), `flowbench-${name}-`));
    // Squid gives up its rights before it reads the passwords.
    await chmod(folder, 0o755);
    const [port = 0] = await freePorts(1);
    const child = spawn(programs[name], await prepare(folder, port), { stdio: 'ignore' });
    const proxy = new RunningProxy(port, child, folder);
    const failed = once(child, 'exit').then(() => {
      throw new Error(`${name} did not start on port ${port}; see the Debian packages of the tests.`);
    });
    await Promise.race([failed, listens(port, child)]);
    failed.catch(() => undefined);
    return proxy;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = this.#child.exitCode === null ? once(this.#child, 'exit') : null;
    this.#child.kill('SIGKILL');
    await ended;
    await rm(this.#folder, { recursive: true });
  }
}
