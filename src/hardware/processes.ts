import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** The PID namespace of the host has this number on every Linux (PROC_PID_INIT_INO). */
const HOST_NAMESPACE = 'pid:[4026531836]';

/** Tells other processes on a GPU from those of the run. */
export type ProcessMatcher = {
  /** How many of these ids, as the driver lists them, are not of the run; null where they cannot be matched. */
  countForeign(processes: readonly number[]): number | null;
  /** Why processes could not be matched so far; null when they could. */
  note(): string | null;
};

export type ProcessMatcherOptions = {
  /** The backend's process, whose descendants are of the run too; null before it runs: then every process is foreign. */
  backend: number | null;
  /** Whether a script plays the GPUs: its process ids are those of this machine. */
  scripted: boolean;
  /** Process ids, as the driver lists them, that are of the run as well: those of a server that was there before it. */
  resident?: readonly number[];
  procFolder?: string;
};

const HIDDEN = "the runner has a PID namespace of its own, so that the driver's process ids mean nothing here";

/**
 * Matches the driver's process ids, which are the host's, with this machine's. Where the runner sits in a PID namespace
 * of its own they cannot be matched, unless the backend is among them under the id that it has here.
 */
export function processMatcher({ backend, scripted, resident = [], procFolder = '/proc' }: ProcessMatcherOptions): ProcessMatcher {
  const own = new Set<number>(backend === null ? resident : [backend, ...resident]);
  // The driver's own ids of a server need no matching with this machine's.
  let seen = scripted || resident.length > 0 || namespaceOf(procFolder) === HOST_NAMESPACE;
  let unmatched = false;
  const isOwn = (pid: number): boolean => {
    if (own.has(pid)) return true;
    if (backend === null || !hasAncestor(procFolder, pid, backend)) return false;
    own.add(pid);
    return true;
  };
  return {
    countForeign(processes) {
      if (!seen && backend !== null && processes.includes(backend)) seen = true;
      if (!seen) {
        unmatched = true;
        return null;
      }
      return new Set(processes.filter((pid) => !isOwn(pid))).size;
    },
    note: () => (unmatched ? HIDDEN : null),
  };
}

function namespaceOf(procFolder: string): string | null {
  try {
    return readlinkSync(join(procFolder, 'self/ns/pid'));
  } catch {
    return null; // No /proc as Linux has it: process ids cannot be matched.
  }
}

/** Generations that are walked up; a chain of parents is never that long. */
const GENERATIONS = 100;

function hasAncestor(procFolder: string, pid: number, ancestor: number): boolean {
  let current: number | null = pid;
  for (let generation = 0; current !== null && current > 1 && generation < GENERATIONS; generation += 1) {
    if (current === ancestor) return true;
    current = parentOf(procFolder, current);
  }
  return false;
}

/** The parent's id, from field 4 of /proc/<pid>/stat; null for a process that is gone or hidden, which then counts as foreign. */
function parentOf(procFolder: string, pid: number): number | null {
  try {
    const text = readFileSync(join(procFolder, String(pid), 'stat'), 'utf8');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
