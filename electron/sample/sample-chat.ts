import type { Value } from '#shared/value/value.ts';
import { answer, type SampleAnswer, type SampleRequest } from './sample-answer.ts';
import { chatError, readChatMessages, sampleModel } from './sample-chat-request.ts';
import { chatReply } from './sample-chat-reply.ts';
import { sampleToken } from './sample-data.ts';

/** A language model as chat APIs offer one: messages in, a choice and its usage out. */
export interface SampleChat {
  readonly complete: (request: SampleRequest) => SampleAnswer;
}

/** How many tokens the messages may have together: little enough that a person can find out what happens then. */
const contextTokens = 400;

/** Of so many questions one is turned away, the first time at the third. */
const questionsPerRefusal = 4;
const refusedQuestion = 3;

/** 12 March 2026, 10:00 UTC: nothing about an answer changes between two runs. */
const firstCreated = 1_773_309_600;

/**
 * A model that says the same to the same messages, so that a flow which keeps a conversation can be tried without a
 * network. It wants the sample token, is asked too much now and then, and has room for a short conversation only.
 */
export function createChat(): SampleChat {
  let asked = 0;
  let completed = 0;
  return {
    complete: ({ body, headers }) => {
      if (headers['authorization'] !== `Bearer ${sampleToken}`)
        return chatError(401, 'invalid_api_key', 'This API key is not known.');
      const read = readChatMessages(body);
      if (!read.ok) return read.failure;
      const prompt = tokensOf(...read.value.map(({ content }) => content));
      if (prompt > contextTokens) return tooLong(prompt);
      asked += 1;
      if (asked % questionsPerRefusal === refusedQuestion) return tooMany();
      completed += 1;
      return answer(completion(completed, prompt, chatReply(read.value)));
    },
  };
}

function completion(number: number, prompt: number, content: string): Value {
  const reply = tokensOf(content);
  return {
    id: `chatcmpl-${String(1000 + number)}`,
    object: 'chat.completion',
    created: firstCreated + number,
    model: sampleModel,
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: prompt, completion_tokens: reply, total_tokens: prompt + reply },
  };
}

function tooLong(tokens: number): SampleAnswer {
  const text = `The messages have ${String(tokens)} tokens, and this model has room for ${String(contextTokens)}.`;
  return chatError(400, 'context_length_exceeded', text, 'messages');
}

function tooMany(): SampleAnswer {
  const refused = chatError(
    429,
    'rate_limit_exceeded',
    'Too many questions at once. Please ask again in a second.',
  );
  return { ...refused, headers: { ...refused.headers, 'retry-after': '1' } };
}

/** About four characters make a token, and each text has one besides. */
function tokensOf(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + 1 + Math.ceil(text.length / 4), 0);
}
