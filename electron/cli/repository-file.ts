import { realpathSync } from 'node:fs';
import path from 'node:path';
import { isInside } from '../workspace/inside-workspace.ts';

/** Where a command runs. */
export interface WorkingPlace {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * A file as annotations of GitHub Actions name it: from the root of the repository (`GITHUB_WORKSPACE`) on, whatever the
 * working directory, with slashes. What lies outside of it, or runs elsewhere, keeps its path.
 *
 * @param file relative to the working directory
 */
export function repositoryFile(file: string, { env, folder }: WorkingPlace): string {
  const root = env['GITHUB_WORKSPACE'] ?? '';
  const slashed = (name: string): string => name.split(path.sep).join('/');
  if (root === '') return slashed(file);
  const at = path.resolve(real(folder), file);
  return slashed(isInside(real(root), at) ? path.relative(real(root), at) : file);
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
