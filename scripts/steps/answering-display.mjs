// Decides whether a window could be shown at all, by talking to the display instead of believing a variable.
import path from 'node:path';
import { connectTo } from './connect-to.mjs';
import { greetX11 } from './greet-x11.mjs';

/**
 * @typedef {{ kind: 'native' } | { kind: 'x11', display: string } | { kind: 'wayland', socket: string }} Display
 * @typedef {{ number: number, sockets: readonly import('node:net').NetConnectOpts[] }} X11Address
 */

/**
 * Where an X11 server listens, or `null` for a text that names none. See X(7), "Display names".
 *
 * @param {string} display such as `:0`, `unix:1.0`, `localhost:10.0`, `[::1]:2`
 * @returns {X11Address | null}
 */
export function parseX11Display(display) {
  const match = /^(?:(?:[a-z]+\/)?(?<host>[^/]*)):(?<number>\d{1,5})(?:\.\d+)?$/.exec(display);
  if (match?.groups === undefined) return null;
  const number = Number(match.groups.number);
  const host = (match.groups.host ?? '').replace(/^\[(.*)\]$/, '$1');
  if (host === '' || host === 'unix') {
    // The abstract name first, as Xlib does: it also works where /tmp is not shared.
    const file = `/tmp/.X11-unix/X${number}`;
    return { number, sockets: [{ path: `\0${file}` }, { path: file }] };
  }
  return number > 59_535 ? null : { number, sockets: [{ host, port: 6000 + number }] };
}

/**
 * The path of a Wayland compositor's socket, or `null` where the variables name none.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function waylandSocket(env) {
  if (!env.WAYLAND_DISPLAY) return null;
  if (path.isAbsolute(env.WAYLAND_DISPLAY)) return env.WAYLAND_DISPLAY;
  return env.XDG_RUNTIME_DIR ? path.join(env.XDG_RUNTIME_DIR, env.WAYLAND_DISPLAY) : null;
}

/**
 * The display that answers, or `null` where none does.
 *
 * X11 is asked first, because every Electron speaks it without a flag.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {Promise<Display | null>}
 */
export async function answeringDisplay(env = process.env, platform = process.platform) {
  if (platform === 'darwin' || platform === 'win32') return { kind: 'native' };
  const x11 = env.DISPLAY ? parseX11Display(env.DISPLAY) : null;
  if (x11 !== null && env.DISPLAY && (await greetX11(x11, env))) return { kind: 'x11', display: env.DISPLAY };
  const wayland = waylandSocket(env);
  if (wayland === null) return null;
  const socket = await connectTo({ path: wayland });
  socket?.destroy();
  return socket === null ? null : { kind: 'wayland', socket: wayland };
}
