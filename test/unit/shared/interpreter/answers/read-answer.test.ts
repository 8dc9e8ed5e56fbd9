// What people answer, and what comes of it: a value that is always written alike, or a sentence that helps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from '#shared/interpreter/answers/read-answer.ts';
import type { WantedAnswer } from '#shared/run-events/wanted-answer.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';
import { runs } from '../../../../support/runs.ts';

const refused = (text: string, wanted: WantedAnswer): string => {
  const read = readAnswer(text, wanted);
  return read.ok ? `took ${JSON.stringify(read.value)}` : read.failure;
};
const stored = (text: string, wanted: WantedAnswer): Value | undefined => {
  const read = readAnswer(text, wanted);
  return read.ok ? read.value.value : undefined;
};

describe('an email address', () => {
  const email: WantedAnswer = { answerType: 'email' };

  test.each([
    ['ann@example.org', 'ann@example.org'],
    ['  Ann.Lee+shop@Example.ORG ', 'Ann.Lee+shop@example.org'],
    ["o'neill@mail.example.co.uk", "o'neill@mail.example.co.uk"],
    ['jörg@bücher.example', 'jörg@bücher.example'],
    ['x@1and1.example', 'x@1and1.example'],
    ['a..b@example.org', 'a..b@example.org'],
  ])('takes %j', (text, value) => {
    expect(stored(text, email)).toBe(value);
  });

  test.each([
    '',
    'ann',
    'ann@',
    '@example.org',
    'ann@localhost',
    'ann@example..org',
    'ann@-example.org',
    'ann@example-.org',
    'ann lee@example.org',
    'ann@exam ple.org',
    'ann@b@example.org',
    '.ann@example.org',
    'Ann <ann@example.org>',
    'ann@example.org, bob@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ann@${'a'.repeat(64)}.org`,
    `ann@${'abc.'.repeat(70)}org`,
  ])('refuses %j', (text) => {
    expect(refused(text, email)).toBe('Please answer with an email address, such as ann@example.org.');
  });
});

describe('a phone number', () => {
  const phone: WantedAnswer = { answerType: 'phone' };

  test.each([
    ['+41 44 668 18 00', '+41446681800'],
    ['+41 (0)44 668-18-00', '+41446681800'],
    ['(044) 668.18.00', '0446681800'],
    ['0041446681800', '0041446681800'],
    ['+1 (415) 555–0132', '+14155550132'],
    ['030/901820', '030901820'],
    ['+４１ ４４ ６６８', '+4144668'],
    ['12345', '12345'],
    ['+123456789012345', '+123456789012345'],
  ])('stores %j as %j', (text, value) => {
    expect(stored(text, phone)).toBe(value);
  });

  test.each(['', '1234', '+1234567890123456', '41+44668', '++4144668', 'call me', '044 668 18 0x'])(
    'refuses %j',
    (text) => {
      expect(refused(text, phone)).toBe('Please answer with a phone number, such as +41 44 668 18 00.');
    },
  );

  test('is written alike however often it is read', () => {
    const written = fc.string({ unit: fc.constantFrom(...Array.from('0123456789+-() ./–0')), maxLength: 24 });
    fc.assert(
      fc.property(written, (text) => {
        const value = stored(text, phone);
        if (typeof value !== 'string') return;
        expect(value).toMatch(/^\+?\d{5,15}$/);
        expect(stored(value, phone)).toBe(value);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a date', () => {
  const date: WantedAnswer = { answerType: 'date' };

  test.each([
    ['2025-03-04', '2025-03-04'],
    [' 2025-3-4 ', '2025-03-04'],
    ['2025/03/04', '2025-03-04'],
    ['2025.03.04', '2025-03-04'],
    ['4.3.2025', '2025-03-04'],
    ['04. 03. 2025', '2025-03-04'],
    ['4 March 2025', '2025-03-04'],
    ['4th of March, 2025', '2025-03-04'],
    ['4. Mar 2025', '2025-03-04'],
    ['March 4, 2025', '2025-03-04'],
    ['mar. 4th 2025', '2025-03-04'],
    ['1 Sept 2025', '2025-09-01'],
    ['29 February 2024', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
  ])('stores %j as %j', (text, value) => {
    expect(stored(text, date)).toBe(value);
  });

  test.each([
    '',
    'tomorrow',
    '04/03/2025',
    '3-4-2025',
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-03-00',
    '0000-01-01',
    '25-03-04',
    '2025-03/04',
    '4 Marsh 2025',
    '4 Ma 2025',
    '2025-03-04T00:00',
  ])('refuses %j', (text) => {
    expect(refused(text, date)).toBe('Please answer with a date, such as 2025-03-04 or 4 March 2025.');
  });

  test.each([
    [{ earliest: '2025-03-04' }, '2025-03-03', 'Please answer with a date, 2025-03-04 or later.'],
    [{ latest: '2025-03-04' }, '5.3.2025', 'Please answer with a date, 2025-03-04 or earlier.'],
    [
      { earliest: '2025-03-04', latest: '2025-03-31' },
      '2025-04-01',
      'Please answer with a date from 2025-03-04 to 2025-03-31.',
    ],
  ])('keeps to %j', (bounds, text, sentence) => {
    expect(refused(text, { ...date, ...bounds })).toBe(sentence);
    for (const bound of Object.values(bounds)) expect(stored(bound, { ...date, ...bounds })).toBe(bound);
  });

  test('is stored as it was written wherever it is a day of the calendar in the form of ISO', () => {
    const day = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (each) => {
        const text = each.toISOString().slice(0, 10);
        expect(stored(text, date)).toBe(text);
        const [year = '', month = '', dayOfMonth = ''] = text.split('-');
        expect(stored(`${dayOfMonth}.${month}.${year}`, date)).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  });

  test('is stored only where the platform has such a day', () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(part(9999), part(13), part(32), (year, month, day) => {
        const text = [String(year).padStart(4, '0'), month, day]
          .map((each) => String(each).padStart(2, '0'))
          .join('-');
        const platform = new Date(`${text}T00:00:00Z`);
        const exists =
          !Number.isNaN(platform.getTime()) && platform.toISOString().startsWith(text) && year > 0;
        expect(stored(text, date)).toBe(exists ? text : undefined);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('yes or no', () => {
  const yesNo: WantedAnswer = { answerType: 'yes-no' };

  test.each(['yes', 'Y', ' YEAH ', 'ok', 'Okay!', 'true', '1', 'sure.', 'Ja', 'sí', 'SÌ', 'oui'])(
    'takes %j for yes',
    (text) => {
      expect(stored(text, yesNo)).toBe(true);
    },
  );

  test.each(['no', 'N', 'Nope', 'false', '0', 'nein', 'não', 'No!'])('takes %j for no', (text) => {
    expect(stored(text, yesNo)).toBe(false);
  });

  test.each(['', 'perhaps', 'yes and no', '2', '?', '!'])('refuses %j', (text) => {
    expect(refused(text, yesNo)).toBe('Please answer with yes or no.');
  });
});

describe('a file name', () => {
  const fileName: WantedAnswer = { answerType: 'file-name' };

  test.each([
    ['invoice.pdf', 'invoice.pdf'],
    [' Rechnung März.pdf ', 'Rechnung März.pdf'],
    ['.env', '.env'],
    ['...', '...'],
    ['👩‍👧.png', '👩‍👧.png'],
    ['a'.repeat(255), 'a'.repeat(255)],
  ])('takes %j', (text, value) => {
    expect(stored(text, fileName)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '.',
    '..',
    'a/b',
    '/etc/passwd',
    '..\\boot.ini',
    'C:\\a.txt',
    'a\nb',
    'a\0b',
    'a\u007fb',
    '\ud800',
    'a'.repeat(256),
    'ä'.repeat(128),
  ])('refuses %j', (text) => {
    expect(refused(text, fileName)).toBe(
      'Please answer with the name of a file without its folder, such as invoice.pdf.',
    );
  });
});

describe('a number', () => {
  const number = (rules: object): WantedAnswer => ({ answerType: 'number', ...rules });

  test('keeps every digit', () => {
    expect(stored('12345678901234567890', number({}))).toEqual(new ExactNumber('12345678901234567890'));
  });

  test.each([
    [{}, 'ten', 'Please answer with a number, such as 42 or 3.5.'],
    [{ whole: true }, '3.5', 'Please answer with a whole number, such as 42.'],
    [{ min: 1 }, '0', 'Please answer with a number, 1 or more.'],
    [{ max: 10, whole: true }, '11', 'Please answer with a whole number, 10 or less.'],
    [{ min: 1, max: 10 }, '10.01', 'Please answer with a number from 1 to 10.'],
    // A double would round it to the bound.
    [{ max: 10 }, '10.00000000000000000001', 'Please answer with a number, 10 or less.'],
    [{ whole: true }, '1e-2', 'Please answer with a whole number, such as 42.'],
    [{ whole: true }, '12345678901234567890.5', 'Please answer with a whole number, such as 42.'],
  ])('with %j refuses %j', (rules, text, sentence) => {
    expect(refused(text, number(rules))).toBe(sentence);
  });

  test.each([
    [{ whole: true }, '3.0', new ExactNumber('3.0')],
    [{ whole: true }, '3e2', new ExactNumber('3e2')],
    [{ min: 1, max: 10 }, '10', 10],
    [{ min: 1, max: 10 }, '1', 1],
    [{ min: -1.5 }, '-1.50', new ExactNumber('-1.50')],
  ])('with %j takes %j', (rules, text, value) => {
    expect(stored(text, number(rules))).toEqual(value);
  });
});

describe('a text', () => {
  const text = (rules: object): WantedAnswer => ({ answerType: 'text', ...rules });

  test.each([
    [{}, ' ', 'Please write an answer.'],
    [{ minLength: 3 }, 'ab', 'Please write an answer of at least 3 characters.'],
    [{ maxLength: 1 }, 'ab', 'Please write an answer of at most 1 character.'],
    [{ minLength: 2, maxLength: 4 }, 'abcde', 'Please write an answer of 2 to 4 characters.'],
  ])('with %j refuses %j', (rules, answer, sentence) => {
    expect(refused(answer, text(rules))).toBe(sentence);
  });

  test('counts characters, not units', () => {
    expect(stored('👍👍', text({ maxLength: 2 }))).toBe('👍👍');
    expect(stored(' as it is ', text({ minLength: 2 }))).toBe(' as it is ');
  });
});
