// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * The servers that submissions may name, by alias. The operator keeps this file on the machine that measures; it is no part of a submissions repository.
 */
export interface Endpoints {
  /**
   * Version of this format. Always 1.
   */
  schemaVersion: 1;
  /**
   * The servers by alias.
   */
  endpoints: {
    [k: string]: Endpoint;
  };
}
/**
 * One server.
 *
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$".
 */
export interface Endpoint {
  /**
   * Base address of its OpenAI-compatible interface, as in http://127.0.0.1:8000/v1. Without name, password, query or fragment.
   */
  url: string;
  /**
   * What serves the model. openai stands for any other server with an OpenAI-compatible interface that tells the log probabilities of its tokens.
   */
  server: 'vllm' | 'sglang' | 'tgi' | 'llama.cpp' | 'openai';
  /**
   * The model that it serves, by its name on the Hub. A submission has to name the same.
   */
  model: string;
  /**
   * The revision that it serves: 40 lower-case hexadecimal digits. A submission has to name the same.
   */
  revision: string;
  /**
   * Parameters of the model, every expert counted: they decide its class. Null where nobody knows.
   */
  parameters?: number | null;
  /**
   * The name that the server itself gives the model, where it is another than model.
   */
  servedName?: string;
  /**
   * Name of the environment variable that holds the server's key. Never the key itself.
   */
  keyVariable?: string;
  /**
   * The GPUs that the server runs on: these are metered. Empty for a server that runs on the processor.
   *
   * @maxItems 64
   *
   * Items: The UUID of a GPU, as nvidia-smi -L lists it.
   */
  gpus: string[];
  /**
   * Whether the server has a private or loopback address on purpose. Any other such address is refused.
   */
  privateAddress?: boolean;
  /**
   * What an answer may take at most.
   */
  limits?: {
    /**
     * Largest answer to one query, in bytes.
     */
    answerBytes?: number;
    /**
     * Longest wait for the beginning of an answer and for its first token, in seconds.
     */
    firstTokenSeconds?: number;
    /**
     * Longest time of one query, in seconds.
     */
    querySeconds?: number;
  };
}
