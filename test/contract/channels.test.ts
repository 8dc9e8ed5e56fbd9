// The bridge's list of channels is kept by hand, so it is held against the contract, and names that would be dangerous
// are looked for.
import { describe, expect, it } from 'vitest';
import { channelNames, eventNames } from '#electron/ipc/channel-names.ts';
import { makeBridge } from '#electron/ipc/make-bridge.ts';
import { contract, eventContract } from '#shared/ipc/contract.ts';

const names = Object.keys(contract);
const events = Object.keys(eventContract);

describe('the contract and the bridge', () => {
  it('have the same channels and the same events', () => {
    const bridge = makeBridge({
      invoke: () => Promise.resolve({ value: null }),
      listen: () => () => undefined,
    });
    expect(channelNames).toEqual(names);
    expect(eventNames).toEqual(events);
    expect(Object.keys(bridge)).toEqual(['call', 'on']);
    expect(Object.keys(bridge.call)).toEqual(names);
    expect(Object.keys(bridge.on)).toEqual(events);
  });

  it('name every channel after a noun and a verb, and no channel like an event', () => {
    for (const name of [...names, ...events]) expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(names.filter((name) => events.includes(name))).toEqual([]);
  });

  it('have no channel that runs code, sends to a channel by name, or gives a secret back', () => {
    expect(
      names.filter((name) => /eval|exec|send|invoke|test-only|debug|secret\.(read|get|reveal)/.test(name)),
    ).toEqual([]);
  });
});
