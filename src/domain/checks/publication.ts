import type { Verdict } from '../findings.ts';
import type { Result } from '../generated/result.ts';
import { recordName, recordPath } from '../identifiers.ts';
import type { Policy } from '../policy.ts';
import { type CheckText, fail, type Outcome, type PublishedResult, pass, skip } from './check.ts';

/** A record on its way into a results repository. */
export type PublicationInput = {
  readonly record: Result;
  /** What the other checks say of it. */
  readonly verdict: Verdict;
  /** The exact text to be written. */
  readonly text: string;
  /** Where it is to be written. */
  readonly path: string;
  /** What lies at that path already, or null. */
  readonly present: string | null;
  /** Every published result. */
  readonly published: readonly PublishedResult[];
  /** Results that hold and that it would supersede. */
  readonly replaces: readonly { readonly name: string; readonly isOfficial: boolean }[];
  /** The results repository's policy. */
  readonly policy: Policy;
};

export type PublicationCheck = CheckText & { readonly effect: 'invalid'; readonly run: (input: PublicationInput) => Outcome };

/** Checks that have to hold before a record is written. */
export const PUBLICATION_CHECKS: readonly PublicationCheck[] = [
  {
    code: 'P-path',
    effect: 'invalid',
    title: "The record's path follows from its content.",
    why: 'A name that is a digest cannot be given to other content.',
    mend: 'Publish with this program, which derives the path.',
    run: ({ record, path }) =>
      path === recordPath(record)
        ? pass(`The path is ${path}.`)
        : fail(`The path is ${path}; the content belongs at ${recordPath(record)}.`),
  },
  {
    code: 'P-immutable',
    effect: 'invalid',
    title: 'A published record is never changed: what lies at the path is the same, byte for byte.',
    why: 'Whoever quotes a figure relies on it; errors are corrected by a new record and an entry in the ledger.',
    mend: 'Leave the record, and correct or withdraw the result in the ledger.',
    run: ({ text, present, path }) => {
      if (present === null) return skip('Nothing lies at the path.');
      return present === text ? pass('The record is published already.') : fail(`${path} holds another text.`);
    },
  },
  {
    code: 'P-name',
    effect: 'invalid',
    title: 'No other published record has the same name: the first 12 digits of its digest.',
    why: 'Ledger and evidence bear that name alone; a record that shares it would take those of the other.',
    mend: 'Measure again: another nonce gives another name. Two names meet once in 10^14; see who made this record, and how.',
    run: ({ record, published }) => {
      const [name, path] = [recordName(record), recordPath(record)];
      const other = published.find((entry) => entry.name === name && entry.path !== path);
      return other === undefined ? pass(`${name} is no other's name.`) : fail(`${name} is the name of ${other.path}.`);
    },
  },
  {
    code: 'P-single-use',
    effect: 'invalid',
    title: 'No other published record has the nonce.',
    why: 'One order gives one record.',
    mend: 'Order a new run, which gets a new nonce.',
    run: ({ record, published }) => {
      const name = recordName(record);
      const other = published.find((entry) => entry.nonce === record.nonce && entry.name !== name);
      return other === undefined ? pass('The nonce is new.') : fail(`The nonce was used by ${other.path}.`);
    },
  },
  {
    code: 'P-standing',
    effect: 'invalid',
    title: 'A result that is not official does not take the place of an official one.',
    why: 'A model would lose its stars and its rank to a measurement that earns neither.',
    mend: 'Measure as the policy asks of an official result; or withdraw the official one first, if it does not hold.',
    run: ({ verdict, replaces }) => {
      const official = replaces.find(({ isOfficial }) => isOfficial);
      if (official === undefined) return skip('No official result would be replaced.');
      return verdict === 'official'
        ? pass(`It is official, as ${official.name} is.`)
        : fail(`It is ${verdict}, and ${official.name} of the same model is official.`);
    },
  },
  {
    code: 'P-rehearsal',
    effect: 'invalid',
    title: 'A result of scripted hardware goes into a rehearsal repository alone.',
    why: 'Scripted hardware measures nothing; its figures must never stand beside real ones.',
    mend: 'Publish into a repository whose policy says rehearsal: true.',
    run: ({ record, verdict, policy }) => {
      if (!record.hardware.scripted && verdict !== 'rehearsal') return skip('The hardware is real.');
      return policy.rehearsal
        ? pass('The repository is a rehearsal.')
        : fail('The hardware was scripted and the repository is no rehearsal.');
    },
  },
];
