// Paths differ between sources and package; the program must find its parts beside itself in both.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationFolders } from '#electron/app/application-folders.ts';

const project = path.resolve('.');
const folders = applicationFolders(
  { getPath: (name) => path.join('/home/ann', name), getAppPath: () => project },
  path.join(project, 'out', 'main'),
);

describe('applicationFolders', () => {
  it('finds its own parts beside the built main program', () => {
    expect(folders.preload).toBe(path.join(project, 'out', 'preload', 'preload.cjs'));
    expect(folders.page).toBe(path.join(project, 'out', 'renderer'));
  });

  it('finds the example, which is a workspace', () => {
    expect(existsSync(path.join(folders.exampleSource, 'flowbench.json'))).toBe(true);
  });

  it('keeps what it knows in the user data folder, and puts a first workspace among the documents', () => {
    expect([folders.logs, folders.exampleCopy]).toEqual([
      '/home/ann/userData/logs',
      '/home/ann/userData/example',
    ]);
    expect(folders.usualWorkspaces).toEqual([
      '/home/ann/documents/Flowbench',
      '/home/ann/userData/workspace',
    ]);
  });
});
