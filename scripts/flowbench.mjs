// `npm run -s flowbench -- ARGUMENTS`: the command line of a checkout. What it takes to get there is told on standard error.
import { inProject, runScript, Stop } from './steps/project.mjs';
import { runHere } from './steps/run-here.mjs';
import { runProgram } from './steps/run-program.mjs';

await runScript(async () => {
  // In a process of its own: npm and the build write to standard output, which belongs to the result.
  const prepared = await runProgram(process.execPath, [inProject('scripts', 'prepare-command-line.mjs')], {
    output: 'capture',
  });
  process.stderr.write(prepared.output);
  if (prepared.code !== 0) throw new Stop('The command line could not be built.');
  return runHere(process.execPath, [inProject('out', 'cli', 'flowbench.js'), ...process.argv.slice(2)]);
});
