import { type FaultText, family } from './family.ts';

const LOCAL = 'Name a local JSON Lines file in the policy under datasets.';

/** The queries, and what comes back for them. */
export const QUERY_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'Every model answers the same queries.', mend: LOCAL },
    {
      'dataset-missing': 'The Hub does not have the data set',
      'dataset-no-parquet': 'The data set has no Parquet files of the split',
      'dataset-parquet-unreadable': 'A file of the data set cannot be read',
      'dataset-unreadable': 'The data set cannot be read',
    },
  ),
  ...family(
    { why: 'A query that is wrong, or missing, is another query.', mend: 'Mend the line of the data set that is named.' },
    {
      'dataset-bad-json': ['A line of the data set is not JSON', 'Write one whole JSON object on one line.'],
      'dataset-not-a-row': ['A line of the data set is no JSON object', 'Write one whole JSON object on one line.'],
      'dataset-missing-column': 'A line of the data set lacks a column',
      'dataset-column-type': 'A cell of the data set is of the wrong kind',
      'dataset-not-unicode': ['A text of the data set holds half a character', 'Write the whole character, or leave it out.'],
      'dataset-empty': ['The data set has no rows', 'Write one JSON object a line.'],
      'dataset-missing-file': ['A file that a row names cannot be read', 'Put it where the row says, relative to the data set.'],
      'dataset-unsafe-path': ['A row names a file outside of the data set’s folder', 'Put the file itself beside the data set.'],
      'audio-damaged': ['A clip is not a whole WAV file', 'Take the file anew from its source.'],
      'audio-unsupported': ['A clip has a format that is not read', 'Convert it to WAV, 16-bit PCM, mono or stereo.'],
      'image-unreadable': ['An image cannot be read', 'Take it anew from its source, or convert it to PNG or JPEG.'],
    },
  ),
  ...family(
    {
      why: 'A model that fails a query has no score: what it did not answer cost it nothing.',
      mend: 'The log of the run names the query.',
    },
    {
      'query-failed': 'Queries failed in a phase',
      'token-count': 'An answer has another number of tokens than the task fixes',
      'token-count-disagrees': ['The server tells other counts of tokens than were counted', 'See the version of the server.'],
      'token-count-untold': [
        'The server does not tell how many tokens it used',
        'Serve the model with a server that takes stream_options.include_usage.',
      ],
      'tokens-not-countable': [
        'The tokens of the server’s answers cannot be counted',
        'Serve it with a server that docs/endpoints.md names.',
      ],
      'prompt-cached': [
        'The server answered from a cache of earlier queries',
        'Turn its prompt cache off: vLLM takes --no-enable-prefix-caching, SGLang --disable-radix-cache.',
      ],
    },
  ),
];
