import { describe, expect, test } from 'vitest';
import { PUBLICATION_CHECKS, type PublicationInput } from '../../src/domain/checks/publication.ts';
import { recordName, recordPath } from '../../src/domain/identifiers.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { goodRecord, recordText, sealed } from '../support/records.ts';
import { publishedOf } from './check-fixtures.ts';

const record = goodRecord();
const good: PublicationInput = {
  record,
  verdict: 'official',
  text: recordText(record),
  path: recordPath(record),
  present: recordText(record),
  published: [publishedOf(record), publishedOf(record, { name: recordName(record), path: recordPath(record), nonce: record.nonce })],
  replaces: [{ name: '0123456789ab', isOfficial: true }],
  policy: defaultPolicy(),
};

const scripted = goodRecord();
scripted.hardware.scripted = true;
const rehearsed = sealed(scripted);

const PASSING: Readonly<Record<string, PublicationInput>> = {
  'P-rehearsal': { ...good, record: rehearsed, policy: { ...defaultPolicy(), rehearsal: true } },
};
const FAILING: Readonly<Record<string, PublicationInput>> = {
  'P-path': { ...good, path: good.path.replace(recordName(record), '0123456789ab') },
  'P-immutable': { ...good, present: good.text.replace('0.1.0', '0.1.1') },
  'P-name': {
    ...good,
    published: [publishedOf(record, { name: recordName(record), path: good.path.replace('text-generation', 'summarization') })],
  },
  'P-single-use': { ...good, published: [publishedOf(record, { nonce: record.nonce })] },
  'P-standing': { ...good, verdict: 'unofficial' },
  'P-rehearsal': { ...good, record: rehearsed },
};

describe('the publication checks', () => {
  test('have a failing fixture each', () => {
    expect(Object.keys(FAILING).sort()).toEqual(PUBLICATION_CHECKS.map((check) => check.code).sort());
  });

  test.each(PUBLICATION_CHECKS)('$code passes and fails', (check) => {
    expect(check.run(PASSING[check.code] ?? good).status).toBe('pass');
    expect(check.run(FAILING[check.code] ?? good).status).toBe('fail');
  });

  test('take a rehearsal by its verdict for one, too', () => {
    const check = PUBLICATION_CHECKS.find(({ code }) => code === 'P-rehearsal');
    expect(check?.run({ ...good, verdict: 'rehearsal' }).status).toBe('fail');
  });

  test('skip what does not apply', () => {
    const codes = PUBLICATION_CHECKS.filter((check) => check.run({ ...good, present: null }).status === 'skip').map((check) => check.code);
    expect(codes).toEqual(['P-immutable', 'P-rehearsal']);
  });
});
