import { operatorFault } from '../../domain/errors.ts';

/** Longest event, in UTF-16 code units: one token with its log probability takes a few hundred. */
const LONGEST_EVENT = 1024 * 1024;

/**
 * The data of each event of a stream, by the rules of the HTML standard, section 9.2.6, as far as servers use them:
 * comments and fields other than data are left out.
 * @param bytes pieces of the body, split anywhere
 * @throws Fault of the operator, code endpoint-event-too-long
 */
export async function* eventsIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let event: string[] = [];
  let length = 0;
  for await (const line of linesIn(bytes)) {
    if (line === '') {
      if (event.length > 0) yield event.join('\n');
      event = [];
      length = 0;
      continue;
    }
    length += line.length;
    if (length > LONGEST_EVENT) throw tooLong();
    const data = dataOf(line);
    if (data !== null) event.push(data);
  }
  // A last event without an empty line after it is a cut one: it is left out, and the caller misses the end.
}

/** The data of a line; null for comments and other fields. */
function dataOf(line: string): string | null {
  if (line === 'data') return '';
  if (!line.startsWith('data:')) return null;
  return line.startsWith('data: ') ? line.slice(6) : line.slice(5);
}

async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be half of a line end.
    const parts = rest.split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? '';
    if (rest.length > LONGEST_EVENT) throw tooLong();
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}

const tooLong = () =>
  operatorFault(`The endpoint sent an event of more than ${LONGEST_EVENT} characters.`, {
    code: 'endpoint-event-too-long',
    mend: 'See that the address is that of the server itself.',
  });
