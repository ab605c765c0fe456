import { type FaultText, family, OPERATOR } from './family.ts';

/** The Hugging Face Hub, and the cache of what was downloaded. */
export const HUB_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'Models and data sets come from there.', mend: 'Nothing is wrong with the submission: try again later.' },
    {
      'hub-unreachable': 'The Hugging Face Hub cannot be reached',
      'hub-unavailable': 'The Hugging Face Hub does not answer',
      'hub-rate-limited': 'The Hugging Face Hub limits how much one address may ask',
      'hub-download-incomplete': ['A download was cut', 'Try again: what has come is kept, and the download goes on from there.'],
      'hub-redirect-refused': ['The Hub leads elsewhere', 'Whoever runs the machine checks HF_ENDPOINT and the proxies before the Hub.'],
      'hub-listing-unreadable': ['The Hub lists a file without a size and a digest', 'Try again; a mirror may not answer as the Hub does.'],
      'hub-file-denied': ['The Hub lists a file and then has none', 'Try again; a mirror may lack the file.'],
    },
  ),
  ...family(
    { why: 'Exactly the bytes of the pinned commit are measured.', mend: 'Take the commit’s 40 digits from the model’s history.' },
    {
      'hub-model-missing': ['The model is not on the Hub', 'Check the name; a private model is not seen.'],
      'hub-revision-missing': 'The revision is not on the Hub',
      'hub-revision-moved': ['The Hub takes the revision for another one', 'Pin the commit itself: a branch or a tag of that name moves.'],
      'hub-download-differs': [
        'What was downloaded is not what the Hub promised',
        'Run it again; where it stays so, tell the owner of the model.',
      ],
      'hub-too-many-files': ['The repository has more files than are read', 'Submit a repository that holds the model alone.'],
      'hub-unsafe-path': ['A file of the repository has an unsafe path', 'Rename the file in the repository.'],
    },
  ),
  ...family(
    { why: 'The machine that measures agrees to no terms in anybody’s name.', mend: 'Open the model, or ask its owner to.' },
    {
      'hub-gated': ['The model is gated', 'Accept the terms with the account of the hub-token, or open the model.'],
      'hub-unauthorised': ['The Hub refuses the access token', 'Whoever runs the machine sets HF_TOKEN to a valid token, or to none.'],
      'hub-dataset-closed': [
        'The Hub gives no access to the data set',
        'Whoever runs the machine accepts its conditions and sets HF_TOKEN, or names a local data set in the policy.',
      ],
      'hub-forbidden': ['The token may not write to the data set', 'Set HF_TOKEN to one that may, and check the name of the organisation.'],
      'hub-token-missing': ['There is no token of the Hub', 'Set HF_TOKEN to one that may write to the data set.'],
    },
  ),
  ...family(
    { why: 'A model is written before it is read.', mend: OPERATOR },
    {
      'disk-full': 'There is no room on the disk',
      'cache-quota': [
        'The cache is full',
        'Whoever runs the machine removes what is no longer needed, or raises limits.cacheBytes of the policy.',
      ],
      'cache-refused': 'The cache cannot be written',
    },
  ),
];
