// Kills the application a hundred times at random moments of editing and running, and looks at what the next start makes
// of it: nothing unreadable, at most the last second lost, and said what came back. `npm test` does a tenth of it.
//
//   node test/campaigns/kills.mjs [--kills N] [--seed S]
//
// The seed is printed; with it the same moments come again. About six seconds a kill.
import { parseArgs } from 'node:util';
import { buildPart } from '../../scripts/steps/build-parts.mjs';
import { inProject, runScript, Stop } from '../../scripts/steps/project.mjs';
import { runProgram } from '../../scripts/steps/run-program.mjs';
import { startTestDesktop } from '../../scripts/steps/test-desktop.mjs';

const most = 1000;

await runScript(async () => {
  const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
  const kills = numberFrom('kills', values.kills ?? '100');
  const seed = numberFrom('seed', values.seed ?? String(Date.now() % 1_000_000));
  if (kills < 1 || kills > most) throw new Stop(`There can be 1 to ${most} kills.`);
  await buildPart('application');
  const desktop = await startTestDesktop();
  try {
    const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
    const env = { ...desktop.env, FLOWBENCH_KILLS: String(kills), FLOWBENCH_SEED: String(seed) };
    return (await runProgram(process.execPath, [playwright, 'test', 'kills.e2e', '--workers', '1'], { env }))
      .code;
  } finally {
    await desktop.end();
  }
});

/** @param {string} name @param {string} text */
function numberFrom(name, text) {
  if (!/^\d{1,9}$/.test(text)) throw new Stop(`--${name} has to be a whole number.`);
  return Number(text);
}
