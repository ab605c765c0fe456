import type { Result } from '../domain/generated/result.ts';

/** What is to run, and what it may touch. */
export type SandboxRequest = {
  command: string;
  args: readonly string[];
  /** The whole environment of the process; nothing else is passed on. */
  environment: Readonly<Record<string, string>>;
  /** Files and folders it may read, at the same paths as outside: programs, libraries, the model, the queries. */
  readable: readonly string[];
  /** The one folder it may write, at the same path as outside; it starts there. */
  scratchFolder: string;
  /** UUIDs of the GPUs it may use; empty for none. */
  gpus: readonly string[];
  /** Most memory of the process and all its children, in bytes. */
  memoryBytes: number;
  /** Most processes and threads at one time. */
  processes: number;
};

/** A command that runs the request inside the sandbox, with standard input and output as they are. */
export type SandboxedCommand = {
  command: string;
  args: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** Folder that the command itself starts in. */
  folder: string;
  /**
   * Ends what the sandbox still holds (a container, a control group) and removes what it made. May be called twice.
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
