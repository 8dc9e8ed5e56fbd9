import { isAscii } from 'node:buffer';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** What Node gives to every CommonJS file. */
type ProgramFunction = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  file: string,
  folder: string,
) => void;

/**
 * Runs a CommonJS program as it was compiled last time: what V8 made of it lies beside it in `*.cache`. Another version of
 * Node cannot use that and compiles the program; it leaves its own where it may write there.
 *
 * @param file the program, which is all that is trusted: V8 checks that the cache belongs to it and to itself
 * @returns what the program exports
 */
export function runProgram(file: string): Readonly<Record<string, unknown>> {
  const code = `(function (exports, require, module, __filename, __dirname) {${textOf(readFileSync(file))}\n})`;
  const cacheFile = file.replace(/\.cjs$/, '.cache');
  const cachedData = cacheOf(cacheFile);
  const script = new vm.Script(code, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  // At the end, since by then it holds the functions that were needed, too.
  if (script.cachedDataRejected !== false) process.once('exit', () => keep(script, cacheFile));
  const module: { exports: Readonly<Record<string, unknown>> } = { exports: {} };
  const program = script.runInThisContext() as ProgramFunction;
  program(module.exports, createRequire(file), module, file, path.dirname(file));
  return module.exports;
}

/** A program in ASCII alone, as the build makes it, takes V8 half the memory and a fraction of the time to read. */
function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function cacheOf(cacheFile: string): Buffer | undefined {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

/** Nobody reads half a cache: several programs may come to their ends at once. */
function keep(script: vm.Script, cacheFile: string): void {
  const whole = `${cacheFile}.${String(process.pid)}`;
  try {
    writeFileSync(whole, script.createCachedData(), { mode: 0o644 });
  } catch {
    // Where nobody may write, as in a package, the program starts a little later each time, and is the same.
    return;
  }
  try {
    renameSync(whole, cacheFile);
  } catch {
    rmSync(whole, { force: true });
  }
}
