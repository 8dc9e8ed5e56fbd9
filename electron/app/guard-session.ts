import type { Session } from 'electron';
import { isOwnAddress, type PageSource } from './page-source.ts';

/** Tells the engine that a certificate was refused (Electron, `setCertificateVerifyProc`). */
const certificateRefused = -2;

/**
 * Takes from a session everything that the page does not need: permissions, devices, downloads, certificates other than
 * none, the spelling checker (which fetches dictionaries), and the network as a whole.
 */
export function guardSession(session: Session, source: PageSource): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setCertificateVerifyProc((_request, answer) => answer(certificateRefused));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(source, url) }));
}

/** Whether the page may make a request: only to its own origin, and while developing to the server's web socket. */
export function mayRequest(source: PageSource, url: string): boolean {
  if (isOwnAddress(source, url)) return true;
  if (!source.fromDevServer) return false;
  return url.startsWith('devtools:') || isOwnAddress(source, url.replace(/^ws:/, 'http:'));
}
