// What the chat of the sample API answers, in the shape that chat APIs have: to good messages, to too many, and to wrong ones.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSampleApi, type SampleApi } from '#electron/sample/sample-api.ts';
import { sampleToken } from '#electron/sample/sample-data.ts';

let api: SampleApi;
beforeEach(async () => {
  api = await startSampleApi();
});
afterEach(() => api.close());

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });

function sent(body: string, token = sampleToken): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(`${api.url}/v1/chat/completions`, { method: 'POST', headers, body });
}

const asked = (...messages: readonly object[]) => sent(JSON.stringify({ model: 'tea-1', messages }));

async function said(...messages: readonly object[]): Promise<string | undefined> {
  const body = (await (await asked(...messages)).json()) as {
    choices?: { message: { content: string } }[];
  };
  return body.choices?.[0]?.message.content;
}

describe('the chat of the sample API', () => {
  test('answers with one choice, and with what it took', async () => {
    const response = await asked({ role: 'system', content: 'Be brief.' }, user('What does a mug cost?'));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      id: 'chatcmpl-1001',
      object: 'chat.completion',
      created: 1_773_309_601,
      model: 'tea-1',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Enamel mug, blue: 12.50 EUR.' },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 11, completion_tokens: 8, total_tokens: 19 },
    });
  });

  test('knows the whole conversation, and nothing that was left out of it', async () => {
    const turns = [user('Is "Sencha" green?'), assistant('Sencha: 9.20 EUR.')];
    expect(await said(...turns, user('What did I ask first?'))).toBe('You began with: Is "Sencha" green?');
    expect(await said(user('What did I ask first?'))).toContain('not what to say to: What did I ask first?');
  });

  test('repeats what it does not know letter for letter', async () => {
    const text = 'A "quote", a \\, a tab\t, {{braces}}\nand 🍵 café';
    expect(await said(user(text))).toBe(`I know mugs, teas and teapots, but not what to say to: ${text}`);
  });

  test('turns away one question of four, and says when to ask again', async () => {
    const codes: number[] = [];
    for (let times = 0; times < 8; times += 1) codes.push((await asked(user('Hello'))).status);
    expect(codes).toEqual([200, 200, 429, 200, 200, 200, 429, 200]);
    await asked(user('Hello'));
    await asked(user('Hello'));
    const refused = await asked(user('Hello'));
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({
      error: { type: 'rate_limit_error', code: 'rate_limit_exceeded', param: null },
    });
  });

  test('has room for 400 tokens, of which four characters make one', async () => {
    expect((await asked(user('x'.repeat(4 * 399)))).status).toBe(200);
    const refused = await asked(user('x'.repeat(4 * 399 + 1)));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({
      error: {
        message: 'The messages have 401 tokens, and this model has room for 400.',
        type: 'invalid_request_error',
        param: 'messages',
        code: 'context_length_exceeded',
      },
    });
  });

  test.each([
    ['{', 400, 'invalid_json', null],
    ['[]', 400, 'invalid_json', null],
    ['{"messages":[]}', 404, 'model_not_found', 'model'],
    ['{"model":"tea-1","messages":[]}', 400, 'invalid_value', 'messages'],
    ['{"model":"tea-1","messages":[{"role":"user","content":"a"},"b"]}', 400, 'invalid_value', 'messages[1]'],
    ['{"model":"tea-1","messages":[{"role":"user","content":1}]}', 400, 'invalid_value', 'messages[0]'],
    ['{"model":"tea-1","messages":[{"role":"robot","content":"a"}]}', 400, 'invalid_value', 'messages[0]'],
  ])('refuses %s', async (body, status, code, param) => {
    const refused = await sent(body);
    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ error: { code, param } });
  });

  test('wants its key before it reads anything', async () => {
    const refused = await sent('{', 'nonsense');
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: { code: 'invalid_api_key' } });
  });
});
