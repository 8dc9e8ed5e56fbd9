// A screen in memory for windows that nobody has to see.
import { once } from 'node:events';
import { endProgram, startProgram } from './run-program.mjs';
import { Stop } from './project.mjs';

/**
 * Starts Xvfb on a free display number. It is big enough for a window of 1920×1080 with room to spare.
 *
 * @returns {Promise<{ env: { DISPLAY: string }, end: () => Promise<void> }>}
 */
export async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '2200x1300x24', '-nolisten', 'tcp', '-noreset'];
  const server = startProgram('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let complaint = '';
  server.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
  // It writes the number once it accepts connections.
  const number = await Promise.race([
    once(/** @type {import('node:stream').Readable} */ (server.stdio[3]), 'data').then(([bytes]) =>
      String(bytes).trim(),
    ),
    once(server, 'close').then(() => null),
  ]);
  if (number === null) throw new Stop(`Xvfb ended before it showed a display.\n${complaint}`);
  return { env: { DISPLAY: `:${number}` }, end: () => endProgram(server) };
}
