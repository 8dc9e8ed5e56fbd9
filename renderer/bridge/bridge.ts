import type { Bridge } from '#shared/ipc/contract.ts';

declare global {
  interface Window {
    readonly flowbench: Bridge;
  }
}

/** The one way from the page to the main process: the functions that preload put there. */
export const bridge: Bridge = window.flowbench;
