import type { Plan } from '../../domain/generated/plan.ts';
import type { Call, HttpClient, Place } from './http-client.ts';

/** What chat templates and servers are told of thinking; each takes what it knows. */
export type ThinkingSettings = {
  /** Variables of the chat template. */
  templateVariables: Readonly<Record<string, boolean | string>>;
  /** OpenAI's own field; null where nothing is asked. */
  effort: Plan['reasoning']['effort'];
};

/** One query as it is sent. */
export type Prompt =
  | { kind: 'text'; text: string }
  /** One message of the user's, put into the chat template by the server. */
  | { kind: 'chat'; text: string; thinking: ThinkingSettings };

/** New tokens of a query: exactly so many, or the model may end earlier. */
export type Wanted = { count: number; exactly: boolean };

/** What one event of an answer tells. */
export type AnswerEvent = {
  /** New tokens of this event, counted here one by one. */
  newTokens: number;
  /** Input tokens that this event lists, counted here; null where it lists none. */
  listedInputTokens: number | null;
  /** The counts that the server tells in this event; null where it tells none. */
  told: { input: number | null; output: number | null } | null;
  /** Input tokens that the server took from a cache of earlier queries; null where it does not say. */
  cachedTokens: number | null;
  /** Whether the answer is whole. */
  whole: boolean;
};

export const NOTHING: AnswerEvent = {
  newTokens: 0,
  listedInputTokens: null,
  told: null,
  cachedTokens: null,
  whole: false,
};

/** Reads the events of one answer, in order. */
export type AnswerReader = (data: string) => AnswerEvent;

/** What a server tells of itself. */
export type ServerIdentity = {
  /** Null where it does not tell. */
  version: string | null;
  /** Names of the models that it serves. */
  models: readonly string[];
  parameters: number | null;
};

/** One way to ask, HTTP included. */
export type Asking = { http: HttpClient; model: string; signal: AbortSignal };

/** One kind of server: how it is asked, and how its answers are read. */
export type Server = {
  /** Its name in the record's software.runtime. */
  readonly name: string;
  /** A path that answers once the model is loaded; null where there is none. */
  readonly health: Place | null;
  identify(asking: Asking): Promise<ServerIdentity>;
  /** Input tokens of a prompt by the server's tokenizer, template included; null where it has none to ask. */
  inputTokens(asking: Asking, prompt: Prompt): Promise<number | null>;
  /** The prompt as the model gets it, or what stands for it; null where the server does not show it. */
  rendered: ((asking: Asking, prompt: Prompt) => Promise<string>) | null;
  /** What is made ready before a query is measured. */
  prepared(asking: Asking, prompt: Prompt): Promise<Prompt>;
  query(model: string, prompt: Prompt, wanted: Wanted): Pick<Call, 'place' | 'body'>;
  /** Reads the answer to one query. */
  reader(prompt: Prompt): AnswerReader;
};
