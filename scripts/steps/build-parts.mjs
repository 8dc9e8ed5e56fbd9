// Builds the application or the command line, and remembers from which sources, so that a second start is quick.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { leanAxios } from './lean-axios.mjs';
import { inProject, oldestElectronMajor, projectRoot, say } from './project.mjs';
import { runProgram } from './run-program.mjs';
import { unlessUnchanged } from './unless-unchanged.mjs';

/** @typedef {'application' | 'command-line'} BuildPart */

/**
 * The programs of electron/cli, each of which becomes one file for plain Node. The command line itself is a CommonJS file,
 * because only such a one can be kept compiled; what is started runs it.
 *
 * @type {readonly { entry: string, file: string, format: 'es' | 'cjs' }[]}
 */
const commandLinePrograms = [
  { entry: 'headless-example', file: 'headless-example.js', format: 'es' },
  { entry: 'flowbench', file: 'flowbench-program.cjs', format: 'cjs' },
  { entry: 'launch', file: 'flowbench.js', format: 'es' },
];
const commandLineCache = 'flowbench-program.cache';

/** @type {Record<BuildPart, { sources: readonly string[], results: readonly string[], build: () => Promise<void> }>} */
const parts = {
  application: {
    sources: [
      'shared',
      'electron',
      'renderer',
      'electron.vite.config.ts',
      'tsconfig.base.json',
      'package.json',
      'package-lock.json',
      'scripts/steps',
    ],
    results: [
      'out/main/main.js',
      'out/main/bundle-worker.cjs',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
    ],
    build: buildApplication,
  },
  'command-line': {
    sources: [
      'shared',
      'electron',
      'tsconfig.base.json',
      'package.json',
      'package-lock.json',
      'scripts/steps',
    ],
    results: commandLinePrograms
      .flatMap(({ entry, file }) => [file, `${entry}-licenses.md`])
      .map((file) => `out/cli/${file}`),
    build: buildCommandLine,
  },
};

/**
 * Builds a part unless what it was last built from is unchanged and all its results are there.
 *
 * @param {BuildPart} part
 * @param {{ always?: boolean }} [options]
 */
export async function buildPart(part, { always = false } = {}) {
  const { sources, results, build } = parts[part];
  const stampFile = buildStamp(part);
  if (always) await rm(stampFile, { force: true });
  await unlessUnchanged({ root: projectRoot, sources, results, stampFile }, async () => {
    say(`building the ${part.replace('-', ' ')}`);
    await build();
  });
}

/**
 * The file that says what a part was built from; without it the part is built again.
 *
 * @param {BuildPart} part
 */
export const buildStamp = (part) => inProject('out', `.${part}-stamp`);

async function buildApplication() {
  process.env.ELECTRON_MAJOR_VER = oldestElectronMajor;
  const { build } = await import('electron-vite');
  await build({ root: projectRoot, logLevel: 'warn' });
}

async function buildCommandLine() {
  const { build } = await import('vite');
  const { version } = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
  for (const { entry, file, format } of commandLinePrograms) {
    await build({
      root: projectRoot,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      ssr: { noExternal: true },
      plugins: [leanAxios()],
      define: { FLOWBENCH_VERSION: JSON.stringify(version) },
      build: {
        ssr: inProject('electron', 'cli', `${entry}.ts`),
        outDir: inProject('out', 'cli'),
        // The licences of what is bundled ask to be passed on with it.
        license: { fileName: `${entry}-licenses.md` },
        emptyOutDir: false,
        target: 'node20',
        minify: true,
        rolldownOptions: {
          checks: { pluginTimings: false },
          external: (/** @type {string} */ id) => isBuiltin(id),
          // A command line is one file: what is loaded late by the application is part of it here.
          output: { format, entryFileNames: file, codeSplitting: false },
        },
      },
    });
  }
  await writeInAscii(inProject('out', 'cli', 'flowbench-program.cjs'));
  await compileCommandLine();
}

/**
 * Writes whatever a program has besides ASCII as escapes, which mean the same in its texts and patterns: V8 reads it faster.
 *
 * @param {string} file
 */
async function writeInAscii(file) {
  const code = await readFile(file, 'utf8');
  const escape = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  await writeFile(file, code.replace(/[^\0-\x7f]/g, escape));
}

/**
 * Leaves the program compiled beside it, with everything that a run of scenarios needs: it keeps that by itself. However that
 * run ends, the program is built.
 */
async function compileCommandLine() {
  await rm(inProject('out', 'cli', commandLineCache), { force: true });
  const args = [inProject('out', 'cli', 'flowbench.js'), 'run', inProject('examples', 'order-lookup')];
  await runProgram(process.execPath, args, { output: 'capture', timeLimitMs: 60_000 });
}
