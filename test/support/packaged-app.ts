// Where the packaged application lies, and how to start it: as a person does, since it takes no debugger.
import path from 'node:path';
import { inProject } from '../../scripts/steps/project.mjs';
import { attachToApp, type AttachedApp } from './attach-to-app.ts';

const places: Readonly<Record<string, { readonly program: string; readonly resources: string }>> = {
  linux: { program: 'linux-unpacked/flowbench', resources: 'linux-unpacked/resources' },
  win32: { program: 'win-unpacked/Flowbench.exe', resources: 'win-unpacked/resources' },
  darwin: {
    program: 'mac/Flowbench.app/Contents/MacOS/Flowbench',
    resources: 'mac/Flowbench.app/Contents/Resources',
  },
};
const place = places[process.platform] ?? { program: 'linux-unpacked/flowbench', resources: 'resources' };

/** The executable that `npm run package` makes. */
export const packagedProgram = inProject('dist', ...place.program.split('/'));
/** The archive with everything that is ours. */
export const packagedArchive = path.join(inProject('dist', ...place.resources.split('/')), 'app.asar');

/** Starts the packaged application on a user data folder and waits until its page is usable. */
export function startPackagedApp(userData: string, args: readonly string[] = []): Promise<AttachedApp> {
  return attachToApp({ program: packagedProgram, args, userData });
}
