// How the three parts of the application become three folders under out/.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { leanAxios } from './scripts/steps/lean-axios.mjs';

const root = import.meta.dirname;

// Says on a busy machine which plugin took how long: news about the machine, not about the build.
const checks = { pluginTimings: false };

export default defineConfig({
  main: {
    plugins: [leanAxios()],
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
