// Every message of the page passes this one function, so everything that may be wrong with one is tried on it.
import { describe, expect, it } from 'vitest';
import { answerCall } from '#electron/ipc/answer-call.ts';
import type { ChannelName, Handlers } from '#shared/ipc/contract.ts';

const slot = 'sl_aaaaaaaaaaaa';
const documentId = 'ep_aaaaaaaaaaaa';

function answering(handlers: Readonly<Partial<Record<ChannelName, (input: never) => unknown>>>) {
  const reported: { where: string; error: unknown }[] = [];
  const report = (where: string, error: unknown) => {
    reported.push({ where, error });
    return 'abcd1234';
  };
  const call = (name: ChannelName, input: unknown) =>
    answerCall(handlers as unknown as Handlers, report, name, input);
  return { call, reported };
}

const defect = { error: expect.stringContaining('abcd1234') as string };

describe('answerCall', () => {
  it('gives the handler the parsed input and the page the parsed output', async () => {
    const heard: unknown[] = [];
    const { call } = answering({
      'run.answer': (input) => {
        heard.push(input);
        return { ok: true, value: null };
      },
    });
    const input = { runId: 'rn_aaaaaaaaaaaa', text: '42' };
    expect(await call('run.answer', input)).toEqual({ value: { ok: true, value: null } });
    expect(heard).toEqual([input]);
  });

  it('waits for a handler that takes its time', async () => {
    const { call } = answering({ 'app.quit': () => Promise.resolve(null) });
    expect(await call('app.quit', null)).toEqual({ value: null });
  });

  it('passes an expected failure on as a value', async () => {
    const failure = { code: 'cancelled', message: 'No file was chosen.' };
    const { call, reported } = answering({ 'attachment.pick': () => ({ ok: false, failure }) });
    expect(await call('attachment.pick', null)).toEqual({ value: { ok: false, failure } });
    expect(reported).toEqual([]);
  });

  it.each([
    ['a key that the contract does not name', { runId: 'rn_aaaaaaaaaaaa', text: '1', admin: true }],
    ['a key of the wrong type', { runId: 'rn_aaaaaaaaaaaa', text: 1 }],
    ['a missing key', { runId: 'rn_aaaaaaaaaaaa' }],
    ['an id of another kind', { runId: 'ep_aaaaaaaaaaaa', text: '1' }],
    ['nothing', undefined],
  ])('refuses %s before the handler sees it', async (_what, input) => {
    const { call, reported } = answering({
      'run.answer': () => {
        throw new Error('The handler was called');
      },
    });
    expect(await call('run.answer', input)).toEqual(defect);
    expect(String(reported[0]?.error)).toContain('The input has the wrong shape');
  });

  it('never lets a field out that the contract does not name', async () => {
    const status = { keeper: 'system', backend: 'gnome_libsecret', message: '' };
    const { call, reported } = answering({ 'vault.status': () => ({ ...status, password: 'hunter22' }) });
    expect(await call('vault.status', null)).toEqual(defect);
    expect(String(reported[0]?.error)).toContain('unrecognized_keys');
    expect(String(reported[0]?.error)).not.toContain('hunter22');
  });

  it('says nothing to the page of what an exception says', async () => {
    const { call, reported } = answering({
      'secret.set': () => {
        throw new Error('could not keep hunter22');
      },
    });
    const reply = await call('secret.set', { documentId, slot, value: 'hunter22' });
    expect(reply).toEqual(defect);
    expect(JSON.stringify(reply)).not.toContain('hunter22');
    expect(reported[0]?.where).toBe('secret.set');
  });

  it('reports a handler that rejects like one that throws', async () => {
    const { call, reported } = answering({ 'app.info': () => Promise.reject(new Error('gone')) });
    expect(await call('app.info', null)).toEqual(defect);
    expect(reported).toHaveLength(1);
  });

  it('names the places of a wrong shape and never its values, for they may be secret', async () => {
    const { call, reported } = answering({});
    await call('secret.set', { documentId: 'hunter22', slot, value: { hunter22: 'hunter22' } });
    expect(String(reported[0]?.error)).toContain('value');
    expect(JSON.stringify(reported[0]?.error) + String(reported[0]?.error)).not.toContain('hunter22');
  });
});
