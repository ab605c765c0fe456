import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORD_FILE } from '../bundle/files.ts';
import { Fault, inputFault, messageOf } from '../domain/errors.ts';

/** Largest text file that a command reads, in bytes. */
const TEXT_BYTES = 64 * 1024 * 1024;

/**
 * Reads a text file that the command line names.
 * @param what what it should be, for the message, as in edition
 * @throws Fault of the input, code file-missing or file-too-large
 */
export async function readTextFile(file: string, what: string): Promise<string> {
  try {
    // Opening a pipe would wait for its writer; nothing else that is read here ever does.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw inputFault(`The ${what} ${file} is no plain file.`, { code: 'file-kind' });
      const { size } = stats;
      if (size > TEXT_BYTES)
        throw inputFault(`The ${what} ${file} has ${size} bytes; at most ${TEXT_BYTES} are read.`, { code: 'file-too-large' });
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw inputFault(`The ${what} ${file} cannot be read: ${messageOf(error)}.`, { code: 'file-missing', cause: error });
  }
}

/** JSON in a file. @throws as readTextFile, and Fault of the input, code file-not-json */
export async function readJsonFile(file: string, what: string): Promise<unknown> {
  const text = await readTextFile(file, what);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw inputFault(`The ${what} ${file} is not JSON: ${messageOf(error)}.`, { code: 'file-not-json', cause: error });
  }
}

/** The record's file for a path that names it or the folder it lies in. */
export async function recordFileAt(path: string): Promise<string> {
  const stats = await stat(path).catch(() => null);
  return stats?.isDirectory() === true ? join(path, RECORD_FILE) : path;
}
