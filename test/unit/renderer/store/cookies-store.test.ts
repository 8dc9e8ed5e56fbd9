// The page asks for a jar when somebody looks at it, and again whenever the main process says that it has changed.
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import type { CookieJarView } from '#shared/cookies/cookie-view.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import {
  cookiesChanged,
  cookiesCleared,
  cookiesForgotten,
  cookiesStore,
  cookieRemoved,
  jarWanted,
} from '../../../../renderer/store/cookies-store.ts';
import { libraryStepRedone, libraryStepUndone } from '../../../../renderer/store/library-steps.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';

const local = 'en_localalocala' as EnvironmentId;
const cookie = {
  name: 'sid',
  domain: 'shop.example',
  path: '/',
  hostOnly: true,
  expires: null,
  secure: false,
  httpOnly: true,
  sameSite: null,
} as const;
const jarOf = (...cookies: readonly (typeof cookie)[]): CookieJarView => ({
  cookies: [...cookies],
  keeping: { state: 'kept', message: '' },
});
const shown = (owner: string) => cookiesStore.getState().jars[owner]?.cookies.map(({ name }) => name);

beforeEach(() => {
  bridgeDouble.reset();
  cookiesForgotten();
});

it('keeps the jars of environments and of none apart', async () => {
  bridgeDouble.answer('cookies.list', ({ environmentId }) =>
    environmentId === null ? jarOf() : jarOf(cookie),
  );
  await jarWanted(null);
  await jarWanted(local);
  expect([shown('none'), shown(local)]).toEqual([[], ['sid']]);
  cookiesForgotten();
  expect(shown(local)).toBeUndefined();
});

it('asks again for a jar that was looked at, and for no other', async () => {
  bridgeDouble.answer('cookies.list', () => jarOf());
  await jarWanted(local);
  bridgeDouble.answer('cookies.list', () => jarOf(cookie));
  cookiesChanged({ environmentId: null });
  expect(bridgeDouble.asked('cookies.list')).toHaveLength(1);
  const arrived = new Promise((resolve) => cookiesStore.subscribe(resolve));
  cookiesChanged({ environmentId: local });
  await arrived;
  expect(shown(local)).toEqual(['sid']);
});

it('asks once more for what changed while an answer was on its way, however often', async () => {
  let answer = (_: CookieJarView): void => undefined;
  bridgeDouble.answer('cookies.list', () => new Promise((resolve) => (answer = resolve)));
  const first = jarWanted(local);
  await Promise.resolve();
  await Promise.resolve();
  for (let times = 0; times < 5; times += 1) cookiesChanged({ environmentId: local });
  bridgeDouble.answer('cookies.list', () => jarOf(cookie));
  answer(jarOf());
  await first;
  expect(bridgeDouble.asked('cookies.list')).toHaveLength(2);
  expect(shown(local)).toEqual(['sid']);
});

it('shows what is left after removing and clearing, and says why where that failed', async () => {
  bridgeDouble.answer('cookies.remove', () => ({ ok: true, value: jarOf(cookie) }));
  await cookieRemoved(local, { ...cookie, name: 'other' });
  expect(bridgeDouble.asked('cookies.remove')).toEqual([
    { environmentId: local, cookie: { name: 'other', domain: 'shop.example', path: '/' } },
  ]);
  expect(shown(local)).toEqual(['sid']);
  const told = vi.spyOn(toasts, 'show');
  bridgeDouble.answer('cookies.clear', () => ({
    ok: false,
    failure: { code: 'not-written', message: 'The disk is full.' },
  }));
  await cookiesCleared(local);
  expect(told.mock.calls.map(([{ body }]) => body)).toEqual(['The disk is full.']);
  told.mockRestore();
  expect(shown(local)).toEqual(['sid']);
});

it('removes again only what was cleared before, and not what came since', async () => {
  bridgeDouble.answer('cookies.list', () => jarOf(cookie, { ...cookie, name: 'cart' as 'sid' }));
  await jarWanted(local);
  const removed: string[] = [];
  bridgeDouble.answer('cookies.clear', () => ({ ok: true, value: jarOf() }));
  bridgeDouble.answer('cookies.restore', () => ({ ok: true, value: jarOf(cookie) }));
  bridgeDouble.answer('cookies.remove', ({ cookie: { name } }) => {
    removed.push(name);
    return { ok: true, value: jarOf() };
  });
  await cookiesCleared(local);
  expect(libraryStepUndone(null)).toBe(true);
  expect(libraryStepRedone(null)).toBe(true);
  await vi.waitFor(() => expect(removed).toEqual(['sid', 'cart']));
});
