// Command lines differ between a package and a start from sources; the folder meant is the same.
import { describe, expect, it } from 'vitest';
import { launchArguments } from '#electron/app/launch-arguments.ts';

describe('launchArguments', () => {
  it('takes the first name of a packaged program as the folder, seen from where it was started', () => {
    expect(launchArguments(['/opt/flowbench', 'work/shop'], true, '/home/ann')).toEqual({
      folder: '/home/ann/work/shop',
      openExample: false,
    });
  });

  it('passes over the application’s own folder when it is started from its sources', () => {
    expect(launchArguments(['electron', '.', '/srv/shop'], false, '/home/ann').folder).toBe('/srv/shop');
    expect(launchArguments(['electron', '.'], false, '/home/ann').folder).toBeNull();
  });

  it('passes over switches wherever they stand', () => {
    expect(
      launchArguments(
        ['electron', '--no-sandbox', '.', '--open-example', '--user-data-dir=/tmp/x'],
        false,
        '/',
      ),
    ).toEqual({ folder: null, openExample: true });
  });
});
