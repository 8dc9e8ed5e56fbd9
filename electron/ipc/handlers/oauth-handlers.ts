import type { Handlers } from '#shared/ipc/contract.ts';
import type { Workbench } from '../../app/workbench.ts';

type OauthHandlers = Pick<
  Handlers,
  'oauth.state' | 'oauth.sign-in' | 'oauth.cancel-sign-in' | 'oauth.sign-out'
>;

/** Handlers of `oauth.*`. What a person signs in with is read from the saved document, never taken from the page. */
export function oauthHandlers(workbench: Workbench): OauthHandlers {
  const signIns = async () => (await workbench.current()).signIns;
  return {
    'oauth.state': async (place) => (await signIns()).state(place),
    'oauth.sign-in': async (place) => (await signIns()).signIn(place),
    'oauth.cancel-sign-in': async (place) => {
      (await signIns()).cancel(place);
      return null;
    },
    'oauth.sign-out': async (place) => (await signIns()).signOut(place),
  };
}
