// Files that a request sends are copied into the workspace, under names that every system can hold.
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { attachFile } from '#electron/workspace/attach-file.ts';
import { resolveWorkspaceFile } from '#electron/workspace/resolve-workspace-file.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const shop = () => folder.file('shop');

beforeEach(() => mkdir(shop()));

async function attached(picked: string) {
  const outcome = await attachFile(shop(), picked);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

describe('attaching a file', () => {
  it('copies it into the workspace and says what it is called there', async () => {
    await writeFile(folder.file('photo.png'), 'pixels');
    expect(await attached(folder.file('photo.png'))).toEqual({ file: 'files/photo.png', sizeBytes: 6 });
    expect(await readFile(folder.file('shop', 'files', 'photo.png'), 'utf8')).toBe('pixels');
    expect(await readFile(folder.file('photo.png'), 'utf8')).toBe('pixels');
    expect(await readdir(folder.file('shop', 'files'))).toEqual(['photo.png']);
  });

  it('gives every copy a name of its own, also for disks that know no case', async () => {
    await writeFile(folder.file('photo.png'), '1');
    await mkdir(folder.file('other'));
    await writeFile(folder.file('other', 'PHOTO.png'), '2');
    const names = [];
    for (const picked of ['photo.png', 'photo.png', 'other/PHOTO.png'])
      names.push((await attached(folder.file(picked))).file);
    expect(names).toEqual(['files/photo.png', 'files/photo-2.png', 'files/PHOTO-3.png']);
  });

  it('gives it a name that every system can hold', async () => {
    await writeFile(folder.file('a:b?<c>.txt'), '');
    expect((await attached(folder.file('a:b?<c>.txt'))).file).toBe('files/a-b--c-.txt');
  });

  it('copies what a link points to, and not the modes', async () => {
    await writeFile(folder.file('script.sh'), 'echo');
    await chmod(folder.file('script.sh'), 0o4755);
    await symlink(folder.file('script.sh'), folder.file('link.sh'));
    await attached(folder.file('link.sh'));
    const copy = await stat(folder.file('shop', 'files', 'link.sh'));
    expect(copy.isFile()).toBe(true);
    expect(copy.mode & 0o7777).toBe(0o644);
  });

  it('says why a file cannot be read', async () => {
    await mkdir(folder.file('folder'));
    expect(await attachFile(shop(), folder.file('folder'))).toMatchObject({
      ok: false,
      failure: { code: 'not-readable', message: expect.stringContaining('it is not a file') as string },
    });
    expect(await attachFile(shop(), folder.file('nowhere.png'))).toMatchObject({
      ok: false,
      failure: { code: 'not-readable', message: expect.stringContaining('it is not there') as string },
    });
  });

  it('writes nothing outside of the workspace', async () => {
    await mkdir(folder.file('private'));
    await symlink(folder.file('private'), folder.file('shop', 'files'));
    await writeFile(folder.file('photo.png'), 'pixels');
    expect(await attachFile(shop(), folder.file('photo.png'))).toMatchObject({
      ok: false,
      failure: { code: 'not-written' },
    });
    expect(await readdir(folder.file('private'))).toEqual([]);
  });

  it('leaves nothing behind where it cannot be written', async () => {
    await writeFile(folder.file('shop', 'files'), 'a file in the place of the folder');
    await writeFile(folder.file('photo.png'), 'pixels');
    expect((await attachFile(shop(), folder.file('photo.png'))).ok).toBe(false);
    expect(await readdir(shop())).toEqual(['files']);
  });
});

describe('finding an attachment', () => {
  beforeEach(async () => {
    await mkdir(folder.file('shop', 'files', 'orders'), { recursive: true });
    await writeFile(folder.file('shop', 'files', 'orders', 'photo.png'), 'pixels');
    await writeFile(folder.file('shop', 'flowbench.json'), '{}');
    await writeFile(folder.file('secret.txt'), 'private');
  });

  it('gives its real path', async () => {
    expect(await resolveWorkspaceFile(shop(), 'files/orders/photo.png')).toEqual({
      ok: true,
      value: folder.file('shop', 'files', 'orders', 'photo.png'),
    });
  });

  it('follows links within the workspace only', async () => {
    await symlink('orders/photo.png', folder.file('shop', 'files', 'inner.png'));
    await symlink(folder.file('secret.txt'), folder.file('shop', 'files', 'outer.txt'));
    await symlink(folder.path, folder.file('shop', 'files', 'up'));
    expect(await resolveWorkspaceFile(shop(), 'files/inner.png')).toMatchObject({ ok: true });
    for (const name of ['files/outer.txt', 'files/up/secret.txt'])
      expect(await resolveWorkspaceFile(shop(), name)).toMatchObject({
        ok: false,
        failure: { code: 'outside' },
      });
  });

  it('finds nothing else of the workspace through a link, however it is hidden', async () => {
    await mkdir(folder.file('shop', '.git'));
    await writeFile(folder.file('shop', '.git', 'config'), 'url = https://user:token@git.example');
    await symlink('../.git/config', folder.file('shop', 'files', 'logo.png'));
    await symlink('../.git', folder.file('shop', 'files', 'logos'));
    for (const name of ['files/logo.png', 'files/logos/config'])
      expect(await resolveWorkspaceFile(shop(), name)).toMatchObject({
        ok: false,
        failure: { code: 'outside' },
      });
  });

  it('finds nothing where the folder for attachments itself is a link', async () => {
    await rm(folder.file('shop', 'files'), { recursive: true });
    await mkdir(folder.file('shop', '.git'));
    await writeFile(folder.file('shop', '.git', 'config'), 'url = https://user:token@git.example');
    for (const target of ['.git', folder.path]) {
      await symlink(target, folder.file('shop', 'files'));
      for (const name of ['files/config', 'files/secret.txt'])
        expect(await resolveWorkspaceFile(shop(), name)).toMatchObject({
          ok: false,
          failure: { code: 'outside' },
        });
      await rm(folder.file('shop', 'files'));
    }
  });

  it.each([
    'secret.txt',
    '../secret.txt',
    'files/../../secret.txt',
    'files/../flowbench.json',
    'flowbench.json',
    '/etc/passwd',
    'files\\..\\..\\secret.txt',
    'files/orders/photo.png\u0000.txt',
    '',
  ])('refuses a name that leads elsewhere: %j', async (name) => {
    expect(await resolveWorkspaceFile(shop(), name)).toMatchObject({
      ok: false,
      failure: { code: 'outside' },
    });
  });

  it('says what is missing and what is no file', async () => {
    expect(await resolveWorkspaceFile(shop(), 'files/nowhere.png')).toEqual({
      ok: false,
      failure: { code: 'missing', message: 'files/nowhere.png is not in the workspace.' },
    });
    expect(await resolveWorkspaceFile(shop(), 'files/orders')).toEqual({
      ok: false,
      failure: { code: 'unreadable', message: 'files/orders is not a file.' },
    });
  });
});
