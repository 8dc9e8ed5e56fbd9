import type { ChatMessage } from './sample-chat-request.ts';
import { sampleOrders } from './sample-data.ts';

/**
 * What the model says to a conversation. It knows what the shop sells, and what was asked first: whoever leaves the
 * conversation out of the request is found out. Anything else it repeats letter for letter, which shows what arrived.
 */
export function chatReply(messages: readonly ChatMessage[]): string {
  const questions = messages.filter(({ role }) => role === 'user').map(({ content }) => content);
  const asked = questions.at(-1) ?? '';
  if (/\bfirst\b/i.test(asked) && questions.length > 1) return `You began with: ${questions[0] ?? ''}`;
  const wanted = new Set(wordsIn(asked));
  const item = sampleOrders
    .flatMap(({ items }) => items)
    .find(({ title }) => nameWords(title).some((word) => wanted.has(word)));
  return item === undefined
    ? `I know mugs, teas and teapots, but not what to say to: ${asked}`
    : `${item.title}: ${item.price.text} EUR.`;
}

/** The words that name a thing: `Enamel mug, blue` is found by enamel and by mug. */
function nameWords(title: string): readonly string[] {
  return wordsIn(title.split(',')[0] ?? '');
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}
