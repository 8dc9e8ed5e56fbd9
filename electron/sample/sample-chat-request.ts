import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { readJson } from '#shared/value/read-json.ts';
import { isValueList, isValueObject } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { answer, type SampleAnswer } from './sample-answer.ts';

/** The only model that there is. */
export const sampleModel = 'tea-1';

/** A message of a conversation, as it was sent. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** An error in the shape that chat APIs have: `param` names the member of the request that is to blame. */
export function chatError(
  statusCode: number,
  code: string,
  message: string,
  param: string | null = null,
): SampleAnswer {
  const type = statusCode === 429 ? 'rate_limit_error' : 'invalid_request_error';
  return answer({ error: { message, type, param, code } }, statusCode);
}

/** The messages of a request, which has to name the model and one message at least; else the error to answer with. */
export function readChatMessages(body: string): Outcome<readonly ChatMessage[], SampleAnswer> {
  const read = readJson(body);
  if (!read.ok || !isValueObject(read.value))
    return failed(chatError(400, 'invalid_json', 'The body has to be a JSON object.'));
  const { messages, model } = read.value;
  if (model !== sampleModel)
    return failed(chatError(404, 'model_not_found', `There is one model only: ${sampleModel}.`, 'model'));
  if (!isValueList(messages) || messages.length === 0)
    return failed(chatError(400, 'invalid_value', 'Send one message at least.', 'messages'));
  const wrong = messages.findIndex((each) => !isMessage(each));
  return wrong === -1
    ? succeeded(messages as unknown as readonly ChatMessage[])
    : failed(invalidMessage(wrong));
}

function isMessage(value: Value): boolean {
  if (!isValueObject(value)) return false;
  const { content, role } = value;
  return (role === 'system' || role === 'user' || role === 'assistant') && typeof content === 'string';
}

function invalidMessage(at: number): SampleAnswer {
  const text = 'A message has a role (system, user or assistant) and a content, which is text.';
  return chatError(400, 'invalid_value', text, `messages[${String(at)}]`);
}
