import { type FaultText, family } from './family.ts';

const SERVER = 'See the log of the server.';
const LISTED = 'See url, server and servedName of the endpoint in the operator’s list; docs/endpoints.md tells what stands in it.';

/** Models that are served elsewhere. */
export const ENDPOINT_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'A submission names an endpoint by its alias; where it lies is the operator’s to keep.', mend: LISTED },
    {
      'endpoint-missing': ['The submission asks for an endpoint and names none', 'Add endpoint: with the alias of one.'],
      'endpoint-unknown': ['The machine knows no endpoint of this name', 'Ask its operator which aliases there are.'],
      'endpoint-other-model': [
        'The endpoint serves another model, or another revision',
        'Submit the model that it serves, or ask its operator to serve yours.',
      ],
      'endpoint-serves-other-model': 'The server does not serve what the list says',
      'endpoint-key-missing': 'The key of the endpoint is not there',
      'endpoint-unauthorised': 'The server refuses the key',
      'endpoint-not-found': 'The server has no such place or model',
      'endpoint-redirects': ['The server leads elsewhere', 'Redirects are never followed: give the address that the server itself has.'],
      'endpoint-refused': 'The server refuses the request',
      'endpoint-address-refused': ['The address is one that is never asked', 'Use an address that docs/endpoints.md allows.'],
      'endpoint-not-resolved': 'The name of the server cannot be resolved',
      'endpoints-missing': 'The list of endpoints cannot be read',
      'endpoints-yaml': 'The list of endpoints is not YAML',
      'endpoints-schema': ['The list of endpoints does not fit its schema', 'Compare it with schemas/endpoints.schema.json.'],
    },
  ),
  ...family(
    { why: 'What the server does not answer whole cannot be scored.', mend: SERVER },
    {
      'endpoint-connection': ['The connection to the server failed', 'See that it runs and can be reached from the machine.'],
      'endpoint-busy': ['The server is busy', 'Keep everybody else away from it while it is measured.'],
      'endpoint-failed': 'The server failed',
      'endpoint-not-ready': ['The server is not ready', 'Wait until its model is loaded, then run again.'],
      'endpoint-answer-cut': 'The server broke off in an answer',
      'endpoint-answer-too-large': ['An answer is too large', 'Raise limits.answerBytes of the endpoint if answers are so long.'],
      'endpoint-answer-unreadable': ['An answer cannot be read', LISTED],
      'endpoint-event-too-long': ['An event of the answer is too long', 'See that the address is that of the server itself.'],
      'endpoint-no-stream': ['The server does not stream its answers', LISTED],
      'endpoint-first-token-deadline': 'The first token of an answer took too long',
      'endpoint-query-deadline': 'An answer took too long',
      'endpoint-not-metered': [
        'Nothing can meter the server',
        'Run the benchmark on the machine of the server, as its user, or list the GPUs that it runs on.',
      ],
      'concurrency-not-at-endpoint': [
        'The backend answers one query at a time',
        'Leave out --concurrency: it is for submissions with backend: endpoint.',
      ],
    },
  ),
];
