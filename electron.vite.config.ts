// How the three parts of the application become three folders under out/.
import { isBuiltin } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';
import { leanAxios } from './scripts/steps/lean-axios.mjs';

const root = import.meta.dirname;

// Says on a busy machine which plugin took how long: news about the machine, not about the build.
const checks = { pluginTimings: false };

/** The thread that works on bundles, as a file of its own: sharing chunks with it would take the main program apart. */
const bundleWorker: Plugin = {
  name: 'bundle-worker',
  closeBundle: async () => {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: path.join(root, 'electron/bundle/work/bundle-worker.ts'),
        outDir: path.join(root, 'out/main'),
        emptyOutDir: false,
        target: 'node20',
        minify: true,
        license: { fileName: 'bundle-worker-licenses.md' },
        rolldownOptions: {
          checks,
          external: (id) => isBuiltin(id),
          output: { format: 'cjs', entryFileNames: 'bundle-worker.cjs', codeSplitting: false },
        },
      },
    });
  },
};

export default defineConfig({
  main: {
    plugins: [leanAxios(), bundleWorker],
    build: {
      outDir: 'out/main',
      // One file without dependencies beside it starts sooner, and is all that a package has to contain.
      externalizeDeps: false,
      minify: true,
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        input: { main: path.join(root, 'electron/main.ts') },
        checks,
        // What the command line loads late is part of the one file here.
        output: { codeSplitting: false },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { preload: path.join(root, 'electron/preload.ts') },
        checks,
        // A sandboxed page loads its preload script as CommonJS, and cannot load a second file from it.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: path.join(root, 'out/renderer'),
      minify: true,
      license: { fileName: 'licenses.md' },
      // The content security policy has no `data:` for fonts, so nothing small may be folded into the style sheets.
      assetsInlineLimit: 0,
      // Loaded from this disk: a large file costs nothing that splitting it would save.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: { index: path.join(root, 'renderer/index.html') }, checks },
    },
  },
});
