import { customCode } from '../domain/transformers-files.ts';

/** Keys by which a configuration asks a library to import code of the repository. */
const CODE_KEYS: ReadonlySet<string> = new Set(['auto_map', 'custom_pipelines']);

/** Whether a file is a configuration by which libraries choose the code they run: a vocabulary's words are no keys. */
export const isCodeChoosing = (path: string): boolean => /(?:^|\/)(?:[A-Za-z0-9_]*config|model_index)\.json$/.test(path);

/**
 * Whether a configuration names custom code at any depth. Python reads some texts that are no JSON (NaN, Infinity): of
 * these, the words alone decide.
 */
export function namesCustomCode(configText: string): boolean {
  let found = false;
  try {
    JSON.parse(configText, (key, value: unknown) => {
      found ||= CODE_KEYS.has(key);
      return value;
    });
  } catch {
    const words = configText.replace(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
    return [...CODE_KEYS].some((key) => words.includes(key));
  }
  return found;
}

/**
 * Refuses a model whose configuration asks for code of its repository.
 * @param read gives the text of a file
 * @throws Fault of the input, code model-custom-code
 */
export async function refuseCustomCode(paths: readonly string[], read: (path: string) => Promise<string>): Promise<void> {
  for (const path of paths.filter(isCodeChoosing)) {
    if (namesCustomCode(await read(path))) throw customCode(`${path} names code of the repository (auto_map)`);
  }
}
