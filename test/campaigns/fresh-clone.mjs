// Tries the README's two commands as a stranger would: a fresh clone, an empty home, nothing in any cache. Prints times.
//
//   node test/campaigns/fresh-clone.mjs [start | test]
//
// Clones what is committed here. It takes as long as the downloads take, and the tests after them.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { npmCommand } from '../../scripts/steps/install-dependencies.mjs';
import { projectRoot, runScript, say, Stop } from '../../scripts/steps/project.mjs';
import { mustRun, runProgram } from '../../scripts/steps/run-program.mjs';

const both = ['start', 'test'];

await runScript(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !both.includes(name));
  if (unknown !== undefined)
    throw new Stop(`There is no command ${unknown}. Choose from: ${both.join(', ')}.`);
  const machine = await mkdtemp(path.join(os.tmpdir(), 'flowbench-fresh-'));
  const checkout = path.join(machine, 'checkout');
  try {
    const env = await strangersEnvironment(machine);
    await mustRun('git', ['clone', '--quiet', '--no-hardlinks', projectRoot, checkout]);
    if ((await readdir(checkout)).includes('node_modules')) throw new Stop('The clone is not fresh.');
    const codes = [];
    for (const name of both) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      // Twice, because the second time is what people live with. Tests take long enough once.
      for (const time of name === 'start' ? ['first', 'second'] : ['first'])
        codes.push(await timed(`npm ${name}, the ${time} time`, [name], { cwd: checkout, env }));
    }
    return codes.every((code) => code === 0) ? 0 : 1;
  } finally {
    await rm(machine, { recursive: true, force: true, maxRetries: 5 });
  }
});

/**
 * @param {string} what
 * @param {readonly string[]} args
 * @param {import('../../scripts/steps/run-program.mjs').RunOptions} options
 */
async function timed(what, args, options) {
  say(what);
  const started = performance.now();
  const { code } = await runProgram(...npmCommand(args, options.env), options);
  say(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s, exit code ${code}`);
  return code;
}

/**
 * Nothing of this machine's user but the way to programs and to packages; no display.
 *
 * @param {string} machine
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function strangersEnvironment(machine) {
  const { output } = await mustRun(...npmCommand(['config', 'get', 'registry', '--silent']), {
    output: 'capture',
  });
  const folders = { HOME: 'home', npm_config_cache: 'npm-cache', FLOWBENCH_CACHE: 'cache', TMPDIR: 'tmp' };
  for (const folder of Object.values(folders)) await mkdir(path.join(machine, folder));
  return {
    PATH: process.env.PATH,
    LANG: process.env.LANG,
    npm_config_registry: output.trim(),
    ...Object.fromEntries(
      Object.entries(folders).map(([name, folder]) => [name, path.join(machine, folder)]),
    ),
  };
}
