// Puts the bridge into the page: the only code of ours that runs there with anything beyond a web page's powers.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { makeBridge } from './ipc/make-bridge.ts';
import type { Reply } from './ipc/reply.ts';

contextBridge.exposeInMainWorld(
  'flowbench',
  makeBridge({
    invoke: (channel, input) => ipcRenderer.invoke(channel, input) as Promise<Reply>,
    listen: (event, listener) => {
      // The event object is Electron's and stays here: it can send to any channel.
      const heard = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
      ipcRenderer.on(event, heard);
      return () => void ipcRenderer.off(event, heard);
    },
  }),
);
