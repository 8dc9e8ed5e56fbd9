import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BodyView } from './use-body.ts';

export type ResponseTab = 'body' | 'headers' | 'request' | 'timing';

interface ResponseView {
  readonly tab: ResponseTab;
  readonly bodyView: BodyView;
}

/** How the person looks at responses: it stays from run to run, and while another view of the panel is shown. */
const responseViewStore = createStore<ResponseView>(() => ({ tab: 'body', bodyView: 'tree' }));

export function useResponseView(): ResponseView {
  return useStore(responseViewStore);
}

export const responseTabPicked = (tab: ResponseTab): void => responseViewStore.setState({ tab });

export const bodyViewPicked = (bodyView: BodyView): void => responseViewStore.setState({ bodyView });
