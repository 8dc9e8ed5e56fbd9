// Whether `npm start` opens a window hangs on reading these variables as X11 and Wayland programs do.
import { describe, expect, it } from 'vitest';
import {
  answeringDisplay,
  parseX11Display,
  waylandSocket,
} from '../../../scripts/steps/answering-display.mjs';

describe('an X11 display name', () => {
  const local = (number: number) => [
    { path: `\0/tmp/.X11-unix/X${number}` },
    { path: `/tmp/.X11-unix/X${number}` },
  ];

  it.each([
    [':0', 0, local(0)],
    [':12.1', 12, local(12)],
    ['unix:3', 3, local(3)],
    ['localhost:10.0', 10, [{ host: 'localhost', port: 6010 }]],
    ['desk.example.test:1', 1, [{ host: 'desk.example.test', port: 6001 }]],
    ['tcp/127.0.0.1:2', 2, [{ host: '127.0.0.1', port: 6002 }]],
    ['[::1]:0', 0, [{ host: '::1', port: 6000 }]],
    ['::1:0', 0, [{ host: '::1', port: 6000 }]],
  ])('%s names a server', (display, number, sockets) => {
    expect(parseX11Display(display)).toEqual({ number, sockets });
  });

  it.each(['', '0', 'localhost', ':', ':x', ':0.', ':-1', 'host:70000', '/private/tmp/listeners/:0'])(
    '%j names none',
    (display) => {
      expect(parseX11Display(display)).toBeNull();
    },
  );
});

describe('a Wayland display name', () => {
  it('is a file in the runtime folder, or a whole path', () => {
    expect(waylandSocket({ WAYLAND_DISPLAY: 'wayland-1', XDG_RUNTIME_DIR: '/run/user/7' })).toBe(
      '/run/user/7/wayland-1',
    );
    expect(waylandSocket({ WAYLAND_DISPLAY: '/tmp/way' })).toBe('/tmp/way');
  });

  it('means nothing without a runtime folder', () => {
    expect(waylandSocket({ WAYLAND_DISPLAY: 'wayland-1' })).toBeNull();
    expect(waylandSocket({ XDG_RUNTIME_DIR: '/run/user/7' })).toBeNull();
  });
});

describe('the display that answers', () => {
  it('is always there where the system has one built in', async () => {
    await expect(answeringDisplay({}, 'darwin')).resolves.toEqual({ kind: 'native' });
    await expect(answeringDisplay({}, 'win32')).resolves.toEqual({ kind: 'native' });
  });

  it('is none where the variables are set and nobody listens', async () => {
    const env = {
      DISPLAY: ':59123',
      WAYLAND_DISPLAY: 'wayland-9',
      XDG_RUNTIME_DIR: '/nonexistent',
    };
    await expect(answeringDisplay(env, 'linux')).resolves.toBeNull();
    await expect(answeringDisplay({}, 'linux')).resolves.toBeNull();
  });
});
