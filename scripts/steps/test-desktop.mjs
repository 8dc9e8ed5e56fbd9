// What a test in the real application needs around it: a display, a message bus, an unlocked key ring, an Electron.
import { resolveElectronRuntime } from '../electron-runtime.mjs';
import { npmCacheFolder } from './install-dependencies.mjs';
import { startKeyRing } from './key-ring.mjs';
import { cacheFolder } from './project.mjs';
import { desktopNeeds, electronNeeds, requireSystemPackages } from './system-packages.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

/**
 * Starts a desktop for tests. On macOS and Windows it is the one that is there.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, end: () => Promise<void> }>} the whole environment for a program
 */
export async function startTestDesktop() {
  await requireSystemPackages([...electronNeeds, ...desktopNeeds], 'the tests in the real application');
  const electron = await resolveElectronRuntime();
  // HOME changes below, and everything that was fetched into a cache would be fetched again.
  const npmCache = await npmCacheFolder();
  const env = {
    ...process.env,
    FLOWBENCH_CACHE: cacheFolder(),
    ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    ...(npmCache === undefined ? {} : { npm_config_cache: npmCache }),
  };
  if (process.platform !== 'linux') return { env, end: async () => {} };

  const display = await startVirtualDisplay();
  try {
    const ring = await startKeyRing();
    return {
      env: { ...env, ...ring.env, ...display.env, WAYLAND_DISPLAY: '' },
      end: async () => {
        await ring.end();
        await display.end();
      },
    };
  } catch (error) {
    await display.end();
    throw error;
  }
}
