// Servers do repeat what they were sent; the search for secrets needs one that certainly does.
import { encodings } from '../support/secret-encodings.ts';
import { answerJson, startStoryServer, type StoryRequest, type StoryServer } from './story-server.ts';

/**
 * A server that gives away what it was sent: `/careless` repeats the secrets of the request in every encoding that programs
 * use, and the short one as it is; `/quiet` repeats nothing.
 */
export function startCarelessServer(): Promise<StoryServer> {
  return startStoryServer({
    routes: {
      quiet: (_request, response) => answerJson(response, 200, { said: 'nothing' }),
      careless: (request, response) =>
        answerJson(response, 200, {
          name: 'Careless',
          short: request.headers['x-short'] ?? null,
          repeated: secretsIn(request).flatMap((text) =>
            Object.values(encodings).map((encode) => encode(text)),
          ),
        }),
    },
  });
}

function secretsIn({ headers, path }: StoryRequest): readonly string[] {
  const basic = /^Basic (.*)$/.exec(headers.authorization ?? '')?.[1];
  const pair = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString();
  const password = pair?.replace(/^[^:]*:/, '');
  const key = new URL(path, 'http://server').searchParams.get('key');
  const sent = [headers['x-quoted'], headers['x-long'], pair, password, key];
  return sent.filter((text) => typeof text === 'string');
}
