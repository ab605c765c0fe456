import { type Fault, internalFault, operatorFault } from '../../domain/errors.ts';
import type { PinnedEndpoint } from './address.ts';
import { type HttpClient, tooSlow } from './http-client.ts';
import type { Prompt, Server, Wanted } from './server.ts';

/** An endpoint that is open, and how its kind of server is asked. */
export type Target = { endpoint: PinnedEndpoint; http: HttpClient; server: Server };

/** A query as it is sent, and its input tokens by the server's tokenizer; null where that cannot be asked. */
export type PreparedQuery = { prompt: Prompt; inputTokens: number | null };

/** What one query did. */
export type Answer = {
  inputTokens: number;
  outputTokens: number;
  /** From sending the query to its first token. */
  firstTokenSeconds: number;
};

export type AskRequest = {
  query: PreparedQuery;
  wanted: Wanted;
  signal: AbortSignal;
  /** Called with every event that arrives: the server is at work. */
  onSign?: () => void;
};

/**
 * Asks one query and counts its tokens, one by one, against what the server tells.
 * @throws Fault: token-count-disagrees, token-count, prompt-cached, endpoint-answer-cut, and those of HttpClient
 */
export async function ask({ endpoint, http, server }: Target, request: AskRequest): Promise<Answer> {
  const { query, wanted, onSign } = request;
  const { firstTokenSeconds: longestWait } = endpoint.limits;
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(tooSlow(endpoint, longestWait, 'first token')), longestWait * 1000);
  const read = server.reader(query.prompt);
  const seen: Seen = { output: 0, listedInput: null, toldInput: null, toldOutput: null, cached: 0, whole: false };
  let firstTokenSeconds: number | null = null;
  const start = performance.now();
  const call = { ...server.query(endpoint.servedName, query.prompt, wanted), signal: AbortSignal.any([request.signal, waiting.signal]) };
  try {
    for await (const data of http.events(call)) {
      const event = read(data);
      onSign?.();
      if (event.newTokens > 0 && firstTokenSeconds === null) {
        firstTokenSeconds = (performance.now() - start) / 1000;
        clearTimeout(timer);
      }
      seen.output += event.newTokens;
      seen.listedInput ??= event.listedInputTokens;
      seen.toldInput = event.told?.input ?? seen.toldInput;
      seen.toldOutput = event.told?.output ?? seen.toldOutput;
      seen.cached = event.cachedTokens ?? seen.cached;
      seen.whole ||= event.whole;
      if (seen.output > wanted.count) throw tooMany(endpoint, seen.output, wanted);
    }
  } finally {
    clearTimeout(timer);
  }
  const problem = problemOf(seen, request, endpoint);
  if (problem !== null) throw problem;
  if (firstTokenSeconds === null || seen.toldInput === null) throw internalFault('A query has no first token.', { code: 'query-no-token' });
  return { inputTokens: seen.toldInput, outputTokens: seen.output, firstTokenSeconds };
}

/** What an answer told, added up. */
type Seen = {
  output: number;
  listedInput: number | null;
  toldInput: number | null;
  toldOutput: number | null;
  cached: number;
  whole: boolean;
};

/** What is wrong with an answer that has ended; null where nothing is. */
function problemOf(seen: Seen, { query, wanted }: AskRequest, { alias }: PinnedEndpoint): Fault | null {
  const { output, listedInput, toldInput, toldOutput } = seen;
  if (!seen.whole) {
    return operatorFault(`The endpoint ${alias} broke off after ${output} new tokens.`, {
      code: 'endpoint-answer-cut',
      mend: "See the server's own log.",
    });
  }
  if (toldInput === null || toldOutput === null) {
    return operatorFault(`The endpoint ${alias} does not tell how many tokens it used, so that nothing can be held against the count.`, {
      code: 'token-count-untold',
      mend: 'Serve the model with a server that takes stream_options.include_usage.',
    });
  }
  if (toldOutput !== output) return disagreement(alias, 'new tokens', toldOutput, output);
  const input = [query.inputTokens, listedInput].find((count) => count !== null && count !== toldInput) ?? null;
  if (input !== null) return disagreement(alias, 'input tokens', toldInput, input);
  if (seen.cached > 0) {
    return operatorFault(`The endpoint ${alias} took ${seen.cached} of ${toldInput} input tokens from a cache of earlier queries.`, {
      code: 'prompt-cached',
      mend: 'Turn its prompt cache off: vLLM takes --no-enable-prefix-caching, SGLang --disable-radix-cache.',
    });
  }
  if (output === 0) return noToken(alias);
  return wanted.exactly && output !== wanted.count ? tooFew(alias, output, wanted) : null;
}

const disagreement = (alias: string, what: string, told: number, counted: number): Fault =>
  operatorFault(`The endpoint ${alias} tells of ${told} ${what}; there are ${counted}.`, {
    code: 'token-count-disagrees',
    mend: 'A server whose counts are wrong, or whose tokenizer differs from its model, gives no result; see its version.',
  });

const noToken = (alias: string): Fault =>
  operatorFault(`The endpoint ${alias} answered without any token.`, { code: 'token-count', mend: "See the server's own log." });

const tooMany = ({ alias }: PinnedEndpoint, made: number, { count }: Wanted): Fault =>
  operatorFault(`The endpoint ${alias} made ${made} new tokens and more where ${count} are the most.`, {
    code: 'token-count',
    mend: 'See that the server keeps to the number of tokens it is asked for.',
  });

const tooFew = (alias: string, made: number, { count }: Wanted): Fault =>
  operatorFault(`The endpoint ${alias} made ${made} new tokens where the task fixes ${count}.`, {
    code: 'token-count',
    mend: "Use a server that can be told to go on after the model's end token: vLLM, SGLang and llama.cpp can.",
  });
