// Loaded into Electron before the application: holds `ready` back until Playwright listens to every page that will come.
'use strict';
const { app } = require('electron');

// What stands before the application among the arguments is not the application's to read.
process.argv.splice(1, process.argv.indexOf(__filename));

const engineReady = app.whenReady();
const emit = app.emit.bind(app);
let isReleased = false;
let held = [];
/** @type {(value: void) => void} */
let release = () => undefined;
const released = new Promise((resolve) => {
  release = resolve;
});

app.isReady = () => isReleased;
app.whenReady = () => released;
app.emit = (event, ...values) => {
  if (event !== 'ready' || isReleased) return emit(event, ...values);
  held = values;
  return app.listenerCount('ready') > 0;
};

/** Playwright calls this by its name once it is connected. */
globalThis.__playwright_run = async () => {
  await engineReady;
  isReleased = true;
  release();
  emit('ready', ...held);
};
