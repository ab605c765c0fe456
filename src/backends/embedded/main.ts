import { Fault, internalFault, messageOf } from '../../domain/errors.ts';
import { standardChannel } from '../channel.ts';
import { serve } from './session.ts';

/**
 * The embedded backend: a process of its own that runs ONNX models and speaks the backend protocol on its standard
 * input and output. It ends when the runner says shutdown or goes away, and after an error it has told.
 */
const channel = standardChannel(() => process.exit(0));

function tell(thrown: unknown): never {
  const fault = thrown instanceof Fault ? thrown : internalFault(messageOf(thrown), { code: 'embedded-broken', cause: thrown });
  channel.send({ type: 'error', kind: fault.kind, code: fault.code, message: fault.message, mend: fault.mend ?? null });
  process.exit(1);
}

process.on('uncaughtException', tell);
process.on('unhandledRejection', tell);
await serve(channel).catch(tell);
