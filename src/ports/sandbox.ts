import type { Result } from '../domain/generated/result.ts';

/** What a sandboxed program may take of the machine, all its processes together. */
export type SandboxBounds = {
  /** Most memory of the process and all its children, in bytes. */
  memoryBytes: number;
  /** Most processes and threads at one time. */
  processes: number;
};

/** What is to run, and what it may touch. */
export type SandboxRequest = SandboxBounds & {
  /** The program: an absolute path, or a name on the PATH of the environment. In a container, the image's own. */
  command: string;
  args: readonly string[];
  /** The whole environment of the process; nothing else is passed on. HOME, TMPDIR and, in a container, PATH are the sandbox's. */
  environment: Readonly<Record<string, string>>;
  /** Files and folders it may read, at the same absolute paths as outside: programs, libraries, the model, the queries. */
  readable: readonly string[];
  /**
   * The one folder it may write, where it starts. bubblewrap and docker put a bounded file system in memory at this
   * path, which ends with the sandbox: nothing written there is ever seen outside. `none` takes the folder itself.
   */
  scratchFolder: string;
  /** UUIDs of the GPUs it may use; empty for none. */
  gpus: readonly string[];
};

/** A command that runs the request inside the sandbox, with standard input and output as they are. */
export type SandboxedCommand = {
  command: string;
  args: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** Folder that the command itself starts in. */
  folder: string;
  /** What the runner has to watch, since the kernel does not bound all of it; null where it does. */
  watch: SandboxBounds | null;
  /**
   * Process id of the program itself, as this machine counts: the one whose CPU time is the work. Waits until the
   * program is there; null when the command has ended before.
   * @param started the process id of the command
   * @throws Fault of the operator, code sandbox-process-hidden, where its processes cannot be seen from here
   */
  programPid(started: number): Promise<number | null>;
  /**
   * Ends what the sandbox still holds (a container) and removes what it made. May be called twice.
   * The process group of the command has been killed by then.
   */
  cleanUp(): Promise<void>;
};

/** Keeps a model that nobody trusts away from the machine: no network, no secret, nothing to write but a scratch folder. */
export type Sandbox = {
  id: Result['software']['isolation'];
  /** Digest of the container image, without sha256:; null where no container runs. */
  container: string | null;
  /** @throws Fault of the operator where the request cannot be kept apart */
  wrap(request: SandboxRequest): Promise<SandboxedCommand>;
};
