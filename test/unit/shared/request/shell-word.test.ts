// A copied command is read by people and by shells; how its words look is told by example, what they mean by real shells.
import { describe, expect, it } from 'vitest';
import type { MaskedSegment } from '#shared/request/masked-request.ts';
import { shellVariable } from '#shared/request/shell-variable.ts';
import { shellText, shellWord } from '#shared/request/shell-word.ts';

const literal = (text: string): MaskedSegment => ({ text, from: 'literal' });
const secret = (variable: string): MaskedSegment => ({ text: '••••••••', from: 'secret', variable });

describe('a word of a shell', () => {
  it.each([
    [[literal('')], "''"],
    [[literal('a'), literal('b')], "'ab'"],
    [[literal("it's $HOME `id` \\ !")], "'it'\\''s $HOME `id` \\ !'"],
    [[literal('a\nb')], "'a\nb'"],
    [[literal('a\r\tb')], `'a'"$(printf '\\015\\011')"'b'`],
    [[literal('Bearer '), secret('TOKEN_A')], '"Bearer $TOKEN_A"'],
    [[secret('TOKEN_A'), literal('x')], '"${TOKEN_A}x"'],
    [[secret('TOKEN_A'), literal('[0]')], '"${TOKEN_A}[0]"'],
    [[secret('TOKEN_A'), secret('TOKEN_B')], '"${TOKEN_A}$TOKEN_B"'],
    [[literal('"'), secret('TOKEN_A'), literal('"')], `'"'"$TOKEN_A"'"'`],
    [[literal('k='), { ...secret('TOKEN_A'), percentEncoded: true }], '"k=$(urlencode "$TOKEN_A")"'],
  ])('of %j is %s', (segments, word) => {
    expect(shellWord(segments)).toBe(word);
  });

  it('holds text of a header in one byte for each character', () => {
    expect(shellWord([literal('é')], 'latin-1')).toBe(`"$(printf '\\351')"`);
  });

  it('is bare where nothing in it means anything', () => {
    expect(shellText('PATCH')).toBe('PATCH');
    expect(shellText('A*')).toBe("'A*'");
  });
});

describe('the variable of a secret', () => {
  it.each([
    [['Shop API', 'token'], 'SHOP_API_TOKEN'],
    [['Shop API', 'API key'], 'SHOP_API_KEY'],
    [['Shop API', 'value of the header X-Client'], 'SHOP_API_X_CLIENT'],
    [['Bücher & Söhne', 'password'], 'BUCHER_SOHNE_PASSWORD'],
    [['注文検索', 'token'], 'TOKEN_SECRET'],
    [['path'], 'PATH_SECRET'],
    [['3scale'], 'SECRET_3SCALE'],
    [['🔑'], 'SECRET_VALUE'],
  ])('of %j is %s', (place, name) => {
    expect(shellVariable(...place)).toBe(name);
  });
});
