// Settings and the test persona are taken back as everything else is, one step for what was typed in one go.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settingsSchema, type Settings } from '#shared/settings/settings.ts';
import { firstPersona } from '#shared/settings/persona.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { appStore } from '../../../../renderer/store/app-store.ts';
import {
  dialogStepRedone,
  dialogStepUndone,
  libraryStepRedone,
  libraryStepsForgotten,
  libraryStepTaken,
  libraryStepUndone,
} from '../../../../renderer/store/library-steps.ts';
import { personaAsked, personaEdited, personaNow } from '../../../../renderer/store/persona.ts';
import { proxyPasswordEntered } from '../../../../renderer/store/proxy-password.ts';
import { keysChanged, settingsChanged } from '../../../../renderer/store/settings-actions.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';

const first = settingsSchema.parse({});
const manual = { mode: 'manual', url: 'http://127.0.0.1:3128', noProxy: [] } as const;
const now = () => appStore.getState().settings;
let kept: Settings = first;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  kept = first;
  bridgeDouble.reset();
  bridgeDouble.answer('settings.change', (patch) => (kept = settingsSchema.parse({ ...kept, ...patch })));
  libraryStepsForgotten();
  appStore.setState({ settings: first });
  viewStore.setState(viewStore.getInitialState(), true);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  appStore.setState(appStore.getInitialState(), true);
});

const later = () => vi.advanceTimersByTime(1001);
const undone = () => expect(libraryStepUndone(null)).toBe(true);

describe('a setting', () => {
  it('is taken back and changed again, also what the main process keeps of it', async () => {
    await settingsChanged({ proxy: { ...manual, noProxy: [] } });
    await settingsChanged({ proxy: { mode: 'system' } });
    undone();
    await vi.waitFor(() => expect(kept.proxy).toEqual(manual));
    expect(now().proxy).toEqual(manual);
    undone();
    expect(now().proxy).toEqual({ mode: 'system' });
    expect(libraryStepUndone(null)).toBe(false);
    expect(libraryStepRedone(null)).toBe(true);
    expect(now().proxy).toEqual(manual);
  });

  it('is one step for what was typed in one field in one go', async () => {
    const runs = (mostRuns: number) =>
      settingsChanged({ history: { ...now().history, mostRuns } }, 'mostRuns');
    await runs(10);
    await runs(11);
    await settingsChanged({ theme: 'dark' });
    await runs(12);
    later();
    await runs(13);
    const seen = [];
    while (libraryStepUndone(null)) seen.push([now().history.mostRuns, now().theme]);
    expect(seen).toEqual([
      [12, 'dark'],
      [11, 'dark'],
      [11, 'system'],
      [200, 'system'],
    ]);
  });

  it('takes no more typing once it was undone', async () => {
    const space = (mostMegabytes: number) =>
      settingsChanged({ history: { ...now().history, mostMegabytes } }, 'mostMegabytes');
    await space(10);
    undone();
    expect(libraryStepRedone(null)).toBe(true);
    await space(20);
    undone();
    expect(now().history.mostMegabytes).toBe(10);
  });

  it('keeps the keys that were given to other commands since, when a message takes back its own', () => {
    const undos: (() => void)[] = [];
    vi.spyOn(toasts, 'show').mockImplementation(({ action, title }) => {
      if (action?.label === 'Undo') undos.push(action.onClick);
      return title;
    });
    keysChanged({ 'run.start': ['Ctrl+1'] }, { title: 'one' });
    keysChanged({ ...now().keys, 'run.stop': ['Ctrl+2'] }, { title: 'two' });
    keysChanged({ ...now().keys, 'edit.undo': ['Ctrl+3'] }, { title: 'three' });
    undos[0]?.();
    expect(now().keys).toEqual({ 'run.stop': ['Ctrl+2'], 'edit.undo': ['Ctrl+3'] });
    keysChanged({ ...now().keys, 'run.stop': ['Ctrl+4'] }, { title: 'four' });
    undos[1]?.();
    expect(now().keys).toEqual({ 'run.stop': ['Ctrl+4'], 'edit.undo': ['Ctrl+3'] });
    // Nor does a later step bring back what was taken back before it.
    undone();
    undone();
    expect(now().keys).toEqual({ 'run.stop': ['Ctrl+2'] });
  });

  it('is no step where it is a secret', async () => {
    bridgeDouble.answer('proxy.set-password', () => ({
      ok: false as const,
      failure: { code: 'not-written', message: 'The disk is full.' },
    }));
    await proxyPasswordEntered(manual.url, 'a password of some length');
    expect(libraryStepUndone(null)).toBe(false);
  });
});

describe('the test persona', () => {
  it('is as it was before a row was removed, and before what was typed in one go', () => {
    personaEdited({ ...firstPersona, platform: 'w' }, 'platform');
    personaEdited({ ...firstPersona, platform: 'wa' }, 'platform');
    personaEdited({ platform: 'wa', user: [] });
    undone();
    expect(personaNow()).toEqual({ ...firstPersona, platform: 'wa' });
    undone();
    expect(personaNow()).toEqual(firstPersona);
    expect(libraryStepRedone(null)).toBe(true);
    expect(personaNow().platform).toBe('wa');
  });

  it('is taken back in its dialog alone, past whatever was done elsewhere, and says nothing there', () => {
    const elsewhere: string[] = [];
    const folder = { undo: () => elsewhere.push('back'), redo: () => elsewhere.push('again') };
    personaEdited({ ...firstPersona, platform: 'sms' });
    libraryStepTaken(folder);
    personaAsked(true);
    const said = vi.spyOn(toasts, 'show');
    dialogStepUndone('persona');
    dialogStepUndone('persona');
    expect(personaNow()).toEqual(firstPersona);
    dialogStepRedone('persona');
    dialogStepRedone('persona');
    expect(personaNow().platform).toBe('sms');
    expect(elsewhere).toEqual([]);
    expect(said).not.toHaveBeenCalled();
    personaAsked(false);
  });
});
