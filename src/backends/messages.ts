import { internalFault } from '../domain/errors.ts';
import type { BackendMessage } from '../ports/backend.ts';

type Fields = Record<string, unknown>;
type FieldTest = (value: unknown) => boolean;

const PHASES: readonly unknown[] = ['preprocess', 'prefill', 'generate', 'forward', 'call'];
const isPhase: FieldTest = (value) => PHASES.includes(value);
const isCount: FieldTest = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isCountOrNull: FieldTest = (value) => value === null || isCount(value);
const isSeconds: FieldTest = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const textUpTo =
  (length: number): FieldTest =>
  (value) =>
    typeof value === 'string' && value.length <= length;
const oneOf =
  (...values: readonly unknown[]): FieldTest =>
  (value) =>
    values.includes(value);

const orNull =
  (test: FieldTest): FieldTest =>
  (value) =>
    value === null || test(value);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
/** An object of exactly these fields. */
const fieldsOf =
  (fields: Record<string, FieldTest>): FieldTest =>
  (value) =>
    isFields(value) &&
    Object.keys(value).length === Object.keys(fields).length &&
    Object.entries(fields).every(([field, test]) => Object.hasOwn(value, field) && test(value[field]));
const listOf =
  (test: FieldTest, least: number, most: number): FieldTest =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(test);

/** As schemas/result.schema.json bounds them. */
const isApplied = fieldsOf({
  precision: oneOf('float32', 'float16', 'bfloat16', 'mixed'),
  quantization: orNull(textUpTo(60)),
  reasoning: orNull(fieldsOf({ state: oneOf('off', 'on'), effort: oneOf('low', 'medium', 'high', null), means: textUpTo(300) })),
  attention: orNull(textUpTo(60)),
  maximumInputTokens: orNull((value) => isCount(value) && (value as number) >= 1 && (value as number) <= 1e8),
  truncatedQueries: orNull((value) => isCount(value) && (value as number) <= 1e9),
  placement: listOf(fieldsOf({ device: textUpTo(120), parameters: isCount }), 1, 64),
});
const isFirstToken = fieldsOf({ meanSeconds: isSeconds, medianSeconds: isSeconds, p95Seconds: isSeconds });

const COUNTS: Record<string, FieldTest> = {
  passes: isCount,
  queries: isCount,
  failedQueries: isCount,
  inputTokens: isCountOrNull,
  outputTokens: isCountOrNull,
};

/** Fields that a message may leave out. */
const OPTIONAL: Record<string, Record<string, FieldTest>> = {
  ready: { applied: isApplied },
  'edge end': { firstToken: isFirstToken },
};

/** The fields of each message; what else a backend sends is dropped. */
const MESSAGES: Record<string, Record<string, FieldTest>> = {
  ready: {
    backend: textUpTo(120),
    runtime: (value) => Array.isArray(value) && value.length <= 32 && value.every(textUpTo(120)),
    // Eight GPUs by UUID, and some to spare.
    device: textUpTo(1000),
    parameters: isCountOrNull,
    rows: isCount,
    rowsSha256: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  },
  warm: { queries: isCount, seconds: isSeconds },
  progress: { phase: (value) => isPhase(value) || value === 'load' || value === 'warm-up', done: isCount, of: isCount },
  'edge start': { phase: isPhase, edge: oneOf('start') },
  'edge end': { phase: isPhase, edge: oneOf('end'), ...COUNTS },
  done: { phase: isPhase },
  error: {
    kind: oneOf('input', 'operator', 'internal'),
    code: (value) => typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value),
    message: textUpTo(2000),
    mend: (value) => value === null || textUpTo(2000)(value),
  },
};

/**
 * Reads one line of a backend. The backend runs a stranger's model, so nothing of it is believed unread: unknown
 * messages and fields of the wrong kind end the run.
 * @throws Fault of ours, code backend-protocol
 */
export function parseBackendMessage(line: string): BackendMessage {
  const message = objectIn(line);
  const name = message.type === 'edge' ? `edge ${String(message.edge)}` : String(message.type);
  const fields = Object.hasOwn(MESSAGES, name) ? MESSAGES[name] : undefined;
  if (fields === undefined) throw protocolFault(line, 'it is no message of the protocol');
  const optional = Object.entries(OPTIONAL[name] ?? {}).filter(([field]) => message[field] !== undefined);
  const told = [...Object.entries(fields), ...optional];
  const wrong = told.find(([field, test]) => !test(message[field]));
  if (wrong !== undefined) throw protocolFault(line, `its field ${wrong[0]} is missing or of the wrong kind`);
  const known = told.map(([field]) => [field, message[field]]);
  return Object.fromEntries([['type', message.type], ...known]) as BackendMessage;
}

function objectIn(line: string): Fields {
  try {
    const value: unknown = JSON.parse(line);
    if (isFields(value)) return value;
  } catch {
    // Told below, together with JSON that is no object.
  }
  throw protocolFault(line, 'it is no JSON object');
}

function protocolFault(line: string, why: string) {
  return internalFault(`The backend sent a line that cannot be taken: ${why}: ${JSON.stringify(line.slice(0, 120))}.`, {
    code: 'backend-protocol',
  });
}
