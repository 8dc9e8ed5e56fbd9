import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type ResponseTab = 'body' | 'headers' | 'request' | 'tls' | 'timing';
type BodyView = 'tree' | 'raw';
/** A stream as it came, as the list that the flow gets, and as its text. */
type StreamView = 'events' | 'list' | 'raw';

interface ResponseView {
  readonly tab: ResponseTab;
  readonly bodyView: BodyView;
  readonly streamView: StreamView;
}

/** How the person looks at responses: it stays from run to run, and while another view of the panel is shown. */
const responseViewStore = createStore<ResponseView>(() => ({
  tab: 'body',
  bodyView: 'tree',
  streamView: 'events',
}));

export function useResponseView(): ResponseView {
  return useStore(responseViewStore);
}

export const responseTabPicked = (tab: ResponseTab): void => responseViewStore.setState({ tab });

export const bodyViewPicked = (bodyView: BodyView): void => responseViewStore.setState({ bodyView });

export const streamViewPicked = (streamView: StreamView): void => responseViewStore.setState({ streamView });
