import type { Endpoint } from '../../../domain/endpoints.ts';
import type { Server } from '../server.ts';
import { LLAMA_CPP } from './llama-cpp.ts';
import { OPENAI } from './openai.ts';
import { SGLANG } from './sglang.ts';
import { TGI } from './tgi.ts';
import { VLLM } from './vllm.ts';

/** Every kind of server, by its name in the operator's endpoints. */
export const SERVERS: Readonly<Record<Endpoint['server'], Server>> = {
  vllm: VLLM,
  sglang: SGLANG,
  tgi: TGI,
  'llama.cpp': LLAMA_CPP,
  openai: OPENAI,
};
