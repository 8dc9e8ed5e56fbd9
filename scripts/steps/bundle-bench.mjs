// Makes a bench one plain file, so that it measures source files as they ship: bundled, with their types removed.
import { inProject, projectRoot } from './project.mjs';

/**
 * Bundles a bench with the sources it imports; libraries stay where they are.
 *
 * @param {string} file
 * @param {string} name
 * @returns {Promise<string>} the bundled file
 */
export async function bundleBench(file, name) {
  const { build } = await import('vite');
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: file,
      outDir: inProject('out', 'bench'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        // The scripts find the project by their own place, so they stay in it.
        external: (/** @type {string} */ id) => id.startsWith(inProject('scripts')),
        output: { format: 'es', entryFileNames: `${name}.js`, codeSplitting: false },
      },
    },
  });
  return inProject('out', 'bench', `${name}.js`);
}
