// The engine must make no connection of its own; these switches see to that.
import { describe, expect, it } from 'vitest';
import { quietNetwork, quietNetworkSwitches } from '#electron/app/quiet-network.ts';

const names = (fromDevServer: boolean) => quietNetworkSwitches(fromDevServer).map(([name]) => name);

describe('quietNetworkSwitches', () => {
  it('stops what the engine does on its own account', () => {
    expect(names(false)).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'disable-domain-reliability',
        'no-pings',
      ]),
    );
  });

  it('lets no host resolve, except while developing', () => {
    expect(quietNetworkSwitches(false)).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
    expect(names(true)).not.toContain('host-resolver-rules');
  });

  it('never weakens the engine', () => {
    const weakening =
      /no-sandbox|disable-web-security|ignore-certificate|allow-running-insecure|disable-site-isolation/;
    expect(names(false).filter((name) => weakening.test(name))).toEqual([]);
  });

  it('gives a switch without a value without one', () => {
    const given: unknown[][] = [];
    const commandLine = { appendSwitch: (...args: unknown[]) => void given.push(args) };
    quietNetwork(commandLine as never, false);
    expect(given).toContainEqual(['no-pings']);
    expect(given).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });
});
