// A sign-in as the page sees it: what was asked before it began does not undo it, and giving up is no failure.
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { beforeEach, expect, test } from 'vitest';
import type { SignInState } from '#shared/ipc/channels/oauth-channels.ts';
import {
  signInBegun,
  signInOf,
  signInStateWanted,
  signOutWanted,
} from '../../../../renderer/store/sign-in-store.ts';
import { storyId } from '../../../stories/story-id.ts';

const place = { endpointId: storyId('ep', 'Shop API'), environmentId: null };
const signedIn: SignInState = { state: 'signed-in', expiresAt: null, renews: true };
const signedOut: SignInState = { state: 'signed-out', expiresAt: null, renews: false };

beforeEach(async () => {
  bridgeDouble.reset();
  bridgeDouble.answer('oauth.sign-out', () => signedOut);
  await signOutWanted(place);
});

test('an answer from before the sign-in says nothing about it', async () => {
  let answerState: (state: SignInState) => void = () => undefined;
  bridgeDouble.answer('oauth.state', () => new Promise((resolve) => (answerState = resolve)));
  const asked = signInStateWanted(place);
  await Promise.resolve();
  let finish: (state: SignInState) => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    bridgeDouble.answer('oauth.sign-in', () => {
      resolve();
      return new Promise((settle) => (finish = (value) => settle({ ok: true, value })));
    });
  });
  const signingIn = signInBegun(place);
  await begun;
  answerState(signedOut);
  await asked;
  expect(signInOf(place).state).toBe('signing-in');
  finish(signedIn);
  await signingIn;
  expect(signInOf(place)).toEqual({ ...signedIn, failure: null });
});

test.each([
  ['denied', 'auth.example did not sign you in.', 'auth.example did not sign you in.'],
  ['cancelled', 'The sign-in was cancelled.', null],
] as const)('what came of one that was %s is told', async (code, message, failure) => {
  bridgeDouble.answer('oauth.sign-in', () => ({ ok: false, failure: { code, message } }));
  await signInBegun(place);
  expect(signInOf(place)).toEqual({ ...signedOut, failure });
  // Looking again does not take the reason away; signing in does.
  bridgeDouble.answer('oauth.state', () => signedOut);
  await signInStateWanted(place);
  expect(signInOf(place).failure).toBe(failure);
  bridgeDouble.answer('oauth.state', () => signedIn);
  await signInStateWanted(place);
  expect(signInOf(place)).toEqual({ ...signedIn, failure: null });
});
