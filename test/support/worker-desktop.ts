// Tests in the real application run side by side, each worker on a screen and a key ring of its own: a window has the
// focus or it has not, and two applications that make their first key at once would each take the other's away.
import { startKeyRing } from '../../scripts/steps/key-ring.mjs';
import { startVirtualDisplay } from '../../scripts/steps/virtual-display.mjs';

/** How many tests can run at the same time here: where there is only the person's own screen, one. */
export const workerDesktops = process.platform === 'linux' ? 2 : 1;

/**
 * Puts this process on a desktop of its own. The first worker stays on the one that it was started on.
 *
 * @returns ends it
 */
export async function startWorkerDesktop(worker: number): Promise<() => Promise<void>> {
  if (worker === 0 || process.platform !== 'linux') return () => Promise.resolve();
  const display = await startVirtualDisplay();
  const ring = await startKeyRing();
  Object.assign(process.env, ring.env, display.env);
  return async () => {
    await ring.end();
    await display.end();
  };
}
