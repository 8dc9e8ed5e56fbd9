import path from 'node:path';

/** What the program was asked to open. */
export interface LaunchArguments {
  /** An absolute path, or `null` where no folder was named. */
  readonly folder: string | null;
  /** Open the example where there is no workspace that was open last (the launch script asks for it). */
  readonly openExample: boolean;
}

/**
 * Reads the arguments that are ours; switches of the browser engine, wherever they stand, are not.
 *
 * @param argv the whole of `process.argv`
 * @param isPackaged a packaged program has no application folder as its first argument
 */
export function launchArguments(argv: readonly string[], isPackaged: boolean, cwd: string): LaunchArguments {
  const given = argv.slice(1);
  const names = given.filter((argument) => !argument.startsWith('-'));
  const folder = isPackaged ? names[0] : names[1];
  return {
    folder: folder === undefined ? null : path.resolve(cwd, folder),
    openExample: given.includes('--open-example'),
  };
}
