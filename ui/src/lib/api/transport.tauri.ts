import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Push } from './bindings';
import type { Transport } from './transport';

/** The shell's single command and its single event. */
export const tauriTransport: Transport = {
  call: (name, params) => invoke('rpc', { name, params }),
  onPush(handler) {
    const stop = listen<Push>('push', (event) => handler(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
};
