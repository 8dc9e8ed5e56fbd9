// Tries every property, and kills while something is written, ten times as often as `npm test`, or as many times as its
// argument says.
//
//   node test/campaigns/long-properties.mjs [FACTOR]
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject, projectRoot, runScript, Stop } from '../../scripts/steps/project.mjs';
import { runProgram } from '../../scripts/steps/run-program.mjs';

const hourMs = 60 * 60 * 1000;

await runScript(async () => {
  const factor = process.argv[2] ?? '10';
  if (!(Number(factor) >= 1)) throw new Stop('The factor has to be a number of 1 or more.');
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const projects = ['--project', 'unit', '--project', 'integration'];
  const args = [vitest, 'run', ...projects, `--testTimeout=${hourMs}`, ...(await filesWithProperties())];
  const env = { ...process.env, FLOWBENCH_RUNS_FACTOR: factor };
  return (await runProgram(process.execPath, args, { env })).code;
});

/** Test files that take their number of examples from the campaign, relative to the project. */
async function filesWithProperties() {
  const names = await readdir(inProject('test'), { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.ts')).map((name) => inProject('test', name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return files
    .filter((_, index) => texts[index]?.includes('support/runs.ts'))
    .map((file) => path.relative(projectRoot, file));
}
