import { describe, expect, test } from 'vitest';
import { progressBoard } from '../../src/fronts/queue-progress.ts';

/** What a terminal of unbounded height shows after some writes: it knows the two sequences that the board uses. */
function screenOf(written: string): string[] {
  const lines = [''];
  const sequences = new RegExp(`${String.fromCharCode(27)}\\[(\\d*)([AJ])|\\r|\\n|[^${String.fromCharCode(27)}\\r\\n]+`, 'g');
  let row = 0;
  for (const [token, count, letter] of written.matchAll(sequences)) {
    if (letter === 'A') row -= Number(count);
    else if (letter === 'J') lines.length = row;
    else if (token === '\n') row += 1;
    else if (token !== '\r') lines[row] = (lines[row] ?? '') + token;
  }
  return lines.filter((line) => line !== undefined && line !== '');
}

function board() {
  let written = '';
  const made = progressBoard((text) => {
    written += text;
  });
  return { ...made, screen: () => screenOf(written), written: () => written };
}

describe('several benchmarks on one terminal', () => {
  test('have a line each, that stands in the place of the one before', () => {
    const { redraw, screen } = board();
    redraw('a', '█░ a, run 1');
    redraw('b', '░░ b, load');
    redraw('a', '██ a, run 2');
    expect(screen()).toEqual(['██ a, run 2', '░░ b, load']);
  });

  test('keep their words above the lines that redraw themselves, each with its name', () => {
    const { redraw, tell, tellAll, screen } = board();
    redraw('a', 'bar a');
    redraw('b', 'bar b');
    tell('a', '  resumed after 2 finished runs\n');
    tellAll('note: all\n');
    redraw('b', 'bar b, further');
    expect(screen()).toEqual(['a: resumed after 2 finished runs', 'note: all', 'bar a', 'bar b, further']);
  });

  test('leave no line behind when they are done', () => {
    const { redraw, tell, screen } = board();
    redraw('a', 'bar a');
    redraw('a', '');
    redraw('a', '');
    tell('a', 'written to there\n');
    expect(screen()).toEqual(['a: written to there']);
  });
});

test('without redrawn lines nothing but named lines is written', () => {
  const { tell, written } = board();
  tell('org/model', 'error[code]: what happened\n  help: what to do\n');
  expect(written()).toBe('org/model: error[code]: what happened\norg/model: help: what to do\n');
});
