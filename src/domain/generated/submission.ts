// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * A request to score one model on one task: one file per model, task and variant, below submissions/<org>/<model>/.
 */
export interface Submission {
  /**
   * Version of this format. Always 1.
   */
  schemaVersion: 1;
  /**
   * The model's id on the Hugging Face Hub, <org>/<model>.
   */
  model: string;
  /**
   * The commit of the model repository to measure: all 40 hexadecimal digits, never a branch or a tag.
   */
  revision: string;
  /**
   * The task to score.
   */
  task:
    | 'text-generation'
    | 'reasoning'
    | 'summarization'
    | 'question-answering'
    | 'text-classification'
    | 'sentence-similarity'
    | 'image-classification'
    | 'object-detection'
    | 'automatic-speech-recognition'
    | 'text-to-image'
    | 'image-to-text';
  /**
   * The tokenizer, image processor or feature extractor, where the model's own repository has none.
   */
  processor?: {
    /**
     * The processor's repository on the Hub.
     */
    model: string;
    /**
     * The commit of the processor's repository.
     */
    revision: string;
  };
  /**
   * Number format of the weights while running. By default float16 for text-generation and reasoning, float32 for the other tasks.
   */
  precision?: 'float32' | 'float16' | 'bfloat16';
  /**
   * How a quantised checkpoint stores its weights. Leave it out for weights that are not quantised.
   */
  quantization?: {
    /**
     * The quantisation format of the checkpoint.
     */
    method: 'onnx' | 'bitsandbytes' | 'gptq' | 'awq' | 'fp8' | 'mxfp4' | 'gguf';
    /**
     * Bits per weight.
     */
    bits: 2 | 3 | 4 | 5 | 6 | 8;
  };
  reasoning?: Reasoning;
  /**
   * What runs the model: transformers (the Python reference worker), embedded (ONNX Runtime inside this program), endpoint (an OpenAI-compatible server of the operator's). By default what the policy names first.
   */
  backend?: 'transformers' | 'embedded' | 'endpoint';
  /**
   * The operator's alias of an endpoint. Only with backend: endpoint. Never a URL.
   */
  endpoint?: string;
  /**
   * A self-reported result bundle, for models that only their owner can run. Needs the attestation.
   */
  evidence?: {
    /**
     * Where the bundle lies: HTTPS, at a host that the policy allows, without query or fragment.
     */
    url: string;
    /**
     * SHA-256 of the bundle file.
     */
    sha256: string;
  };
  /**
   * What the submitter of a self-reported result confirms. Every statement has to be true.
   */
  attestation?: {
    /**
     * The energy figures may be shared in public.
     */
    publicSharing: true;
    /**
     * The logs are accurate, unaltered, and come from the specified procedure.
     */
    dataIntegrity: true;
    /**
     * The model was measured as it runs in production, quantisation included.
     */
    modelRepresentation: true;
  };
}
/**
 * Whether the model thinks before it answers. By default off for text-generation, on for reasoning.
 */
export interface Reasoning {
  /**
   * Whether the model thinks before it answers. Write it as off or on; YAML 1.2 reads both as text.
   */
  state: 'off' | 'on';
  /**
   * How long it thinks, for models that take it. Only with state: on.
   */
  effort?: 'low' | 'medium' | 'high';
}
