// An application that is one window and a file in it, for tests that look at a page as a browser shows it.
'use strict';
const { app, BrowserWindow, session } = require('electron');

/** Every address that the page asked for. */
globalThis.asked = [];

void app.whenReady().then(async () => {
  session.defaultSession.webRequest.onBeforeRequest((details, done) => {
    globalThis.asked.push(details.url);
    done({});
  });
  const window = new BrowserWindow({ width: 1280, height: 800, useContentSize: true });
  await window.loadFile(process.argv.at(-1));
});
