import { internalFault, operatorFault } from '../../domain/errors.ts';
import type { Plan } from '../../domain/generated/plan.ts';
import type { Row } from '../../domain/rows.ts';
import { nearest } from '../../domain/submission/nearest.ts';
import { taskOf } from '../../domain/tasks.ts';
import type { RunnerMessage } from '../../ports/backend.ts';
import { type Queries, readQueries } from '../queries.ts';
import { wordsOf } from './http-faults.ts';
import type { PreparedQuery, Target } from './query.ts';
import { thinkingSettings, verifyReasoning } from './reasoning.ts';
import type { Prompt, ServerIdentity } from './server.ts';

type LoadMessage = Extract<RunnerMessage, { type: 'load' }>;

/** An endpoint that serves the right model, and its queries. */
export type Loaded = { target: Target; queries: Queries; prepared: PreparedQuery[]; identity: ServerIdentity };

/**
 * Reads the queries, sees that the endpoint serves what its operator says, and counts the input tokens of every query,
 * all of it before anything is measured.
 * @param onProgress done and of how many queries
 * @throws Fault: endpoint-not-ready, endpoint-serves-other-model, those of readQueries, verifyReasoning and HttpClient
 */
export async function load(
  { plan, datasetFile }: LoadMessage,
  target: Target,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, of: number) => void },
): Promise<Loaded> {
  const queries = await readQueries(datasetFile, plan.dataset.columns);
  const identity = await servesItsModel(target, signal);
  if (chats(plan)) console.error(`reasoning ${plan.reasoning.state}: ${await verifyReasoning(target, plan.reasoning, signal)}`);
  const asking = { http: target.http, model: target.endpoint.servedName, signal };
  const prepared: PreparedQuery[] = [];
  for (const row of queries.rows) {
    const prompt = promptOf(row, plan);
    const inputTokens = await target.server.inputTokens(asking, prompt);
    prepared.push({ prompt: await target.server.prepared(asking, prompt), inputTokens });
    onProgress(prepared.length, queries.rows.length);
  }
  return { target, queries, prepared, identity };
}

/** Reasoning goes through the chat template; text is continued as it is. */
const chats = (plan: Plan): boolean => taskOf(plan.task).key === 'reasoning';

function promptOf(row: Row, plan: Plan): Prompt {
  const text = row[plan.dataset.columns[0] ?? ''];
  if (typeof text !== 'string') throw internalFault('A query holds no text.', { code: 'query-no-text' });
  return chats(plan) ? { kind: 'chat', text, thinking: thinkingSettings(plan.reasoning) } : { kind: 'text', text };
}

async function servesItsModel({ endpoint, http, server }: Target, signal: AbortSignal): Promise<ServerIdentity> {
  const { alias, servedName } = endpoint;
  if (server.health !== null && !(await http.succeeds({ place: server.health, signal }))) {
    throw operatorFault(`The endpoint ${alias} is not ready: ${server.health.path} refuses.`, {
      code: 'endpoint-not-ready',
      mend: 'Wait until its model is loaded, then run again.',
    });
  }
  const identity = await server.identify({ http, model: servedName, signal });
  if (identity.models.includes(servedName)) return identity;
  const near = nearest(servedName, identity.models);
  const names = identity.models.slice(0, 5).map(wordsOf).join(', ') || 'nothing';
  throw operatorFault(`The endpoint ${alias} does not serve ${servedName}; it serves ${names}.`, {
    code: 'endpoint-serves-other-model',
    mend: near === null ? "Set servedName in the operator's endpoints to what it serves." : `Did you mean servedName: ${wordsOf(near)}?`,
  });
}
