// The page sees these functions and nothing else of Electron.
import { describe, expect, it } from 'vitest';
import { makeBridge, type Door } from '#electron/ipc/make-bridge.ts';

function doorThatAnswers(reply: Awaited<ReturnType<Door['invoke']>>) {
  const invoked: unknown[][] = [];
  const listeners = new Map<string, (payload: unknown) => void>();
  const door: Door = {
    invoke: (...args) => {
      invoked.push(args);
      return Promise.resolve(reply);
    },
    listen: (event, listener) => {
      listeners.set(event, listener);
      return () => void listeners.delete(event);
    },
  };
  return { bridge: makeBridge(door), invoked, listeners };
}

describe('makeBridge', () => {
  it('calls the channel that the function is named for, and nothing the page names', async () => {
    const { bridge, invoked } = doorThatAnswers({ value: null });
    const call = bridge.call['run.cancel'] as (...args: unknown[]) => Promise<unknown>;
    expect(await call({ runId: 'rn_aaaaaaaaaaaa' }, 'secret.set', { more: true })).toBeNull();
    expect(invoked).toEqual([['run.cancel', { runId: 'rn_aaaaaaaaaaaa' }]]);
  });

  it('throws the sentence of a defect and nothing else', async () => {
    const { bridge } = doorThatAnswers({ error: 'Something went wrong.' });
    await expect(bridge.call['app.info'](null)).rejects.toThrow(/^Something went wrong\.$/);
  });

  it('listens to an event until told to stop', () => {
    const { bridge, listeners } = doorThatAnswers({ value: null });
    const heard: unknown[] = [];
    const stop = bridge.on['command.invoked']((payload) => void heard.push(payload));
    listeners.get('command.invoked')?.({ id: 'flow.new' });
    expect(heard).toEqual([{ id: 'flow.new' }]);
    stop();
    expect(listeners.size).toBe(0);
  });
});
