import { describe, expect, test } from 'vitest';
import { COMMANDS, isForMaintainers, type ReadComment, readCommand } from '../../src/domain/pull-request/command.ts';
import { fc } from '../support/fast-check.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

const command = (body: string) => {
  const read = readCommand(body);
  return read.kind === 'command' ? read.command : read;
};

/** Where a fault is, and of which command. */
const place = (read: ReadComment) => (read.kind === 'fault' ? [read.fault.name, read.fault.line, read.fault.column] : read.kind);

test.each([
  [`/benchmark ${SHA}`, { kind: 'benchmark', head: SHA, runs: null, runner: null }],
  [`/benchmark ${SHA} --runs 3`, { kind: 'benchmark', head: SHA, runs: 3, runner: null }],
  [`/benchmark ${SHA} --runs auto --runner h200`, { kind: 'benchmark', head: SHA, runs: 'auto', runner: 'h200' }],
  [`/benchmark ${SHA} --runner h200 --runs 100`, { kind: 'benchmark', head: SHA, runs: 100, runner: 'h200' }],
  [`/rerun ${SHA}`, { kind: 'rerun', head: SHA }],
  ['/cancel', { kind: 'cancel' }],
  ['/explain R-trace-gap', { kind: 'explain', code: 'R-trace-gap' }],
  ['/help', { kind: 'help' }],
  [`\r\n  /benchmark\t${SHA}  \r\n\r\n`, { kind: 'benchmark', head: SHA, runs: null, runner: null }],
])('C-ok %j is a command', (body, wanted) => {
  expect(command(body)).toEqual(wanted);
});

const SILENT = {
  nothing: '',
  blanks: ' \r\n\t',
  'a sentence': 'Looks good to me.',
  'a command in the midst': `Please run /benchmark ${SHA}`,
  'a command on the second line': `Looks good.\n/benchmark ${SHA}`,
  'a quote': `> /benchmark ${SHA}`,
  'a code block': `\`\`\`\n/benchmark ${SHA}\n\`\`\``,
  'a tilde code block': `~~~\n/benchmark ${SHA}\n~~~`,
  'inline code': `\`/benchmark ${SHA}\``,
  'a list item': `- /benchmark ${SHA}`,
  'a heading': `# /benchmark ${SHA}`,
  'an HTML comment': `<!-- /benchmark ${SHA} -->`,
  'an HTML comment before it': `<!-- -->/benchmark ${SHA}`,
  'a details block': `<details>\n\n/benchmark ${SHA}\n\n</details>`,
  bold: `**/benchmark ${SHA}**`,
  'a mention before it': `@bot /benchmark ${SHA}`,
  'a backslash before it': `\\/benchmark ${SHA}`,
  'a slash of another script': `／benchmark ${SHA}`,
  'a fraction slash': `⁄benchmark ${SHA}`,
  'a zero-width space before it': `\u200b/benchmark ${SHA}`,
  'a byte order mark before it': `\ufeff/benchmark ${SHA}`,
  'a right-to-left override before it': `\u202e/benchmark ${SHA}`,
  'a no-break space before it': `\u00a0/benchmark ${SHA}`,
  'a command of another bot': '/lgtm',
  'a path': '/benchmark/results.csv is missing',
  'a command without its slash': `benchmark ${SHA}`,
  'two slashes': `//benchmark ${SHA}`,
  'an email quote': `On Monday, somebody wrote:\n> /benchmark ${SHA}\n\nNo.`,
};

test.each(Object.entries(SILENT))('C-silent: %s is no command and gets no answer', (_what, body) => {
  expect(readCommand(body)).toEqual({ kind: 'silence' });
});

const FAULTY: Readonly<Record<string, [body: string, name: string, line: number, column: number, words: string]>> = {
  'a bare command': ['/benchmark', 'benchmark', 1, 11, 'It needs the commit'],
  'a bare rerun': ['/rerun', 'rerun', 1, 7, 'It needs the commit'],
  'an abbreviated commit': [`/benchmark ${SHA.slice(0, 7)}`, 'benchmark', 1, 12, 'abbreviated to 7'],
  'a commit short of one digit': [`/benchmark ${SHA.slice(0, 39)}`, 'benchmark', 1, 12, 'abbreviated to 39'],
  'a commit with one digit too many': [`/benchmark ${SHA}0`, 'benchmark', 1, 12, 'no commit'],
  'an upper-case commit': [`/benchmark ${SHA.toUpperCase()}`, 'benchmark', 1, 12, 'lower case'],
  'a branch': ['/benchmark main', 'benchmark', 1, 12, 'no commit'],
  'a link to a commit': [`/benchmark https://github.com/o/s/commit/${SHA}`, 'benchmark', 1, 12, 'no commit'],
  HEAD: ['/benchmark HEAD', 'benchmark', 1, 12, 'no commit'],
  'the template itself': ['/benchmark <sha>', 'benchmark', 1, 12, 'no commit'],
  'two commits': [`/benchmark ${SHA} ${SHA}`, 'benchmark', 1, 53, 'no such option'],
  'options before the commit': [`/benchmark --runs 3 ${SHA}`, 'benchmark', 1, 12, 'comes first'],
  'an unknown option': [`/benchmark ${SHA} --rnus 3`, 'benchmark', 1, 53, '--runs is the nearest'],
  'an option with an equals sign': [`/benchmark ${SHA} --runs=3`, 'benchmark', 1, 53, 'after a space'],
  'an option without a value': [`/benchmark ${SHA} --runs`, 'benchmark', 1, 59, 'needs a value'],
  'an option given twice': [`/benchmark ${SHA} --runs 3 --runs 4`, 'benchmark', 1, 62, 'twice'],
  'no runs': [`/benchmark ${SHA} --runs 0`, 'benchmark', 1, 60, '1 to 100'],
  'too many runs': [`/benchmark ${SHA} --runs 101`, 'benchmark', 1, 60, '1 to 100'],
  'runs in another notation': [`/benchmark ${SHA} --runs 1e2`, 'benchmark', 1, 60, '1 to 100'],
  'runs with a leading zero': [`/benchmark ${SHA} --runs 07`, 'benchmark', 1, 60, '1 to 100'],
  'a label with a space around': [`/benchmark ${SHA} --runner a b`, 'benchmark', 1, 64, 'no such option'],
  'a label that is code': [`/benchmark ${SHA} --runner $(id)`, 'benchmark', 1, 62, 'one label'],
  'a label that is an expression': [`/benchmark ${SHA} --runner \${{github.token}}`, 'benchmark', 1, 62, 'one label'],
  'a second line': [`/benchmark ${SHA}\nthanks`, 'benchmark', 2, 1, 'only line'],
  'a second line after CRLF': [`/benchmark ${SHA}\r\n\r\nthanks`, 'benchmark', 3, 1, 'only line'],
  'a second command': [`/benchmark ${SHA}\n/benchmark ${SHA}`, 'benchmark', 2, 1, 'only line'],
  'a word after it': [`/benchmark ${SHA} please`, 'benchmark', 1, 53, 'no such option'],
  'a zero-width space in the word': [`/bench\u200bmark ${SHA}`, 'benchmark', 1, 7, 'U+200B'],
  'a zero-width space after the word': [`/benchmark\u200b ${SHA}`, 'benchmark', 1, 11, 'U+200B'],
  'a no-break space': [`/benchmark\u00a0${SHA}`, 'benchmark', 1, 11, 'U+00A0'],
  'a bidi override in the commit': [`/benchmark ${SHA.slice(0, 20)}\u202e${SHA.slice(20)}`, 'benchmark', 1, 32, 'U+202E'],
  'a Cyrillic letter in the word': [`/b\u0435nchmark ${SHA}`, 'benchmark', 1, 3, 'U+0435'],
  'full-width digits': [`/benchmark ${SHA.replace('0', '０')}`, 'benchmark', 1, 12, 'U+FF10'],
  'a NUL': [`/benchmark ${SHA}\0`, 'benchmark', 1, 52, 'U+0000'],
  'an emoji': [`/benchmark ${SHA} 🚀`, 'benchmark', 1, 53, 'U+1F680'],
  'an HTML comment behind it': [`/benchmark ${SHA} <!-- x -->`, 'benchmark', 1, 53, 'no such option'],
  'a misspelt command': [`/benhcmark ${SHA}`, 'benchmark', 1, 1, '/benchmark is the nearest'],
  'a command in capitals': [`/Benchmark ${SHA}`, 'benchmark', 1, 1, '/benchmark is the nearest'],
  'options of another command': [`/rerun ${SHA} --runs 3`, 'rerun', 1, 49, 'Nothing follows'],
  'a cancel of something': ['/cancel 123', 'cancel', 1, 9, 'Nothing follows'],
  'an explain without a code': ['/explain', 'explain', 1, 9, 'needs the code'],
  'an explain of markup': ['/explain <img>', 'explain', 1, 10, 'letters, digits'],
  'an explain of two': ['/explain R-a R-b', 'explain', 1, 14, 'Nothing follows'],
  'a help with more': ['/help me', 'help', 1, 7, 'Nothing follows'],
};

test.each(Object.entries(FAULTY))('C-fault: %s is told at its place, and is no command', (_what, [body, name, line, column, words]) => {
  const read = readCommand(body);
  expect(place(read)).toEqual([name, line, column]);
  expect(read.kind === 'fault' && read.fault.message).toContain(words);
});

describe('properties', () => {
  const word = fc.constantFrom(...COMMANDS.map(({ name }) => name));
  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\u200b', '\u202e', '\r\n', '> ', '```', '<!--', `/benchmark ${SHA}`),
  );
  const FORM =
    /^[ \t\r\n]*\/(?:benchmark[ \t]+[0-9a-f]{40}(?:[ \t]+--run(?:s|ner)[ \t]+[\w.-]+){0,2}|rerun[ \t]+[0-9a-f]{40}|cancel|help|explain[ \t]+[A-Za-z][A-Za-z0-9-]*)[ \t\r\n]*$/;

  test('P1 nothing but the exact form is ever a command', () => {
    fc.assert(
      fc.property(noise, word, noise, noise, (before, name, between, after) => {
        const body = `${before}/${name}${between}${SHA}${after}`;
        return readCommand(body).kind !== 'command' || FORM.test(body);
      }),
      { numRuns: 2000 },
    );
  });

  test('P2 every text is read without an exception, and a fault lies inside of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          noise,
          noise.map((text) => `/benchmark ${text}`),
        ),
        (body) => {
          const read = readCommand(body);
          if (read.kind !== 'fault') return true;
          const lines = body.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').split(/\r\n|[\r\n]/);
          const { line, column } = read.fault;
          return line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('P3 what is said of a fault holds nothing of the comment but the name of one character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 12 }), (text) => {
        const secret = text.replace(/[^A-Za-z<>@]/g, '').slice(0, 12);
        fc.pre(secret.length === 12);
        const read = readCommand(`/benchmark ${secret}`);
        return read.kind === 'fault' && !read.fault.message.includes(secret);
      }),
    );
  });

  test('P4 blanks around a command change nothing, and any other character does', () => {
    const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r\n') });
    fc.assert(fc.property(blanks, blanks, (before, after) => readCommand(`${before}/cancel${after}`).kind === 'command'));
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (extra) => {
        fc.pre(!/^[ \t\r\n]*$/.test(extra));
        return readCommand(`/cancel ${extra}`).kind !== 'command';
      }),
    );
  });
});

test('what starts, repeats or ends a measurement is for maintainers; questions are for anyone', () => {
  expect(COMMANDS.filter(({ name }) => isForMaintainers(name)).map(({ name }) => name)).toEqual(['benchmark', 'rerun', 'cancel']);
});
