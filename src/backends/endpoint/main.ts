import { Fault, internalFault, messageOf } from '../../domain/errors.ts';
import { standardChannel } from '../channel.ts';
import type { PinnedEndpoint } from './address.ts';
import { ENDPOINT_VARIABLE, KEY_VARIABLE } from './command.ts';
import { openHttp } from './http-client.ts';
import { withoutKey } from './http-faults.ts';
import { SERVERS } from './servers/registry.ts';
import { serve } from './session.ts';

/**
 * The endpoint backend: a process of its own that asks a server and speaks the backend protocol on its standard input
 * and output. It ends when the runner says shutdown or goes away, and after an error it has told. What is asked of the
 * server then ends with it, so that the server stops.
 */
const life = new AbortController();
const channel = standardChannel(end);
const key = process.env[KEY_VARIABLE] ?? null;

function end(): void {
  life.abort(new Error('The runner has gone.'));
  // The connections are closed in this turn; the process ends in the next one.
  setImmediate(() => process.exit(0));
}

function tell(thrown: unknown): void {
  if (life.signal.aborted) return;
  const fault = thrown instanceof Fault ? thrown : internalFault(messageOf(thrown), { code: 'endpoint-broken', cause: thrown });
  const message = withoutKey(fault.message, key);
  channel.send({ type: 'error', kind: fault.kind, code: fault.code, message, mend: fault.mend ?? null });
  process.exit(1);
}

process.on('uncaughtException', tell);
process.on('unhandledRejection', tell);
try {
  const endpoint = JSON.parse(process.env[ENDPOINT_VARIABLE] ?? '') as PinnedEndpoint;
  const target = { endpoint, http: openHttp(endpoint, key), server: SERVERS[endpoint.server] };
  await serve(channel, target, life.signal);
} catch (thrown) {
  tell(thrown);
}
