// Runs a TypeScript file of the tests in a Node process of its own: node run-typescript.mjs <file> <argument>…
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
await runnerImport(process.argv[2], { root, configFile: false, logLevel: 'error' });
