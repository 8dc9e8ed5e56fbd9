// `npm run check`: everything that can be known about the project without starting the application.
import { checkSteps } from './steps/check-steps.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { runScript } from './steps/project.mjs';
import { runFences } from './steps/run-fences.mjs';
import { runVitest } from './steps/run-tests.mjs';
import { runSteps, totalOf } from './steps/step-result.mjs';

await runScript(async () => {
  await installDependencies();
  const steps = [...Object.values(checkSteps({ lintCache: true })), () => runVitest('unit'), runFences];
  return totalOf(await runSteps(steps, 2)).failed > 0 ? 1 : 0;
});
