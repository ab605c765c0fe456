import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { type Fault, messageOf, operatorFault } from '../domain/errors.ts';

/** Longest line of a backend, in characters. */
const LINE_CHARACTERS = 1024 * 1024;
/** Most that a backend may write to standard output, in bytes: five messages a second, for a day, are less than half of it. */
const MESSAGES_BYTES = 64 * 1024 * 1024;
/** Most that it may write to standard error, in bytes. */
const ERRORS_BYTES = 256 * 1024 * 1024;
/** Longest log, in bytes. */
const LOG_BYTES = 10 * 1024 * 1024;
/** How much of a backend's last words a message repeats, in bytes. */
const LAST_WORDS_BYTES = 600;

const floodFault = (what: string): Fault =>
  operatorFault(`The backend floods its output: ${what}.`, {
    code: 'backend-flood',
    mend: "The bundle's log.txt shows how its output begins; a model or a worker that writes so much is not to be trusted.",
  });

/**
 * Cuts a stream into lines. Holds one line at most, and ends at one that is too long or when there were too many bytes.
 * @param onFlood is called once; nothing is passed on after it
 */
export function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void, onFlood: (fault: Fault) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let bytes = 0;
  let ended = false;
  const end = (what: string) => {
    ended = true;
    rest = '';
    onFlood(floodFault(what));
  };
  stream.on('data', (chunk: Buffer) => {
    if (ended) return;
    bytes += chunk.length;
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.length > LINE_CHARACTERS) return end('a line of more than 1 MiB');
      if (line.trim() !== '') onLine(line);
    }
    if (rest.length > LINE_CHARACTERS) return end('a line of more than 1 MiB');
    if (bytes > MESSAGES_BYTES) end('more than 64 MiB on standard output');
  });
}

/** What a backend writes to standard error, in a file that stops growing at a limit. */
export type CappedLog = {
  write(chunk: Buffer): void;
  lastWords(): string;
  /** @throws Fault of the operator, code log-not-written */
  close(): Promise<void>;
};

/** @param onFlood is called once, when far more has come than the file takes */
export function cappedLog(file: string, onFlood: (fault: Fault) => void): CappedLog {
  const stream = createWriteStream(file);
  let failure: unknown = null;
  stream.on('error', (error) => {
    failure = error;
  });
  let bytes = 0;
  let tail = Buffer.alloc(0);
  return {
    write(chunk) {
      if (bytes > ERRORS_BYTES) return;
      tail = Buffer.concat([tail, chunk.subarray(-LAST_WORDS_BYTES)]).subarray(-LAST_WORDS_BYTES);
      const left = LOG_BYTES - bytes;
      bytes += chunk.length;
      if (left > 0 && failure === null) {
        stream.write(chunk.subarray(0, left));
        if (bytes >= LOG_BYTES) stream.write('\n[the log ends here: it reached its limit]\n');
      }
      if (bytes > ERRORS_BYTES) onFlood(floodFault('more than 256 MiB on standard error'));
    },
    lastWords: () => tail.toString('utf8').trim(),
    async close() {
      stream.end();
      await finished(stream).catch((error: unknown) => {
        throw operatorFault(`The backend's log cannot be written: ${messageOf(error)}.`, { code: 'log-not-written', cause: error });
      });
    },
  };
}
