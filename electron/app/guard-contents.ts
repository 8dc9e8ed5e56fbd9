import type { Event, WebContents } from 'electron';
import { isEntryAddress, type PageSource } from './page-source.ts';

/** Keeps a page where it is: no navigation but loading it again, no windows, no web views, no devices to choose. */
export function guardContents(contents: WebContents, source: PageSource): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-navigate', (event) => {
    if (!isEntryAddress(source, event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isEntryAddress(source, event.url)) event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function refuse(event: Event): void {
  event.preventDefault();
}
