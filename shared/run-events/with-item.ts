import type { ConversationItem, RunView } from './run-view.ts';

/** The view with one more line of its conversation. */
export function withItem(view: RunView, item: ConversationItem): RunView {
  return { ...view, conversation: [...view.conversation, item] };
}
