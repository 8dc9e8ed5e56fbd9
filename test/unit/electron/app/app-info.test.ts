// The status bar's warning about a missing sandbox depends on these facts.
import { describe, expect, it } from 'vitest';
import { appInfo } from '#electron/app/app-info.ts';

const app = (...switches: string[]) =>
  ({
    getVersion: () => '0.1.0',
    commandLine: { hasSwitch: (name: string) => switches.includes(name) },
  }) as never;
const versions = { electron: '33.2.1', chrome: '130.0.6723.137', node: '20.18.1' } as never;

describe('appInfo', () => {
  it('tells the versions and the platform', () => {
    expect(appInfo(app(), { platform: 'linux', versions })).toEqual({
      version: '0.1.0',
      platform: 'linux',
      electron: '33.2.1',
      chrome: '130.0.6723.137',
      node: '20.18.1',
      sandboxed: true,
    });
  });

  it('says where the system’s sandbox is switched off, and which platforms it has no name for', () => {
    expect(appInfo(app('no-sandbox'), { platform: 'freebsd', versions })).toMatchObject({
      platform: 'other',
      sandboxed: false,
    });
  });
});
