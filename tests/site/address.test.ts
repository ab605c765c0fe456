import { describe, expect, test } from 'vitest';
import { addressOf, hrefOf, modelHref } from '../../site/address.ts';
import { queryOf, type TableState, tableStateOf } from '../../site/data/table-state.ts';
import { fc } from '../support/fast-check.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
/** A URL holds whole characters alone. */
const words = text.filter((value) => value.isWellFormed());
const choice = fc.option(words.filter((value) => value !== ''));

const state: fc.Arbitrary<TableState> = fc
  .record({
    edition: choice,
    task: choice,
    class: choice,
    state: choice,
    licence: choice,
    hardware: choice,
    parameters: choice,
    board: choice,
    search: words,
    sort: fc.constantFrom('place', 'model', 'wh', 'stars', 'median', 'parameters'),
    direction: fc.constantFrom('ascending', 'descending'),
    show: fc.constantFrom('table', 'energy', 'parameters', 'distribution', 'history'),
    picked: fc.uniqueArray(words, { maxLength: 5 }),
  })
  .map((drawn) => (drawn.sort === 'place' ? { ...drawn, direction: 'ascending' } : drawn) as TableState);

describe('a link', () => {
  test('leads back to the place that it was made for', () => {
    fc.assert(
      fc.property(fc.array(words.filter((part) => part !== '')), fc.uniqueArray(fc.tuple(words, words)), (path, pairs) => {
        const query = new URLSearchParams(pairs);
        const address = addressOf(hrefOf(path, query));
        expect(address.path).toEqual(path);
        expect(`${address.query}`).toBe(`${query}`);
      }),
    );
  });

  test('to a model keeps what is in its name', () => {
    const { path } = addressOf(modelHref('org/name?#%2F&=', { row: '0123456789ab' }));
    expect(path).toEqual(['model', 'org', 'name?#%2F&=']);
  });

  test('that somebody broke is no error', () => {
    expect(addressOf('#/model/%E0%A4%A/%').path).toEqual(['model', '%E0%A4%A', '%']);
  });
});

describe('the state of the table', () => {
  test('comes back whole from its query', () => {
    fc.assert(
      fc.property(state, (wanted) => {
        expect(tableStateOf(new URLSearchParams(`${queryOf(wanted)}`))).toEqual(wanted);
      }),
    );
  });

  test('as usual needs no words', () => {
    expect(`${queryOf(tableStateOf(new URLSearchParams()))}`).toBe('');
  });

  test('takes what it does not know for nothing', () => {
    const odd = tableStateOf(new URLSearchParams('sort=-nonsense&show=everything&pick=a&pick=a&pick=b&pick=c&pick=d&pick=e&pick=f'));
    expect(odd).toMatchObject({ sort: 'place', show: 'table', picked: ['a', 'b', 'c', 'd', 'e'] });
  });
});
