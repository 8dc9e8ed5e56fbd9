// Runs a program where there is no network at all, not even a loopback; a machine that cannot do that fails the test.
import { execFileSync } from 'node:child_process';

/** The standard output of a program that ended with 0. Throws where there is no such place, or where it ended otherwise. */
export function ranWithoutNetwork(
  program: readonly string[],
  { env, folder }: { readonly env?: NodeJS.ProcessEnv; readonly folder?: string } = {},
): string {
  return execFileSync('unshare', ['--map-root-user', '--net', ...program], {
    encoding: 'utf8',
    ...(env === undefined ? {} : { env }),
    ...(folder === undefined ? {} : { cwd: folder }),
  });
}
