import { chmod, mkdir } from 'node:fs/promises';

/** Makes sure that a folder is there and that nobody but its owner can look into it (mode 0700). */
export async function ensurePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // It may have been there before, with the mode that the umask gave it.
  await chmod(folder, 0o700);
}
