import { cookiesHidden, useShownJar } from '../../store/cookies-store.ts';
import { useEnvironment } from '../../store/use-documents.ts';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { CookieJarView } from './cookie-jar-view.tsx';
import { ownerName } from './owner-name.ts';

/** The jar that was asked for, over the window: the only place for that of runs without an environment. */
export function CookiesDialog() {
  const owner = useShownJar();
  const environment = useEnvironment(owner ?? '');
  const name = ownerName(environment?.name);
  return (
    <Dialog
      open={owner !== undefined}
      onClose={cookiesHidden}
      title={`Cookies of ${name}`}
      description="Set by servers and sent back to them, by every endpoint that keeps cookies. Their values are never shown."
      width="broad"
    >
      {owner !== undefined && <CookieJarView owner={owner} />}
    </Dialog>
  );
}
