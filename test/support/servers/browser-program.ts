// A program that the system takes for the browser: it goes where it is sent, follows every redirect and leaves.
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Puts an `xdg-open` into a folder, so that whoever has the folder in its `PATH` opens addresses with it. */
export async function browserProgram(folder: string): Promise<{ readonly PATH: string }> {
  await mkdir(folder, { recursive: true });
  const program = path.join(folder, 'xdg-open');
  const visit = 'fetch(process.argv[1]).then((page) => page.text())';
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" -e '${visit}' "$1"\n`);
  await chmod(program, 0o755);
  return { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` };
}
