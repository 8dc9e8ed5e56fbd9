import { open } from 'node:fs/promises';

/**
 * Makes new names in a folder survive a power cut. Not every system can: Windows refuses to open folders, some network
 * disks refuse to sync them, and then there is nothing more to do.
 */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The file itself is synced and renamed; only the name may be the old one after a power cut.
  }
}
